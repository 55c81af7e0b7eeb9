// Sentences from claims, and back.
#include "codec/line_sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <limits>
#include <tuple>

namespace corroborate::codec {
namespace {

// Where a sentence begins, as far as its first claim tells.
LineSentence sentence_of(const Claim& claim) {
  LineSentence sentence{claim.context, claim.sentence, claim.line, 1, count_code_points(claim.context)};
  sentence.one_line = sentence.text.find('\n') == std::string::npos;
  const auto before = text_before(sentence, claim.span.begin);
  const auto lines = sentence.one_line ? 0 : static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  sentence.line -= std::min(lines, sentence.line);
  const std::uint32_t behind = count_code_points(before);
  if (lines == 0 && claim.column > behind) sentence.column = claim.column - behind;
  return sentence;
}

ClaimPlace place_of(const Claim& claim, const LineSentence& sentence, std::uint32_t number) {
  ClaimPlace place{number, static_cast<std::int32_t>(claim.span.begin - sentence.span.begin),
                   claim.span.end - claim.span.begin};
  const TextPlace found = place_behind(sentence, text_before(sentence, claim.span.begin));
  place.own_place = found.line != claim.line || found.column != claim.column;
  place.own_quote = quote_of(sentence, claim.span) != claim.quote;
  return place;
}

}  // namespace

namespace {

// Where a claim stands, to be sorted by; its number comes last, so that no two are alike.
struct ClaimKey {
  std::uint64_t sentence;
  std::uint32_t begin, number;
  auto operator<=>(const ClaimKey&) const = default;
};

std::vector<ClaimKey> keys_of(const std::vector<Claim>& claims) {
  std::vector<ClaimKey> keys;
  keys.reserve(claims.size());
  for (const Claim& claim : claims)
    keys.push_back({std::uint64_t{claim.sentence.begin} << 32 | claim.sentence.end, claim.span.begin,
                    static_cast<std::uint32_t>(keys.size())});
  return keys;
}

// By sentence and, should texts of one sentence differ, by text; then by place.
std::vector<ClaimKey> sort_claims(const std::vector<Claim>& claims) {
  std::vector<ClaimKey> keys = keys_of(claims);
  if (!std::ranges::is_sorted(keys)) std::ranges::sort(keys);
  const auto differ = [&](const ClaimKey& a, const ClaimKey& b) {
    return a.sentence == b.sentence && claims[a.number].context != claims[b.number].context;
  };
  if (std::ranges::adjacent_find(keys, differ) == keys.end()) return keys;
  std::ranges::sort(keys, {}, [&](const ClaimKey& key) {
    return std::tuple(key.sentence, std::string_view(claims[key.number].context), key.begin, key.number);
  });
  return keys;
}

}  // namespace

PlacedClaims place_claims(const std::vector<Claim>& claims) {
  PlacedClaims placed;
  placed.places.resize(claims.size());
  for (const ClaimKey& key : sort_claims(claims)) {
    const std::uint32_t c = key.number;
    const Claim& claim = claims[c];
    const bool known = !placed.sentences.empty() && placed.sentences.back().span == claim.sentence &&
                       placed.sentences.back().text == claim.context;
    if (!known) placed.sentences.push_back(sentence_of(claim));
    placed.places[c] =
        place_of(claim, placed.sentences.back(), static_cast<std::uint32_t>(placed.sentences.size() - 1));
  }
  return placed;
}

namespace {

// Behind the sentence before, on the same line: what a sentence's place is taken to be.
struct Flow {
  std::uint32_t end = 0;
  TextPlace place{1, 1};

  void pass(const LineSentence& sentence) {
    place = place_behind(sentence, sentence.text);
    place.column += sentence.span.end - sentence.span.begin - sentence.code_points;
    end = sentence.span.end;
  }
};

}  // namespace

std::string pack_places(const std::vector<LineSentence>& sentences) {
  Packer out;
  Flow flow;
  for (const LineSentence& sentence : sentences) {
    const std::uint32_t gap = sentence.span.begin - flow.end;
    const std::uint32_t cut = sentence.span.end - sentence.span.begin - sentence.code_points;
    const bool is_cut = cut != 0;
    const bool elsewhere = sentence.line != flow.place.line || sentence.column != flow.place.column + gap;
    const std::uint32_t step = from_signed(static_cast<std::int32_t>(gap));
    out.mixed(one_of(is_cut), one_of(elsewhere));
    out.number(step);
    if (is_cut) out.number(from_signed(static_cast<std::int32_t>(cut)));
    if (elsewhere) {
      out.number(from_signed(static_cast<std::int32_t>(sentence.line - flow.place.line)));
      out.number(sentence.column);
    }
    flow.pass(sentence);
  }
  return out.take();
}

std::string unpack_places(std::string_view digits, std::vector<std::string>&& texts,
                          std::vector<LineSentence>& sentences) {
  Unpacker in(digits);
  Flow flow;
  sentences.reserve(texts.size());
  for (std::string& text : texts) {
    const std::uint32_t code_points = count_code_points(text);
    bool is_cut = false, elsewhere = false;
    in.mixed(one_of(is_cut), one_of(elsewhere));
    const std::int32_t gap = to_signed(in.number());
    const std::int32_t cut = is_cut ? to_signed(in.number()) : 0;
    const std::int64_t begin = std::int64_t{flow.end} + gap, end = begin + code_points + cut;
    if (in.failed() || begin < 0 || end < begin || end > std::numeric_limits<std::uint32_t>::max())
      return fmt::format("packed.sentences[{}]: no place in a text", sentences.size());
    LineSentence sentence{std::move(text), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
    sentence.code_points = code_points;
    sentence.one_line = sentence.text.find('\n') == std::string::npos;
    sentence.line = flow.place.line;
    sentence.column = flow.place.column + static_cast<std::uint32_t>(gap);
    if (elsewhere) {
      sentence.line += static_cast<std::uint32_t>(to_signed(in.number()));
      sentence.column = in.number();
    }
    flow.pass(sentence);
    sentences.push_back(std::move(sentence));
  }
  if (in.failed() || in.left() > 0) return "packed.sentences: not as many as sentences";
  return {};
}

std::string fill_claim(Claim& claim, const ClaimPlace& place, const std::vector<LineSentence>& sentences) {
  if (place.sentence >= sentences.size())
    return fmt::format("sentence {} (expected less than {})", place.sentence, sentences.size());
  const LineSentence& sentence = sentences[place.sentence];
  const std::int64_t begin = std::int64_t{sentence.span.begin} + place.from_sentence, end = begin + place.length;
  if (begin < 0 || end > std::numeric_limits<std::uint32_t>::max()) return "a span outside any text";
  claim.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  claim.sentence = sentence.span;
  claim.context = sentence.text;
  if (!place.own_quote) claim.quote = quote_of(sentence, claim.span);
  if (!place.own_place) {
    const TextPlace found = place_behind(sentence, text_before(sentence, claim.span.begin));
    claim.line = found.line;
    claim.column = found.column;
  }
  return {};
}

}  // namespace corroborate::codec
