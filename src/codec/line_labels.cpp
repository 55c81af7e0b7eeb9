// A label is so many words of the sentences, counted from the first word of the label before; 0 words = written out.
#include "codec/line_labels.h"

#include <algorithm>
#include <optional>

#include "codec/packed.h"

namespace corroborate::codec {
namespace {

struct Place {
  std::size_t first = 0, count = 0;  // words
};

class Labels {
 public:
  Labels(const std::vector<LineSentence>& sentences, const LineWords& words)
      : sentences_(sentences), words_(words.all()) {}

  // Words of one sentence; empty where they are not.
  std::string_view at(Place place) const {
    const Span span{words_[place.first].span.begin, words_[place.first + place.count - 1].span.end};
    const auto behind =
        std::ranges::upper_bound(sentences_, span.begin, {}, [](const LineSentence& one) { return one.span.begin; });
    return behind == sentences_.begin() ? std::string_view{} : quote_of(*(behind - 1), span);
  }

  // Where one of the mentions reads like the label.
  std::optional<Place> find(const Entity& entity) const {
    for (const Span mention : entity.mentions)
      if (const auto place = words_of(mention); place && at(*place) == entity.label) return place;
    return {};
  }

 private:
  std::optional<Place> words_of(Span span) const {
    const auto first =
        std::ranges::lower_bound(words_, span.begin, {}, [](const LineWord& word) { return word.span.begin; });
    auto behind = first;
    while (behind != words_.end() && behind->span.end < span.end) ++behind;
    if (behind == words_.end() || behind->span.end != span.end) return {};
    return Place{static_cast<std::size_t>(first - words_.begin()), static_cast<std::size_t>(behind - first) + 1};
  }

  const std::vector<LineSentence>& sentences_;
  const std::vector<LineWord>& words_;
};

}  // namespace

PackedLabels pack_labels(const std::vector<Entity>& entities, const std::vector<LineSentence>& sentences,
                         const LineWords& words) {
  const Labels labels(sentences, words);
  PackedLabels packed;
  Packer out;
  std::size_t last = 0;
  for (const Entity& entity : entities) {
    const auto place = labels.find(entity);
    out.number(place ? static_cast<std::uint32_t>(place->count) : 0);
    if (!place) {
      packed.written_out.push_back(entity.label);
      continue;
    }
    out.number(from_signed(static_cast<std::int32_t>(place->first - last)));
    last = place->first;
  }
  packed.digits = out.take();
  return packed;
}

std::string unpack_labels(std::string_view digits, const std::vector<std::string_view>& written_out,
                          const std::vector<LineSentence>& sentences, const LineWords& words, std::size_t most_bytes,
                          std::vector<Entity>& entities) {
  const Labels labels(sentences, words);
  const auto size = static_cast<std::int64_t>(words.all().size());
  Unpacker in(digits);
  auto next = written_out.begin();
  std::size_t bytes = 0;
  for (std::int64_t first = 0; in.left() > 0;) {
    Entity& entity = entities.emplace_back();
    const std::int64_t count = in.number();
    if (count == 0) {
      if (next == written_out.end()) return "packed.labels: more than there are";
      entity.label = *next++;
    } else {
      first += to_signed(in.number());
      if (in.failed() || first < 0 || first + count > size) return "packed.labels: no words of this line";
      entity.label = labels.at({static_cast<std::size_t>(first), static_cast<std::size_t>(count)});
    }
    bytes += entity.label.size();
    if (bytes > most_bytes) return "packed.labels: too long for a line of this length";
  }
  if (in.failed() || next != written_out.end()) return "packed.labels: not as many as written";
  return {};
}

}  // namespace corroborate::codec
