// Packs features and plain words, and unpacks them.
#include "codec/line_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "codec/packed.h"
#include "codec/text_order.h"
#include "codec/usual.h"
#include "codec/usual_weights.h"

namespace corroborate::codec {
namespace {

struct Term {
  std::string_view head, tail;  // tail empty = one word
};

Term split(std::string_view term) {
  if (term.find(' ') == std::string_view::npos) return {term, {}};  // most: faster than to look for the last
  const auto space = term.rfind(' ');
  if (space == 0 || space + 1 == term.size()) return {term, {}};
  return {term.substr(0, space), term.substr(space + 1)};
}

// Weights that are no usual ones, the most used first; of those used as often the smaller ones.
std::vector<float> weights_of(const std::vector<Feature>& features) {
  std::vector<float> uses;
  for (const Feature& feature : features)
    if (weight_places.of(feature.weight) == usual_weights.size()) uses.push_back(feature.weight);
  std::ranges::sort(uses);
  std::vector<std::pair<std::size_t, float>> weights;  // with how often they are not used
  for (const float weight : uses) {
    if (weights.empty() || weights.back().second != weight) weights.emplace_back(uses.size(), weight);
    --weights.back().first;
  }
  std::ranges::sort(weights);
  std::vector<float> result;
  for (const auto& [rarity, weight] : weights) result.push_back(weight);
  return result;
}

}  // namespace

std::vector<AddedTerm> add_terms(const std::vector<Feature>& features, StringNumbers& strings) {
  std::vector<AddedTerm> added;
  added.reserve(features.size());
  for (const Feature& feature : features) {
    const Term term = split(feature.term);
    const std::uint32_t head = strings.add(term.head);
    added.push_back({head, term.tail.empty() ? 0 : strings.add(term.tail)});
  }
  return added;
}

namespace {

// A term as the numbers of its strings.
struct FeatureNumbers {
  std::uint32_t head, tail;
  const Feature* feature;
};

// Those of one head are few: they are put in their place among them.
void sort_by_numbers(std::vector<FeatureNumbers>& entries) {
  std::uint32_t most = 0;
  for (const auto& entry : entries) most = std::max(most, entry.head);
  std::vector<std::uint32_t> place(std::size_t{most} + 2);
  for (const auto& entry : entries) ++place[entry.head + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<FeatureNumbers> sorted(entries.size());
  for (const auto& entry : entries) sorted[place[entry.head]++] = entry;
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end = std::find_if(begin, sorted.end(), [&](const auto& one) { return one.head != begin->head; });
    std::sort(begin, end,
              [](const auto& a, const auto& b) { return a.tail != b.tail ? a.tail < b.tail : a.feature < b.feature; });
    begin = end;
  }
  entries = std::move(sorted);
}

}  // namespace

PackedFeatures pack_features(const Extraction& extraction, const std::vector<AddedTerm>& terms,
                             const StringNumbers& strings) {
  const auto& features = extraction.features;
  std::vector<FeatureNumbers> entries;
  entries.reserve(features.size());
  for (std::size_t f = 0; f < features.size(); ++f)
    entries.push_back({strings.number(terms[f].head), strings.number(terms[f].tail), &features[f]});
  sort_by_numbers(entries);
  PackedFeatures packed{weights_of(features), {}};
  Packer out;
  out.number(extraction.background_documents);
  std::uint32_t last = 0;
  for (const auto& [head, tail, feature] : entries) {
    const bool is_pair = tail != 0;
    std::uint32_t weight = weight_places.of(feature->weight);
    if (weight == usual_weights.size())
      weight += static_cast<std::uint32_t>(std::ranges::find(packed.weights, feature->weight) - packed.weights.begin());
    out.number(head - last);
    out.mixed(one_of(is_pair), one_of(feature->kind), rest(weight));
    if (is_pair) out.number(tail);
    out.number(feature->background);
    last = head;
  }
  packed.digits = out.take();
  return packed;
}

namespace {

// A feature as it was read: its term is not put together before its place is known.
struct ReadFeature {
  std::string_view head, tail;
  const float* weight;
  std::uint32_t background;
  FeatureKind kind;
  bool is_pair;
};

std::uint64_t order_of(const ReadFeature& feature) {
  const std::uint64_t head = head_of(feature.head);
  const std::size_t size = feature.head.size();
  if (!feature.is_pair || size >= 8) return head;
  const std::uint64_t behind = size == 7 ? 0 : head_of(feature.tail) >> (8 * size + 8);
  return head | std::uint64_t{' '} << (56 - 8 * size) | behind;
}

void put_term(std::string& term, const ReadFeature& feature) {
  term.reserve(feature.head.size() + 1 + feature.tail.size());
  term = feature.head;
  if (!feature.is_pair) return;
  term += ' ';
  term += feature.tail;
}

// Of terms whose first eight bytes are the same.
bool comes_before(const ReadFeature& a, const ReadFeature& b) {
  if (a.head == b.head) return a.is_pair != b.is_pair ? b.is_pair : a.tail < b.tail;
  std::string left, right;
  put_term(left, a);
  put_term(right, b);
  return left < right;
}

// By their terms.
std::vector<const ReadFeature*> sorted(const std::vector<ReadFeature>& read) {
  std::vector<std::pair<std::uint64_t, const ReadFeature*>> order;
  order.reserve(read.size());
  for (const ReadFeature& one : read) order.emplace_back(order_of(one), &one);
  std::ranges::sort(order, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : comes_before(*a.second, *b.second);
  });
  std::vector<const ReadFeature*> result;
  result.reserve(read.size());
  for (const auto& one : order) result.push_back(one.second);
  return result;
}

}  // namespace

std::string unpack_features(std::string_view digits, const std::vector<float>& weights, const LineStrings& strings,
                            std::size_t most_bytes, Extraction& extraction) {
  Unpacker in(digits);
  extraction.background_documents = in.number();
  if (in.failed()) return "packed.features: no number of background documents";
  std::vector<ReadFeature> read;
  read.reserve(digits.size() / 3);
  std::size_t bytes = 0;
  for (std::uint64_t head = 0; in.left() > 0;) {
    ReadFeature& feature = read.emplace_back();
    head += in.number();
    std::uint32_t number = 0;
    in.mixed(one_of(feature.is_pair), one_of(feature.kind), rest(number));
    feature.weight = value_of(number, usual_weights, weights);
    const std::uint32_t tail = feature.is_pair ? in.number() : 0;
    feature.background = in.number();
    if (in.failed() || head >= strings.size() || tail >= strings.size() || feature.weight == nullptr)
      return fmt::format("packed.features[{}]: no string or weight of this line", read.size() - 1);
    feature.head = strings[head];
    feature.tail = strings[tail];
    bytes += feature.head.size() + feature.tail.size();
    if (bytes > most_bytes) return "packed.features: too long for a line of this length";
  }
  auto& features = extraction.features;
  features.reserve(read.size());
  for (const ReadFeature* one : sorted(read)) {
    Feature& feature = features.emplace_back();
    put_term(feature.term, *one);
    feature.kind = one->kind;
    feature.weight = *one->weight;
    feature.background = one->background;
  }
  const auto twice = std::ranges::adjacent_find(features, {}, &Feature::term);
  return twice == features.end() ? std::string()
                                 : fmt::format("packed.features: \"{}\" twice (expected each term once)", twice->term);
}

namespace {

// Finds plain words among the words of the sentences, both in text order.
class Matcher {
 public:
  Matcher(const std::vector<PlainWord>& words, const std::vector<LineWord>& known) : words_(words), known_(known) {}

  // The known word that is this one; the number of known words where there is none. Words come in text order.
  std::size_t find(std::size_t word) {
    while (at_ < known_.size() && known_[at_].span.begin < words_[word].span.begin) ++at_;
    return is_same(word, at_) ? at_ : known_.size();
  }
  bool is_same(std::size_t word, std::size_t known) const {
    return word < words_.size() && known < known_.size() && known_[known].span == words_[word].span &&
           known_[known].hash == words_[word].hash;
  }

 private:
  const std::vector<PlainWord>& words_;
  const std::vector<LineWord>& known_;
  std::size_t at_ = 0;
};

void pack_word(Packer& out, const PlainWord& word, std::uint32_t end) {
  const auto gap = static_cast<std::int32_t>(word.span.begin - end);
  const bool far = gap != 1;
  const std::uint32_t length = word.span.end - word.span.begin;
  out.mixed(one_of(far), rest(length));
  if (far) out.number(from_signed(gap));
  out.hash(word.hash);
}

bool unpack_word(Unpacker& in, PlainWord& word, std::uint32_t last) {
  bool far = false;
  std::uint32_t length = 0;
  in.mixed(one_of(far), rest(length));
  const std::int64_t begin = std::int64_t{last} + (far ? to_signed(in.number()) : 1), end = begin + length;
  word.hash = in.hash();
  if (in.failed() || begin < 0 || end > std::numeric_limits<std::uint32_t>::max()) return false;
  word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return true;
}

}  // namespace

std::string pack_words(const std::vector<PlainWord>& words, const LineWords& known) {
  Matcher matcher(words, known.all());
  Packer out;
  const auto end_before = [&](std::size_t w) { return w == 0 ? 0 : words[w - 1].span.end; };
  for (std::size_t w = 0, at = 0; w < words.size();) {
    const std::size_t found = matcher.find(w);
    std::size_t taken = 0;
    if (at <= found && found < known.all().size())
      while (matcher.is_same(w + taken, found + taken)) ++taken;
    out.number(static_cast<std::uint32_t>(taken > 0 ? found - at : 0));
    out.number(static_cast<std::uint32_t>(taken));
    w += taken;
    if (taken > 0) at = found + taken;
    std::size_t behind = w;
    while (behind < words.size() && matcher.find(behind) == known.all().size()) ++behind;
    out.number(static_cast<std::uint32_t>(behind - w));
    for (; w < behind; ++w) pack_word(out, words[w], end_before(w));
  }
  return out.take();
}

std::string unpack_words(std::string_view digits, const LineWords& known, std::vector<PlainWord>& words) {
  Unpacker in(digits);
  words.reserve(known.all().size() + digits.size() / 4);
  for (std::uint64_t at = 0; in.left() > 0;) {
    at += in.number();
    const std::uint32_t taken = in.number(), written = in.number();
    if (in.failed() || at + taken > known.all().size() || written > in.left())
      return fmt::format("packed.words: no words of this line behind word {}", words.size());
    for (std::uint32_t i = 0; i < taken; ++i, ++at) words.push_back({known.all()[at].hash, known.all()[at].span});
    for (std::uint32_t i = 0; i < written; ++i) {
      PlainWord word;
      if (!unpack_word(in, word, words.empty() ? 0 : words.back().span.end))
        return fmt::format("packed.words: word {} is broken", words.size());
      words.push_back(word);
    }
  }
  return {};
}

}  // namespace corroborate::codec
