// Reads the noun phrase behind a number.
#include "extract/numbers/counted.h"

#include <fmt/format.h>

namespace corroborate::extraction {

namespace {

using syntax::Upos;
using syntax::Xpos;

class PhraseReader {
 public:
  PhraseReader(const Analysis& analysis, const std::vector<bool>& taken, std::size_t begin, std::size_t end)
      : analysis_(analysis), taken_(taken), begin_(begin), at_(end) {}

  Counted read() {
    if (const Counted compound = read_compound(); compound.head != no_index) return compound;
    skip_to_phrase();
    Counted counted;
    std::string gathered;
    for (; inside(at_) && !taken_[at_]; ++at_) {
      if (is_model_number()) {
        if (analysis_.form(at_) == "-") ++at_;
        gathered += fmt::format("-{}", analysis_.form(at_));
        continue;
      }
      const auto tag = analysis_.token(at_).upos;
      if (is_mark() || analysis_.lemma(at_) == "apiece") break;  // "sold at 350 apiece"
      const bool nominal = tag == Upos::noun || tag == Upos::propn || is_plural_after_more();
      if (is_joint()) continue;
      if (!nominal && tag != Upos::adj && !is_inside_compound() && !is_participle_modifier()) break;
      append(gathered);
      if (!nominal) continue;
      counted.head = static_cast<int>(at_);
      counted.lemmas = gathered;
      if (closes_phrase()) break;
    }
    return counted;
  }

 private:
  // "a four-cylinder engine", "a three-bed flat" have four cylinders and three beds; "a 12-strong crew" is of twelve.
  Counted read_compound() const {
    Counted counted;
    const bool glued = inside(at_ + 1) && analysis_.form(at_) == "-" && analysis_.glued_to_next(at_ - 1) &&
                       analysis_.glued_to_next(at_);
    if (!glued || analysis_.token(at_ + 1).upos != Upos::noun || !inside(at_ + 2)) return counted;
    if (analysis_.form(at_ + 2) == "-" || analysis_.form(at_ + 1) == "strong") return counted;
    counted.head = static_cast<int>(at_ + 1);
    counted.lemmas = std::string(analysis_.lemma(at_ + 1));
    return counted;
  }

  bool inside(std::size_t at) const { return same_sentence(analysis_, begin_, at); }

  // Past a hyphen, "more", "of the", a possessor and adverbs that grade an adjective ("20 decently sized plants").
  void skip_to_phrase() {
    if (inside(at_) && analysis_.form(at_) == "-" && analysis_.glued_to_next(at_)) ++at_;
    if (inside(at_) && analysis_.form(at_) == "strong") ++at_;
    if (inside(at_) && fold(analysis_.form(at_)) == "more" &&
        (is_nominal(at_ + 1) || (inside(at_ + 1) && analysis_.token(at_ + 1).xpos == Xpos::vbz))) {
      ++at_;
    }
    const bool all = inside(at_) && fold(analysis_.form(at_)) == "the" && is_nominal(at_ + 1);  // "half the boats"
    if (all || (inside(at_) && fold(analysis_.form(at_)) == "of")) {
      ++at_;
      while (inside(at_) && (analysis_.token(at_).upos == Upos::det || analysis_.token(at_).xpos == Xpos::prp_poss ||
                             is_possessor(at_) || analysis_.token(at_).upos == Upos::part || is_superlative_adverb() ||
                             analysis_.token(at_).upos == Upos::num)) {  // "300 of the 1,200 jobs"
        ++at_;
      }
    }
    if (inside(at_) && analysis_.token(at_).xpos == Xpos::rb && inside(at_ + 1) &&
        (analysis_.token(at_ + 1).upos == Upos::adj || analysis_.token(at_ + 1).xpos == Xpos::vbn) &&
        is_nominal(at_ + 2)) {
      at_ += analysis_.token(at_ + 1).upos == Upos::adj ? 1 : 2;
    }
  }

  // The "-47" of "seven AK-47 assault rifles", the 747 of "six Boeing 747 jets": what is counted stands behind it.
  bool is_model_number() const {
    const bool hyphen = at_ > begin_ && analysis_.form(at_) == "-" && analysis_.glued_to_next(at_ - 1) &&
                        analysis_.glued_to_next(at_) && inside(at_ + 1);
    const std::size_t number = hyphen ? at_ + 1 : at_;
    const bool behind_name = number == begin_ + 2 && begins_with_capital(number - 1);
    return (hyphen || behind_name) && analysis_.token(number).upos == Upos::num && !taken_[number] &&
           is_nominal(number + 1);
  }

  bool begins_with_capital(std::size_t at) const {
    const char first = analysis_.form(at).front();
    return first >= 'A' && first <= 'Z';
  }

  // A quotation mark or bracket that the tagger took for a noun.
  bool is_mark() const {
    const auto form = analysis_.form(at_);
    return form.size() == 1 && form != "-" && form.find_first_of("\"'()[]{}<>^~|_*") == 0;
  }

  // "eight more boats the port needs": a plural that the tagger took for a verb.
  bool is_plural_after_more() const {
    return analysis_.token(at_).xpos == Xpos::vbz && at_ == begin_ + 2 && fold(analysis_.form(at_ - 1)) == "more";
  }

  bool is_superlative_adverb() const {
    const auto word = fold(analysis_.form(at_));
    return word == "most" || word == "least";
  }

  bool is_possessor(std::size_t at) const {
    return analysis_.token(at).upos == Upos::propn && inside(at + 1) &&
           (analysis_.token(at + 1).xpos == Xpos::pos || analysis_.token(at + 1).upos == Upos::part);
  }

  bool is_nominal(std::size_t at) const {
    if (!inside(at)) return false;
    const auto tag = analysis_.token(at).upos;
    return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
  }

  // Hyphens, possessive marks and participles inside a compound ("coal-fired", "oil-producing").
  bool is_inside_compound() const {
    const auto& token = analysis_.token(at_);
    const bool joins =
        analysis_.form(at_) == "-" || token.upos == Upos::part || token.xpos == Xpos::vbg || token.xpos == Xpos::vbn;
    const bool tail = at_ > begin_ && analysis_.form(at_ - 1) == "-" && analysis_.glued_to_next(at_ - 1) &&
                      (token.xpos == Xpos::vbn || token.xpos == Xpos::vbg || token.upos == Upos::adv);
    if (tail) return is_nominal(at_ + 1);
    const bool letter = at_ > begin_ && analysis_.form(at_ - 1) == "-" && analysis_.glued_to_next(at_ - 1) &&
                        analysis_.form(at_).size() == 1 && token.upos != Upos::punct;
    if (letter) return is_nominal(at_ + 1);  // "flu-A vaccines"
    return joins && inside(at_ + 1) && analysis_.glued_to_next(at_) &&
           (is_nominal(at_ + 1) || (analysis_.form(at_) == "-" && is_nominal(at_ + 2)));
  }

  // "the most gifted and daring players", "three wounded soldiers": a participle before the noun.
  // "2,000 printed copies", "three passing touchdowns", where "three wounded others" ends at its participle.
  bool is_participle_modifier() const {
    const auto& token = analysis_.token(at_);
    const bool own = token.deprel == syntax::Deprel::amod && token.head > static_cast<std::int32_t>(at_) &&
                     (token.xpos == Xpos::vbn || token.xpos == Xpos::vbg);
    if (own && inside(at_ + 1) && analysis_.token(at_ + 1).upos == Upos::noun && !taken_[at_ + 1]) return true;
    if (analysis_.token(at_).xpos != Xpos::vbn || !inside(at_ + 1)) return false;
    const bool graded =
        at_ > begin_ && (analysis_.token(at_ - 1).xpos == Xpos::rbs || analysis_.token(at_ - 1).xpos == Xpos::rbr);
    return graded && (is_nominal(at_ + 1) || fold(analysis_.form(at_ + 1)) == "and");
  }

  // The "and" of "12 Kia and Hyundai vehicles", "one of the most able and daring pilots": modifiers of one noun on
  // either side, where "12 soldiers and civilians" are two.
  bool is_joint() const {
    if (fold(analysis_.form(at_)) != "and" || at_ == begin_ || !inside(at_ + 2)) return false;
    const auto& left = analysis_.token(at_ - 1);
    const auto& right = analysis_.token(at_ + 1);
    const bool alike = (left.upos == right.upos && (left.upos == Upos::propn || left.upos == Upos::adj)) ||
                       (left.upos == Upos::adj && right.xpos == Xpos::vbn) ||
                       (left.xpos == Xpos::vbn && right.upos == Upos::adj);
    return alike && left.xpos != Xpos::nns && right.xpos != Xpos::nns &&
           (analysis_.token(at_ + 2).upos == Upos::noun || (right.upos == Upos::adj && is_nominal(at_ + 2)));
  }

  // Words of one hyphenated compound keep their hyphen: "first-team player".
  void append(std::string& text) const {
    if (analysis_.form(at_) == "-" || analysis_.token(at_).upos == Upos::part) return;
    const bool compound = at_ > begin_ && analysis_.form(at_ - 1) == "-" && analysis_.glued_to_next(at_ - 1);
    if (!text.empty()) text += compound ? '-' : ' ';
    const auto tag = analysis_.token(at_).upos;
    if (tag == Upos::verb &&
        (compound || analysis_.token(at_).xpos == Xpos::vbn || analysis_.token(at_).xpos == Xpos::vbg))
      text += fold(analysis_.form(at_));
    else
      text += analysis_.lemma(at_);
  }

  // A noun in the plural ends the phrase unless another plural follows: "12 sales clerks", where the last word of
  // "12 boats sank" was taken for a noun.
  bool closes_phrase() const {
    if (!inside(at_ + 1)) return true;
    const bool plural = analysis_.token(at_).xpos == Xpos::nns;
    std::size_t next = at_ + 1;
    while (plural && inside(next) && analysis_.token(next).xpos == Xpos::nn) ++next;
    if (!inside(next)) return true;
    const auto tag = analysis_.token(next).upos;
    if (tag == Upos::noun) return false;
    return next > at_ + 1 || (plural && tag != Upos::part && analysis_.form(at_ + 1) != "-");
  }

  const Analysis& analysis_;
  const std::vector<bool>& taken_;
  std::size_t begin_;
  std::size_t at_;
};

}  // namespace

Counted read_counted(const Analysis& analysis, const std::vector<bool>& taken, std::size_t number_begin,
                     std::size_t number_end) {
  return PhraseReader(analysis, taken, number_begin, number_end).read();
}

}  // namespace corroborate::extraction
