// Tells words that count from the same words in other use: "both Egypt and Jordan", "double standards", "the Twins".
#include "extract/numbers/counting_words.h"

#include <vector>

#include "extract/numbers/counted.h"
#include "extract/numbers/number_rows.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;
using syntax::Xpos;

constexpr std::size_t event_pos = 1, event_kind = 3;  // columns of the events table

bool is_nominal(const Analysis& analysis, std::size_t at) {
  const auto tag = analysis.token(at).upos;
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
}

bool is_verbal(const Analysis& analysis, std::size_t at) {
  const auto tag = analysis.token(at).upos;
  return tag == Upos::verb || tag == Upos::aux;
}

bool is_lower(std::string_view form) { return form[0] >= 'a' && form[0] <= 'z'; }

Number number_of(const Hit& hit, NumberKind kind) {
  const double value = low_of(*hit.row);
  return {hit.token, static_cast<TokenIndex>(hit.token + hit.length), value, value, kind, false};
}

// "both Egypt and Jordan", "both local and foreign": a conjunction that counts nothing. A verb or a mark before the
// "and" ends the phrase.
bool joins_two(const Analysis& analysis, std::size_t both) {
  constexpr std::size_t reach = 12;
  if (word_is(analysis, both + 1, "and")) return false;  // "wounding both and killing a third"
  for (std::size_t at = both + 1; at <= both + reach && same_sentence(analysis, both, at); ++at) {
    if (word_is(analysis, at, "and") || analysis.form(at) == "&") return true;
    if (analysis.token(at).upos == Upos::punct || (is_verbal(analysis, at) && analysis.token(at).xpos != Xpos::vbn))
      return false;
  }
  return false;
}

// "both pilots", "both of them", "both his sons", "both were hurt", "wounding both".
std::optional<CountingWord> read_both(const Analysis& analysis, const std::vector<bool>& taken, const Hit& hit) {
  if (joins_two(analysis, hit.token)) return std::nullopt;
  CountingWord word{number_of(hit, NumberKind::cardinal)};
  std::size_t next = hit.token + 1u;
  const bool ends = !same_sentence(analysis, hit.token, next) || analysis.token(next).upos == Upos::punct ||
                    word_is(analysis, next, "and");
  if (ends || is_verbal(analysis, next)) return word;
  const auto tag = analysis.token(next).xpos;
  if (tag == Xpos::prp_poss || tag == Xpos::dt) ++next;
  const Counted counted = read_counted(analysis, taken, next - 1, next);
  if (counted.head == no_index && !word_is(analysis, next, "of")) return std::nullopt;
  word.head = counted.head;
  word.counted = counted.lemmas;
  return word;
}

// "a pair of swans", "the duo", "triplets", "a hat-trick"; no name ("the Twins") and no part of another word ("twin
// beds").
std::optional<CountingWord> read_group(const Analysis& analysis, const std::vector<bool>& taken, const Hit& hit) {
  if (!is_lower(analysis.form(hit.token)) && hit.token > 0 && same_sentence(analysis, hit.token, hit.token - 1u))
    return std::nullopt;
  CountingWord word{number_of(hit, NumberKind::cardinal)};
  const std::size_t last = word.number.end - 1u;
  const bool as_written = folds_to(analysis.form(last), hit.row->phrase()) || hit.length > 1;  // no "pairs"
  if (!as_written || analysis.token(last).upos == Upos::verb) return std::nullopt;
  if (word_is(analysis, word.number.end, "of") && same_sentence(analysis, last, word.number.end)) {
    const Counted counted = read_counted(analysis, taken, hit.token, word.number.end);
    word.head = counted.head;
    word.counted = counted.lemmas;
    return word;
  }
  if (same_sentence(analysis, last, word.number.end) &&
      (is_nominal(analysis, word.number.end) || analysis.form(word.number.end) == "-"))
    return std::nullopt;
  const bool plural = analysis.token(last).xpos == Xpos::nns;
  if (plural) word.counted = analysis.lemma(last);
  return word;
}

// "a double murder", "a triple-stabbing suspect": an event that befell so many. "Double standards" are none.
std::optional<CountingWord> read_multiple(const Analysis& analysis, const Hit& hit) {
  std::size_t at = hit.token + 1u;
  if (is_hyphen(analysis, at)) ++at;
  if (!same_sentence(analysis, hit.token, at) || analysis.token(at).upos == Upos::verb) return std::nullopt;
  for (const Hit& event : analysis.hits_at(at)) {
    if (event.row->table != Table::events || event.length != 1 || (*event.row)[event_pos] != "noun") continue;
    if ((*event.row)[event_kind] != "harm" && (*event.row)[event_kind] != "attack") continue;
    CountingWord word{number_of(hit, NumberKind::cardinal), static_cast<int>(at)};
    word.counted = analysis.lemma(at);
    return word;
  }
  return std::nullopt;
}

// "twice"; "twice-weekly" is how often it comes, and no count.
std::optional<CountingWord> read_times(const Analysis& analysis, const Hit& hit) {
  if (is_hyphen(analysis, hit.token + 1u)) return std::nullopt;
  return CountingWord{number_of(hit, NumberKind::fold)};
}

// "has doubled", "doubled the price", where "doubled down", "doubled as" and "doubled up" multiply nothing.
std::optional<CountingWord> read_growth(const Analysis& analysis, const Hit& hit) {
  if (analysis.token(hit.token).upos != Upos::verb) return std::nullopt;
  const std::size_t next = hit.token + 1u;
  for (const std::string_view particle : {"down", "up", "as", "over", "back", "-"}) {
    if (word_is(analysis, next, particle)) return std::nullopt;
  }
  return CountingWord{number_of(hit, NumberKind::fold)};
}

}  // namespace

std::optional<CountingWord> read_counting_word(const Analysis& analysis, const std::vector<bool>& taken,
                                               std::size_t token) {
  for (const Hit& hit : analysis.hits_at(token)) {
    if (hit.row->table != Table::numbers) continue;
    const auto kind = kind_of(*hit.row);
    std::optional<CountingWord> word;
    if (kind == "both") word = read_both(analysis, taken, hit);
    if (kind == "group") word = read_group(analysis, taken, hit);
    if (kind == "multiple") word = read_multiple(analysis, hit);
    if (kind == "times") word = read_times(analysis, hit);
    if (kind == "growth") word = read_growth(analysis, hit);
    if (word) return word;
  }
  return std::nullopt;
}

std::optional<Number> read_single(const Analysis& analysis, std::size_t token) {
  const auto article = analysis.form(token);
  if (!folds_to(article, "a") && !folds_to(article, "the") && !folds_to(article, "one")) return std::nullopt;
  if (!same_sentence(analysis, token, token + 2) || !is_nominal(analysis, token + 2)) return std::nullopt;
  if (number_row(analysis, token + 1, "single") == nullptr || analysis.token(token + 2).xpos == Xpos::jjs)
    return std::nullopt;  // "the single biggest"
  return Number{static_cast<TokenIndex>(token), static_cast<TokenIndex>(token + 2), 1, 1, NumberKind::cardinal, false};
}

}  // namespace corroborate::extraction
