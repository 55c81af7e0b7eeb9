// Every number and day with the words around it: what lets the same figure be found again where another sentence tells
// the same in other words, and no event of the lexicon keys it.
//
// `term` holds the content words of the sentence, each once, sorted, as classes of the lexicon where it has one ("killed"
// for "died"), with a space between. reconcile pairs figures by it and never holds them against one another.
#include <algorithm>

#include "extract/claims/claims.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

constexpr std::size_t most_words = 40;  // of a sentence; a longer one is a list

class FigureReader {
 public:
  explicit FigureReader(Reading& reading) : reading_(reading), analysis_(reading.analysis), is_figure_(analysis_.size()) {
    for (const auto& mention : reading.quantities) mark(mention.begin, mention.end);
    for (const auto& mention : reading.dates) mark(mention.begin, mention.end);
  }

  void read_all() {
    for (std::size_t q = 0; q < reading_.quantities.size(); ++q) {
      const auto& mention = reading_.quantities[q];
      const bool small_word = mention.quantity.relation == Relation::vague && mention.quantity.from < 10;
      const bool one = mention.quantity.from == 1 && mention.quantity.to == 1 && mention.quantity.dimension.empty();  // "a soldier"
      if (small_word || one || mention.quantity.rule == "half-alone" || mention.quantity.rule == "none-of-them") continue;
      Claim claim = figure(ClaimKind::quantity, mention.number_begin, mention.begin, mention.end);
      claim.quantity = static_cast<int>(q);
      claim.population = mention.quantity.counted;
      push(std::move(claim));
    }
    for (std::size_t d = 0; d < reading_.dates.size(); ++d) {
      const auto& mention = reading_.dates[d];
      const auto type = mention.date.type;
      if (type == TimexType::duration || type == TimexType::set || mention.date.rule == "clock-time") continue;
      if (mention.date.value.ends_with("_REF") || is_dateline(mention)) continue;
      Claim claim = figure(ClaimKind::date, mention.begin, mention.begin, mention.end);
      claim.date = static_cast<int>(d);
      push(std::move(claim));
    }
  }

 private:
  // "PORT ELLAN, 30 May -": the day of writing.
  bool is_dateline(const DateMention& mention) const {
    constexpr TokenIndex reach = 14;
    if (mention.begin > reach || mention.end >= analysis_.size()) return false;
    const auto next = analysis_.form(mention.end);
    return next == "-" || next == "--" || next == "\u2013" || next == "\u2014" || next == ")";
  }

  void mark(std::size_t begin, std::size_t end) { std::fill(is_figure_.begin() + static_cast<std::ptrdiff_t>(begin), is_figure_.begin() + static_cast<std::ptrdiff_t>(end), true); }

  Claim figure(ClaimKind kind, std::size_t at, TokenIndex begin, TokenIndex end) {
    Claim claim = make_claim(reading_, kind, at, begin, end);
    claim.term = words_of(analysis_.sentence_of(at));
    return claim;
  }

  // Without words there is nothing to know it by.
  void push(Claim claim) {
    if (claim.term.empty() || claim.polarity == Polarity::denied || claim.polarity == Polarity::retracted) return;
    claim.polarity = Polarity::asserted;  // "refused to discuss the 900 dockers": they are told of all the same
    claim.event = reading_.events.topic();
    claim.property = "figure";
    claim.rule = "figure";
    reading_.claims.push_back(std::move(claim));
  }

  const std::string& words_of(std::size_t sentence) {
    if (sentence == known_sentence_) return words_;
    known_sentence_ = sentence;
    std::vector<std::string_view> words;
    const auto& range = analysis_.sentence(sentence);
    for (std::size_t t = range.begin; t < range.end && words.size() < most_words; ++t) {
      if (is_content(t)) words.push_back(class_of(t));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    words_.clear();
    for (const auto word : words) words_.append(words_.empty() ? "" : " ").append(word);
    return words_;
  }

  bool is_content(std::size_t t) const {
    if (is_figure_[t]) return false;
    switch (analysis_.token(t).upos) {
      case Upos::noun: case Upos::verb: case Upos::adj: case Upos::propn: break;
      case Upos::adp: case Upos::adv: case Upos::aux: case Upos::cconj: case Upos::det: case Upos::intj: case Upos::num: case Upos::part:
      case Upos::pron: case Upos::punct: case Upos::sconj: case Upos::sym: case Upos::x: return false;
    }
    const auto lemma = analysis_.lemma(t);
    return lemma != "be" && lemma != "have" && lemma != "do" && lemma != "say" && lemma != "take" && lemma != "people" && lemma != "year" &&
           lemma != "person" && lemma != "place" && lemma.find(' ') == std::string_view::npos;
  }

  // Of a word that stands alone in its row.
  std::string_view class_of(std::size_t t) const {
    for (const auto& [table, column] : {std::pair{Table::events, 2}, std::pair{Table::populations, 1}}) {
      const Hit* hit = analysis_.longest(table, t);
      if (hit != nullptr && hit->length == 1) return (*hit->row)[static_cast<std::size_t>(column)];
    }
    return analysis_.lemma(t);
  }

  Reading& reading_;
  const Analysis& analysis_;
  std::vector<bool> is_figure_;
  std::size_t known_sentence_ = static_cast<std::size_t>(-1);
  std::string words_;
};

}  // namespace

void read_figure_claims(Reading& reading) { FigureReader(reading).read_all(); }

}  // namespace corroborate::extraction
