// Climbs from a token to the root of its sentence and looks at each step for what negates it or makes it no fact.
#include "extract/events/polarity.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

// What the modality table says of a word: the longest row that starts with it or, of several words, ends with it.
std::string_view row_of(const Analysis& analysis, std::size_t token) {
  const Hit* hit = analysis.longest(Table::modality, token);
  const Hit* ending = analysis.longest_before(Table::modality, token + 1);
  if (ending != nullptr && (hit == nullptr || ending->length > hit->length)) hit = ending;
  return hit == nullptr ? std::string_view{} : (*hit->row)[1];
}

bool is_subject(Deprel label) {
  return label == Deprel::nsubj || label == Deprel::nsubj_pass || label == Deprel::csubj;
}

bool opens_infinitive(const Analysis& analysis, std::size_t verb) {
  return std::ranges::any_of(analysis.children(verb),
                             [&](TokenIndex child) { return analysis.token(child).xpos == Xpos::to; }) ||
         (verb > 0 && analysis.token(verb - 1).xpos == Xpos::to);
}

bool is_clause(Deprel label) {
  return label == Deprel::xcomp || label == Deprel::ccomp || label == Deprel::acl || label == Deprel::advcl ||
         label == Deprel::csubj;
}

bool is_complement(Deprel label) { return label == Deprel::obl || label == Deprel::nmod || label == Deprel::obj; }

class Negation {
 public:
  explicit Negation(const Analysis& analysis) : analysis_(analysis) {}

  bool reaches(std::size_t token) const {
    if (is_attribute(token)) return false;
    std::size_t at = token, from = token;
    bool is_subject_of = false;  // what negates the verb of a subject leaves the subject as it is
    while (true) {
      if (!is_subject_of && (negates_itself(at, from) || follows_yet(at))) return true;
      const auto& word = analysis_.token(at);
      if (word.head < 0) return false;
      const auto up = static_cast<std::size_t>(word.head);
      if (word.deprel == Deprel::nummod && is_definite(analysis_, up)) return false;
      const auto row = row_of(analysis_, up);
      if (row == "unknown") return false;  // "not known how many": a question, and no denial
      if (row == "cleared" && is_complement(word.deprel)) return false;  // "cleared of nine murders": nine were charged
      if (is_doubted(up)) return false;
      if (is_denied_by(at, up) || follows_set_in(at)) return true;
      if (crosses_relative(at, up)) return false;
      is_subject_of = is_subject(word.deprel);
      if (is_subject_of ? denies_subject(at, up) : false) return true;
      if (!is_subject_of && (!carries(at, up) || is_reported(word.deprel, up))) return false;
      from = at;
      at = up;
    }
  }

  // "not sure that nine dockers died": neither a denial nor a statement.
  bool is_doubted(std::size_t word) const { return row_of(analysis_, word) == "sure" && is_negated_word(word); }

 private:
  // "No one was hurt in the fire, which saw nine men tackle …": what stands behind ", which" belongs to its clause,
  // wherever the tree hangs it.
  bool crosses_relative(std::size_t at, std::size_t up) const {
    for (std::size_t t = up + 2; t < at; ++t) {
      const auto tag = analysis_.token(t).xpos;
      if ((tag == Xpos::wdt || tag == Xpos::wp) && analysis_.form(t - 1) == ",") return true;
    }
    return false;
  }

  // "will not sell 500-milligram tablets": the measure tells which, and is not denied.
  bool is_attribute(std::size_t token) const {
    return token + 1 < analysis_.size() && analysis_.token(token).upos == Upos::num && analysis_.form(token + 1) == "-";
  }

  // "not only", "no fewer than", "not until" negate nothing here.
  bool is_plain(std::size_t negator) const {
    if (negator + 1 >= analysis_.size()) return true;
    const auto next = analysis_.lemma(negator + 1);
    constexpr std::string_view others[] = {"only",  "just",   "more",   "few",  "fewer", "less", "least",
                                           "until", "merely", "simply", "much", "many",  "even"};
    return std::ranges::find(others, next) == std::end(others);
  }

  bool is_negator(std::size_t t) const {
    const Hit* hit = analysis_.longest(Table::modality, t);
    if (hit == nullptr || (*hit->row)[1] != "negated" || !is_plain(t)) return false;
    const auto tag = analysis_.token(t).upos;
    return tag != Upos::verb && tag != Upos::noun && tag != Upos::adj;  // "fail", "refusal" govern instead
  }

  // A negative word beside the token, or a subject that is nobody: not the one in which the token itself stands.
  bool negates_itself(std::size_t at, std::size_t from) const {
    for (const auto child : analysis_.children(at)) {
      if (child == from && from != at) continue;
      const auto label = analysis_.token(child).deprel;
      const bool beside = label == Deprel::advmod || label == Deprel::aux || label == Deprel::mark ||
                          label == Deprel::case_ || label == Deprel::cc;
      const bool verbal = analysis_.token(at).upos == Upos::verb || analysis_.token(at).upos == Upos::aux ||
                          analysis_.token(at).upos == Upos::adj || has_copula(at);
      if (label == Deprel::aux && child + 1u < at && is_negator(child + 1u)) return true;  // "did not openly sack"
      if (beside && is_negator(child) && (verbal || label != Deprel::advmod || analysis_.lemma(child) != "no"))
        return true;
      if (is_subject(label) && is_nobody(child)) return true;
    }
    return false;
  }

  bool has_copula(std::size_t at) const {
    return std::ranges::any_of(analysis_.children(at),
                               [&](TokenIndex child) { return analysis_.token(child).deprel == Deprel::cop; });
  }

  // "none of the candidates", "no side", "neither", "nobody"
  bool is_nobody(std::size_t noun) const {
    const auto lemma = fold(analysis_.form(noun));
    if (lemma == "none" || lemma == "nobody" || lemma == "nothing" || lemma == "neither") return true;
    return std::ranges::any_of(analysis_.children(noun), [&](TokenIndex child) {
      const auto word = analysis_.lemma(child);
      return analysis_.token(child).deprel == Deprel::det && (word == "no" || word == "neither") && is_plain(child);
    });
  }

  // "has yet to take", "had yet to free nine dockers", where "free" was taken for no verb
  bool follows_yet(std::size_t at) const {
    std::size_t to = at;
    if (at > 0 && analysis_.token(at - 1).xpos == Xpos::to)
      to = at - 1;
    else if (is_object_of_to(at))
      to = analysis_.subtree(at).first;
    return to < at && to > 0 && analysis_.lemma(to - 1) == "yet";
  }

  // "to free nine dockers" hung on as if it were "to nine dockers".
  bool is_object_of_to(std::size_t noun) const {
    const auto label = analysis_.token(noun).deprel;
    return (label == Deprel::obl || label == Deprel::nmod) && analysis_.lemma(analysis_.subtree(noun).first) == "to";
  }

  // "It is untrue, the port insisted, that …": the clause goes on from the word in front of what is set in.
  bool follows_set_in(std::size_t clause) const {
    std::size_t that = analysis_.subtree(clause).first;
    if (analysis_.form(that) == ",") ++that;
    const auto begin = analysis_.sentence(analysis_.sentence_of(clause)).begin;
    if (analysis_.lemma(that) != "that" || that < begin + 3u || analysis_.form(that - 1) != ",") return false;
    std::size_t comma = that - 2;
    while (comma > begin && analysis_.form(comma) != ",") --comma;
    return comma > begin && row_of(analysis_, comma - 1) == "denied" && !is_negated_word(comma - 1);
  }

  bool is_negated_word(std::size_t at) const {
    return negates_itself(at, at) || std::ranges::any_of(analysis_.children(at), [&](TokenIndex child) {
             return analysis_.token(child).deprel == Deprel::det && analysis_.lemma(child) == "no";
           });
  }

  // The word above says that it is not so: "failed to", "untrue that", "no evidence that", "not guilty of".
  bool is_denied_by(std::size_t at, std::size_t up) const {
    const auto label = analysis_.token(at).deprel;
    const auto row = row_of(analysis_, up);
    const bool clause =
        is_clause(label) ||
        (label == Deprel::acl_relcl && (row == "support" || row == "denied"));  // "evidence that", taken for a relative
    const bool noun = is_complement(label);
    if (row == "cleared") return clause && !is_negated_word(up);
    if (row == "negated" && !is_negator(up))
      return (label == Deprel::xcomp || label == Deprel::acl ||
              (label == Deprel::advcl && opens_infinitive(analysis_, at)) || is_object_of_to(at)) &&
             !is_negated_word(up);
    const auto over = analysis_.token(up).head;
    if (label == Deprel::ccomp && over >= 0 && analysis_.lemma(static_cast<std::size_t>(over)) == "nothing")
      return true;  // "nothing to show that"
    if (label == Deprel::acl && analysis_.token(up).deprel == Deprel::obj && over >= 0) {
      const auto above = row_of(analysis_, static_cast<std::size_t>(over));  // "cleared the driver of stealing"
      if (above == "denied" || above == "cleared") return true;
    }
    if (row == "denied")
      return (clause || label == Deprel::nsubj || (noun && label != Deprel::obj)) && !is_negated_word(up);
    if (row == "support" && (clause || noun)) return is_negated_word(up) || governs_negated(up);
    return false;
  }

  // "did not find evidence that": the verb over the evidence.
  bool governs_negated(std::size_t noun) const {
    const auto& word = analysis_.token(noun);
    return word.head >= 0 && (word.deprel == Deprel::obj || word.deprel == Deprel::nsubj) &&
           is_negated_word(static_cast<std::size_t>(word.head));
  }

  // What is said is negated by its own words alone: "did not say that …" declines, it does not deny.
  bool is_reported(Deprel label, std::size_t up) const {
    return label == Deprel::ccomp && analysis_.longest(Table::cues, up) != nullptr && row_of(analysis_, up).empty();
  }

  // "nine dockers were not among the dead": of a state that is denied the subject is denied too.
  bool denies_subject(std::size_t subject, std::size_t predicate) const {
    const auto& word = analysis_.token(predicate);
    if (word.upos == Upos::verb || subject > predicate) return false;
    const auto children = analysis_.children(predicate);
    const bool among =
        std::ranges::any_of(children, [&](TokenIndex child) { return analysis_.lemma(child) == "among"; });
    return among && std::ranges::any_of(children, [&](TokenIndex child) { return is_negator(child); });
  }

  // Whether a negation over `up` takes in what hangs on it here.
  bool carries(std::size_t at, std::size_t up) const {
    switch (analysis_.token(at).deprel) {
      case Deprel::obj:
      case Deprel::iobj:
      case Deprel::xcomp:
      case Deprel::ccomp:
      case Deprel::nummod:
      case Deprel::det:
      case Deprel::amod:
      case Deprel::compound:
      case Deprel::flat:
      case Deprel::fixed:
      case Deprel::advmod:
      case Deprel::obl_agent:
      case Deprel::acl:
      case Deprel::nmod_poss:
      case Deprel::dep:
        return true;
      case Deprel::obl_unmarked:
        return at > up;
      case Deprel::obl:
      case Deprel::nmod:
        return at > up && has_close_preposition(at);
      case Deprel::conj:
        return analysis_.token(at).upos != Upos::verb;
      case Deprel::acl_relcl:  // "it was not something the crew planned"
        return is_content(at, up) || (analysis_.token(up).upos == Upos::pron && has_copula(up));
      default:
        return false;
    }
  }

  // "the report that nine dockers died": what the noun says, not which one it is.
  bool is_content(std::size_t clause, std::size_t noun) const {
    return analysis_.lemma(analysis_.subtree(clause).first) == "that" &&
           analysis_.longest(Table::cues, noun) != nullptr;
  }

  bool has_close_preposition(std::size_t noun) const {
    return std::ranges::any_of(analysis_.children(noun), [&](TokenIndex child) {
      const auto lemma = analysis_.lemma(child);
      return analysis_.token(child).deprel == Deprel::case_ &&
             (lemma == "of" || lemma == "by" || lemma == "to" || lemma == "with" || lemma == "as" || lemma == "into");
    });
  }

  const Analysis& analysis_;
};

class Standing {
 public:
  Standing(const Analysis& analysis, const Predicates& predicates) : analysis_(analysis), predicates_(predicates) {}

  Modality of(std::size_t token) const {
    if (is_asked(token) || is_idiom(analysis_, token)) return Modality::hypothetical;
    const Modality plain = predicates_.modality_of(predicates_.clause_of(token));
    return plain == Modality::actual ? climb(token) : plain;
  }

 private:
  // A question mark closes its sentence, or its sentence within the quotation.
  bool is_asked(std::size_t token) const {
    const auto end = analysis_.sentence(analysis_.sentence_of(token)).end;
    for (auto t = token; t < end && analysis_.quotation(t) == analysis_.quotation(token); ++t)
      if (analysis_.form(t) == "?") return true;
    return false;
  }

  Modality climb(std::size_t token) const {
    for (auto at = token; analysis_.token(at).head >= 0;) {
      const auto up = static_cast<std::size_t>(analysis_.token(at).head);
      const auto label = analysis_.token(at).deprel;
      if ((label == Deprel::acl || is_subject(label)) && is_existential(up)) return predicates_.modality_of(up);
      if (label == Deprel::appos || label == Deprel::parataxis || label == Deprel::acl_relcl || is_subject(label))
        return after_relative(at, up, label);
      if (const auto found = governed(at, up, label); found != Modality::actual) return found;
      at = up;
    }
    return Modality::actual;
  }

  // "there may have been nine dockers killed": they are killed if they are there.
  bool is_existential(std::size_t word) const {
    return std::ranges::any_of(analysis_.children(word),
                               [&](TokenIndex child) { return analysis_.token(child).deprel == Deprel::expl; });
  }

  // A relative clause is a statement of its own, unless its words are of possibility.
  Modality after_relative(std::size_t at, std::size_t up, Deprel label) const {
    return label == Deprel::acl_relcl || label == Deprel::csubj ? governed(at, up, Deprel::ccomp) : Modality::actual;
  }

  Modality governed(std::size_t at, std::size_t up, Deprel label) const {
    const auto row = row_of(analysis_, up);
    const bool clause = is_clause(label);
    if (row == "limit" &&
        (label == Deprel::nmod || label == Deprel::obl || label == Deprel::nummod || label == Deprel::obj))
      return Modality::hypothetical;
    if (row == "forecast" && (clause || label == Deprel::obj)) return Modality::planned;
    if (row == "unknown" && opens_question(at)) return Modality::hypothetical;
    if (clause && Negation(analysis_).is_doubted(up)) return Modality::hypothetical;
    if (!clause) return is_of_planned(up, label) ? Modality::planned : Modality::actual;
    if (row == "hedged" && label == Deprel::ccomp) return Modality::hedged;  // "the clues suggest that …"
    if (row == "capacity" && analysis_.token(at).xpos == Xpos::vbg)
      return Modality::hypothetical;  // "capable of carrying"
    return opens_infinitive(analysis_, at) ? of_infinitive(at, up, label) : Modality::actual;
  }

  // "able to carry", "big enough to carry", "plans to hire", "allows the port to hire", "are working to clear"
  Modality of_infinitive(std::size_t at, std::size_t up, Deprel label) const {
    const auto row = row_of(analysis_, up);
    if (row == "capacity" || has_modifier(up, "capacity")) return Modality::hypothetical;
    if (row == "planned" || (at >= 2 && row_of(analysis_, at - 2) == "planned")) return Modality::planned;
    if (label != Deprel::advcl && label != Deprel::acl) return Modality::actual;
    const auto verb = label == Deprel::acl ? predicates_.clause_of(up) : up;
    const auto above = row_of(analysis_, verb);
    if (above == "capacity") return Modality::hypothetical;
    return is_under_way(verb) || above == "planned" ? Modality::planned : Modality::actual;
  }

  bool has_modifier(std::size_t word, std::string_view row) const {
    return std::ranges::any_of(analysis_.children(word), [&](TokenIndex child) {
      const auto label = analysis_.token(child).deprel;
      return (label == Deprel::advmod || label == Deprel::amod) && row_of(analysis_, child) == row;
    });
  }

  // "the planned sale of nine boats"
  bool is_of_planned(std::size_t noun, Deprel label) const {
    return (label == Deprel::nmod || label == Deprel::nummod) && has_modifier(noun, "planned");
  }

  // "how many", "whether", "on how many"
  bool opens_question(std::size_t clause) const {
    auto first = analysis_.subtree(clause).first;
    if (first < clause && (analysis_.token(first).upos == Upos::adp || analysis_.token(first).xpos == Xpos::in))
      ++first;
    const auto& token = analysis_.token(first);
    return token.xpos == Xpos::wrb || token.xpos == Xpos::wp || token.xpos == Xpos::wdt ||
           analysis_.lemma(first) == "whether" || analysis_.lemma(first) == "if";
  }

  // "are clearing", "will clear": what it is done for has not come about.
  bool is_under_way(std::size_t verb) const {
    return std::ranges::any_of(analysis_.children(verb), [&](TokenIndex child) {
      const auto& word = analysis_.token(child);
      if (word.deprel != Deprel::aux) return false;
      return word.xpos == Xpos::md ||
             (analysis_.lemma(child) == "be" && word.xpos != Xpos::vbd && analysis_.token(verb).xpos == Xpos::vbg);
    });
  }

  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace

Polarity polarity_at(const Analysis& analysis, std::size_t token) {
  return Negation(analysis).reaches(token) ? Polarity::denied : Polarity::asserted;
}

bool is_definite(const Analysis& analysis, std::size_t noun) {
  return std::ranges::any_of(analysis.children(noun), [&](TokenIndex child) {
    const auto label = analysis.token(child).deprel;
    const auto lemma = analysis.lemma(child);  // of "these" and "those" too
    return label == Deprel::nmod_poss ||
           (label == Deprel::det && (lemma == "the" || lemma == "this" || lemma == "that"));
  });
}

bool is_idiom(const Analysis& analysis, std::size_t token) {
  const Hit* hit = analysis.longest(Table::modality, token);
  const Hit* ending = analysis.longest_before(Table::modality, token + 1);
  return (hit != nullptr && (*hit->row)[1] == "idiom") || (ending != nullptr && (*ending->row)[1] == "idiom");
}

Modality modality_at(const Analysis& analysis, const Predicates& predicates, std::size_t token) {
  return Standing(analysis, predicates).of(token);
}

}  // namespace corroborate::extraction
