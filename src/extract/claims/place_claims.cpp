// Claims about places that do not depend on what happened there: how many people live in one ("Skerry island, home to
// 120,000 people") and how far it lies from another ("1,500 kilometers south of Tehran").
#include <algorithm>
#include <array>

#include "extract/claims/claims.h"
#include "text/bearing.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

constexpr std::array<std::string_view, 8> kinds_of_place = {"island",   "city",     "town",   "village",
                                                            "province", "district", "county", "region"};

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class PlaceReader {
 public:
  explicit PlaceReader(Reading& reading)
      : reading_(reading), analysis_(reading.analysis), predicates_(reading.predicates) {}

  void read_all() {
    for (std::size_t q = 0; q < reading_.quantities.size(); ++q) {
      const auto& quantity = reading_.quantities[q].quantity;
      if (quantity.dimension.empty()) read_inhabitants(static_cast<int>(q));
      if (quantity.dimension == "length") read_distance(static_cast<int>(q));
    }
  }

 private:
  const QuantityMention& mention(int number) const { return reading_.quantities[static_cast<std::size_t>(number)]; }
  bool is_word(std::size_t at, std::string_view word) const {
    return at < analysis_.size() && fold(analysis_.form(at)) == word;
  }

  // ---- inhabitants

  void read_inhabitants(int number) {
    const auto& count = mention(number);
    if (count.begin < 2) return;
    std::size_t anchor = 0;  // what the place's phrase is sought in front of
    const bool home = is_word(count.begin - 1, "to") && is_word(count.begin - 2, "home");
    const bool population = is_word(count.begin - 1, "of") && is_word(count.begin - 2, "population");
    const bool has = analysis_.lemma(count.begin - 1) == "have" && count.head != no_index &&
                     lives_there(static_cast<std::size_t>(count.head));
    if (home || population)
      anchor = count.begin - 2;
    else if (has)
      anchor = count.begin - 1;
    else
      return;
    std::string place = has || population ? subject_place(anchor) : std::string();
    if (place.empty()) place = place_in_front(anchor);
    if (place.empty()) return;
    const TokenIndex end =
        count.head == no_index ? count.end : std::max(count.end, static_cast<TokenIndex>(count.head + 1));
    add(number, static_cast<TokenIndex>(anchor), end, "population", std::move(place));
  }

  bool lives_there(std::size_t noun) const {
    const auto lemma = analysis_.lemma(noun);
    return lemma == "resident" || lemma == "inhabitant" || lemma == "people" || lemma == "person";
  }

  // The subject of the verb that holds the token, where it is a place; also behind "which".
  std::string subject_place(std::size_t token) const {
    const auto clause = predicates_.clause_of(token);
    const int subject = predicates_.subject_of(clause);
    return subject == no_index ? std::string() : place_at(static_cast<std::size_t>(subject));
  }

  // The last place named a few words in front, with no verb but "be" between.
  std::string place_in_front(std::size_t token) const {
    constexpr std::size_t reach = 6;
    for (std::size_t back = 1; back <= reach && back <= token; ++back) {
      const std::size_t t = token - back;
      if (analysis_.sentence_of(t) != analysis_.sentence_of(token) || analysis_.token(t).upos == Upos::verb) return {};
      if (std::string place = place_at(t); !place.empty()) return place;
    }
    return {};
  }

  // ---- distance

  void read_distance(int number) {
    const auto& length = mention(number);
    std::size_t at = past_conversion(length.end);
    if (at >= analysis_.size() || !text::is_bearing(fold(analysis_.form(at)))) return;
    while (at < analysis_.size() && text::is_bearing(fold(analysis_.form(at)))) ++at;
    if (!is_word(at, "of") && !is_word(at, "from")) return;
    const std::size_t there = is_word(at + 1, "the") ? at + 2 : at + 1;
    const std::string from = there < analysis_.size() ? place_at(there) : std::string();
    if (from.empty()) return;
    const std::string place = located_place(length);
    if (place.empty() || place == from) return;
    add(number, length.begin, static_cast<TokenIndex>(there + 1), "distance", place + " from " + from);
  }

  // "480 kilometers (300 miles) southeast": past what stands in brackets.
  std::size_t past_conversion(std::size_t at) const {
    if (!is_word(at, "(")) return at;
    for (std::size_t t = at; t < at + 8 && t < analysis_.size(); ++t) {
      if (is_word(t, ")")) return t + 1;
    }
    return at;
  }

  // The place that lies there: what the measure hangs on, or the subject of that.
  std::string located_place(const QuantityMention& length) const {
    std::size_t at = std::max<std::size_t>(length.number_begin, length.end - 1u);
    for (int steps = 0; steps < 6; ++steps) {
      for (const auto child : analysis_.children(at)) {
        const auto label = analysis_.token(child).deprel;
        if (label != Deprel::nsubj && label != Deprel::nsubj_pass) continue;
        return child < length.begin ? place_at(child) : std::string();
      }
      if (at < length.begin) {
        if (std::string place = place_at(at); !place.empty()) return place;
      }
      if (analysis_.token(at).head < 0) break;
      at = static_cast<std::size_t>(analysis_.token(at).head);
    }
    return {};
  }

  // ---- places

  // Key of the place that a token names; "the island" is the last one that was called an island. Empty when none.
  std::string place_at(std::size_t token) const {
    if (const Hit* known = analysis_.longest(Table::places, token); known != nullptr && (*known->row)[2] != "demonym") {
      return plain_key(std::string((*known->row)[1]));  // "Tehran" may also speak for its government
    }
    const int entity = reading_.entities.of_token(token);
    if (entity != no_index) {
      const auto& named = reading_.entities.at(entity);
      return named.kind == EntityKind::body ? std::string() : plain_key(named.key);
    }
    const auto kind = analysis_.lemma(token);
    if (!is_one_of(kinds_of_place, kind)) return {};
    for (std::size_t t = token; t > 0; --t) {
      const int before = reading_.entities.of_token(t - 1);
      if (before == no_index) continue;
      const auto& named = reading_.entities.at(before);
      const bool called = named.key.ends_with("-" + std::string(kind)) || (t < token && is_word(t, kind));
      if (called) return plain_key(named.key);
    }
    return {};
  }

  // "skerry-island" and "skerry" are one.
  static std::string plain_key(std::string key) {
    for (const auto kind : kinds_of_place) {
      if (key.size() > kind.size() + 1 && key.ends_with("-" + std::string(kind)))
        key.resize(key.size() - kind.size() - 1);
    }
    return key;
  }

  void add(int number, TokenIndex begin, TokenIndex end, std::string property, std::string place) {
    Claim claim = make_claim(reading_, ClaimKind::quantity, mention(number).number_begin, begin, end);
    claim.event = reading_.events.topic();
    claim.property = std::move(property);
    claim.population = std::move(place);
    claim.quantity = number;
    claim.rule = "place-" + claim.property;
    reading_.claims.push_back(std::move(claim));
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace

void read_place_claims(Reading& reading) { PlaceReader(reading).read_all(); }

}  // namespace corroborate::extraction
