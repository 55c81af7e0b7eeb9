// Propositions: what each clause states of whom, whether it is asserted or denied, by whom.
//
// The words of a clause and those who speak both can deny it: "did not deliver aid", "denied that it delivered aid".
// Two denials assert ("denied that it refused to pay").
#include <algorithm>

#include "extract/claims/arguments.h"
#include "extract/claims/predications.h"
#include "extract/events/polarity.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

Polarity opposite(Polarity polarity) {
  if (polarity == Polarity::asserted) return Polarity::denied;
  return polarity == Polarity::denied ? Polarity::asserted : polarity;
}

bool is_clause(Deprel label) { return label == Deprel::acl_relcl || label == Deprel::advcl || label == Deprel::appos; }

class PropositionReader {
 public:
  explicit PropositionReader(Reading& reading)
      : reading_(reading), analysis_(reading.analysis), arguments_(reading), counted_(analysis_.size()) {
    for (const auto& mention : reading.quantities) {
      if (mention.quantity.kind != FigureKind::amount) continue;
      if (mention.head != no_index) counted_[static_cast<std::size_t>(mention.head)] = true;
      for (auto t = mention.begin; t < mention.end; ++t) counted_[t] = true;
    }
  }

  void read_all() {
    first_ = reading_.claims.size();
    find_predications(reading_, [&](const Predication& predication) {
      if (!reading_.is_full(first_)) read(predication);
      return !reading_.is_full(first_);
    });
    deny_reports();
    deny_claims();
  }

 private:
  void read(const Predication& predication) {
    if (counts(predication) || is_taken_as_known(predication.at)) return;
    std::vector<Argument> arguments = arguments_.of(predication);
    if (arguments.empty()) return;
    TokenIndex begin = predication.begin, end = predication.end;
    widen(predication, begin, end);
    Claim claim = make_claim(reading_, ClaimKind::proposition, predication.at, begin, end);
    const bool refused = is_refused_deed(predication.at, claim);
    set_polarity(predication, claim, refused);
    if (claim.modality == Modality::actual && !refused && is_aim(predication.at)) claim.modality = Modality::planned;
    if (!is_worth_comparing(predication, arguments, claim)) return;
    claim.event = event_of(predication, arguments);
    claim.property = predication.property;
    claim.term = predication.word;
    claim.pole = predication.pole;
    claim.population = name_of_first(arguments);
    claim.arguments = std::move(arguments);
    claim.rule = rule_of(predication);
    reading_.claims.push_back(std::move(claim));
    tokens_.push_back(predication.at);
  }

  static std::string_view rule_of(const Predication& predication) {
    if (predication.pole != Pole::none) return "antonym";
    if (predication.kind == PredicationKind::support) return "support";
    return predication.known ? "synonym" : "predicate";
  }

  // "in talks to buy the yard", "came back to direct it": an infinitive tells what is aimed at, unless the word above
  // says that it came about or did not.
  bool is_aim(std::size_t at) const {
    constexpr std::string_view come_about[] = {"manage", "go",   "begin", "start",  "continue",
                                               "cease",  "help", "force", "happen", "get"};
    const auto& word = analysis_.token(at);
    const bool governed = word.deprel == Deprel::xcomp || word.deprel == Deprel::acl || word.deprel == Deprel::advcl;
    const auto children = analysis_.children(at);
    const bool infinitive =
        std::ranges::any_of(children, [&](TokenIndex child) { return analysis_.token(child).xpos == Xpos::to; });
    if (!governed || !infinitive || word.head < 0) return false;
    const auto above = static_cast<std::size_t>(word.head);
    const Hit* row = analysis_.longest(Table::modality, above);
    if (row != nullptr && (*row->row)[1] == "negated") return false;
    return std::ranges::find(come_about, analysis_.lemma(above)) == std::end(come_about);
  }

  // "killed nine dockers", "hurt 20", "rose to nine percent": the number is a claim of its own.
  bool counts(const Predication& predication) const {
    if (predication.kind == PredicationKind::attribute) return counted_[predication.bearer] || counted_[predication.at];
    if (predication.kind != PredicationKind::clause) return false;
    const int object = arguments_.object_of(predication);
    if (object != no_index && counted_[static_cast<std::size_t>(object)]) return true;
    return std::ranges::any_of(analysis_.children(predication.bearer), [&](TokenIndex child) {
      const auto label = analysis_.token(child).deprel;
      return (label == Deprel::obj || label == Deprel::obl) && child > predication.bearer && counted_[child];
    });
  }

  // At least one argument that is more than a word, or two; fewer where somebody says or denies it.
  static bool is_worth_comparing(const Predication& predication, const std::vector<Argument>& arguments,
                                 const Claim& claim) {
    const auto is_event_itself = [&](const Argument& argument) { return argument.key == predication.property; };
    if (!predication.known && std::ranges::all_of(arguments, is_event_itself)) return false;  // "the quake struck"
    if (predication.known || arguments.size() > 1 || !claim.chain.empty() || claim.polarity != Polarity::asserted)
      return true;
    return arguments.front().kind != ArgumentKind::word || !arguments.front().side.empty();
  }

  int event_of(const Predication& predication, const std::vector<Argument>& arguments) const {
    for (const auto& argument : arguments)
      if (argument.role == "what" && argument.event != no_index) return argument.event;
    return reading_.events.event_near(predication.at);
  }

  static std::string name_of_first(const std::vector<Argument>& arguments) {
    const auto what = std::ranges::find(arguments, "what", &Argument::role);
    const Argument& first = what == arguments.end() ? arguments.front() : *what;
    const bool named = first.kind == ArgumentKind::entity || first.kind == ArgumentKind::event;
    if (named && !first.key.empty()) return first.key;
    return first.head.empty() ? first.side : first.head;
  }

  void set_polarity(const Predication& predication, Claim& claim, bool refused) const {
    const bool negated = polarity_at(analysis_, predication.at) == Polarity::denied || has_no_object(predication);
    if (refused) {
      claim.chain.pop_back();
      claim.polarity = Polarity::denied;
      return;
    }
    if (is_left_unsaid(claim)) {
      claim.chain.pop_back();
      claim.polarity = Polarity::declined;
      return;
    }
    if (!negated) return;
    if (claim.polarity == Polarity::asserted) claim.so_far = is_state_of_the_day(predication.at);
    claim.polarity = opposite(claim.polarity);
  }

  // "took no responsibility", "brought no aid", "no aid was brought"
  bool has_no_object(const Predication& predication) const {
    if (predication.kind == PredicationKind::attribute) return false;
    if (arguments_.denied_subject_of(predication.bearer) != no_index) return true;
    return std::ranges::any_of(analysis_.children(predication.bearer), [&](TokenIndex child) {
      if (analysis_.token(child).deprel != Deprel::obj) return false;
      return std::ranges::any_of(analysis_.children(child), [&](TokenIndex word) {
        return analysis_.token(word).deprel == Deprel::det &&
               (analysis_.lemma(word) == "no" || analysis_.lemma(word) == "neither");
      });
    });
  }

  // "declined to join the talks" did not join; "declined to say who joined" says nothing of it.
  bool is_refused_deed(std::size_t at, const Claim& claim) const {
    const auto& word = analysis_.token(at);
    return claim.polarity == Polarity::declined && !claim.chain.empty() && word.deprel == Deprel::xcomp &&
           word.head ==
               static_cast<std::int32_t>(reading_.attributions[static_cast<std::size_t>(claim.chain.back())].cue);
  }

  // "declined to say who joined": the saying is what is declined.
  bool is_left_unsaid(const Claim& claim) const {
    if (claim.chain.size() < 2) return false;
    const auto& outer = reading_.attributions[static_cast<std::size_t>(claim.chain[claim.chain.size() - 2])];
    const auto& inner = reading_.attributions[static_cast<std::size_t>(claim.chain.back())];
    return outer.stance == Stance::declines && analysis_.token(inner.cue).head == static_cast<std::int32_t>(outer.cue);
  }

  // "has not been charged", "is not a suspect": what is not so today may be so tomorrow.
  bool is_state_of_the_day(std::size_t at) const {
    return std::ranges::any_of(analysis_.children(at), [&](TokenIndex child) {
      const auto& word = analysis_.token(child);
      const bool helps = word.deprel == Deprel::aux || word.deprel == Deprel::aux_pass || word.deprel == Deprel::cop;
      return (helps && (word.xpos == Xpos::vbz || word.xpos == Xpos::vbp)) || analysis_.lemma(child) == "yet" ||
             analysis_.lemma(child) == "still";
    });
  }

  // Whoever denies or doubts a thing says nothing against what a clause beside it takes as known: "denied any part in
  // the raid that hit the port".
  bool is_taken_as_known(std::size_t at) const {
    const auto chain = chain_at(reading_.attributions, at);
    if (chain.empty()) return false;
    const auto& speech = reading_.attributions[static_cast<std::size_t>(chain.back())];
    if (speech.stance != Stance::denies && speech.stance != Stance::declines) return false;
    return stands_beside(at, speech.cue);
  }

  // Takes in the closest arguments, as long as the phrase stays short.
  void widen(const Predication& predication, TokenIndex& begin, TokenIndex& end) const {
    constexpr TokenIndex longest = 14, longest_subject = 6;  // tokens
    const auto take = [&](Analysis::Range range) {
      begin = std::min(begin, range.first);
      end = std::max(end, static_cast<TokenIndex>(range.last + 1));
    };
    take({static_cast<TokenIndex>(predication.at), static_cast<TokenIndex>(predication.at)});
    take({static_cast<TokenIndex>(predication.bearer), static_cast<TokenIndex>(predication.bearer)});
    for (const std::size_t head : {predication.bearer, predication.at}) {
      for (const auto child : analysis_.children(head)) {
        const auto label = analysis_.token(child).deprel;
        const auto range = analysis_.subtree(child);
        const bool subject = label == Deprel::nsubj || label == Deprel::nsubj_pass;
        const bool part = label == Deprel::obj || label == Deprel::obl || label == Deprel::nmod ||
                          label == Deprel::xcomp || label == Deprel::aux || label == Deprel::aux_pass ||
                          label == Deprel::advmod || label == Deprel::cop || label == Deprel::iobj;
        if ((part && range.last - range.first <= longest) || (subject && range.last - range.first <= longest_subject))
          take(range);
      }
    }
    // "refusing to pay", "reluctance to pay": the word that denies it.
    const auto& word = analysis_.token(predication.at);
    if (word.head >= 0 && (word.deprel == Deprel::xcomp || word.deprel == Deprel::acl)) {
      const auto head = static_cast<TokenIndex>(word.head);
      if (head < begin && begin - head < longest_subject) begin = head;
    }
  }

  // In a clause beside what is said: "the clerk, who had connected the lines".
  bool is_beside(std::size_t claim) const {
    const std::size_t number = claim - first_;
    if (number >= tokens_.size()) return true;  // a denial itself
    const auto& speech = reading_.attributions[static_cast<std::size_t>(reading_.claims[claim].chain.back())];
    return stands_beside(tokens_[number], speech.cue);
  }

  // A clause that is no part of what the cue governs lies between.
  bool stands_beside(std::size_t at, std::size_t cue) const {
    bool beside = false;
    for (auto t = at; t != cue && analysis_.token(t).head >= 0; t = static_cast<std::size_t>(analysis_.token(t).head))
      beside |= is_clause(analysis_.token(t).deprel);
    return beside;
  }

  // "denied some news reports that …": what the reports say is theirs, and denied by whoever denies the reports.
  void deny_reports() {
    const std::size_t count = reading_.claims.size();
    for (std::size_t i = first_; i < count; ++i) {
      const Claim& claim = reading_.claims[i];
      if (claim.chain.size() < 2 || claim.polarity == Polarity::declined) continue;
      const auto& outer = reading_.attributions[static_cast<std::size_t>(claim.chain[claim.chain.size() - 2])];
      const auto& inner = reading_.attributions[static_cast<std::size_t>(claim.chain.back())];
      const bool own = inner.source.empty() || inner.source_entity == outer.source_entity;
      if (outer.stance != Stance::denies || own) continue;
      Claim denial = claim;
      denial.polarity = opposite(claim.polarity);
      denial.chain.pop_back();
      denial.span = {analysis_.token(outer.cue_range.begin).begin, analysis_.token(inner.cue).end};
      denial.rule = "denial of a report";
      reading_.claims[i].chain = {claim.chain.back()};
      reading_.claims.push_back(std::move(denial));
    }
  }

  // "denied that claim": the propositions of the attribution before it, in the sentence before or its own.
  void deny_claims() {
    constexpr std::size_t reach = 2;  // sentences
    std::vector<std::vector<std::size_t>> spoken(
        reading_.attributions.size());  // propositions by their innermost attribution
    for (std::size_t i = first_; i < reading_.claims.size(); ++i)
      if (const auto& chain = reading_.claims[i].chain; !chain.empty() && !is_beside(i))
        spoken[static_cast<std::size_t>(chain.back())].push_back(i);
    for (std::size_t a = 1; a < reading_.attributions.size(); ++a) {
      const auto& denial = reading_.attributions[a];
      if (denial.stance != Stance::denies || !refers_back(denial)) continue;
      const auto distance = analysis_.sentence_of(denial.cue) - analysis_.sentence_of(reading_.attributions[a - 1].cue);
      if (distance <= reach) deny_claims_of(spoken[a - 1], a);
    }
  }

  void deny_claims_of(const std::vector<std::size_t>& claims, std::size_t number) {
    const auto& denial = reading_.attributions[number];
    for (const std::size_t i : claims) {
      const Claim& claim = reading_.claims[i];
      Claim copy = claim;
      copy.polarity = opposite(claim.polarity);
      copy.chain = chain_at(reading_.attributions, denial.cue);
      copy.chain.push_back(static_cast<int>(number));
      const auto& content = denial.content.front();
      const auto last = std::min(content.end, content.begin + 3);
      copy.span = {analysis_.token(denial.cue_range.begin).begin, analysis_.token(last - 1).end};
      const auto& sentence = analysis_.sentence(analysis_.sentence_of(denial.cue));
      copy.sentence = {analysis_.token(sentence.begin).begin, analysis_.token(sentence.end - 1).end};
      copy.rule = "denial of a claim";
      reading_.claims.push_back(std::move(copy));
    }
  }

  bool refers_back(const AttributionMention& denial) const {
    const auto range = denial.content.front();
    for (auto t = range.begin; t < range.end && t < range.begin + 3; ++t) {
      const auto lemma = analysis_.lemma(t);
      if (lemma == "claim" || lemma == "accusation" || lemma == "allegation" || lemma == "charge" ||
          lemma == "assertion")
        return true;
    }
    return range.end - range.begin == 1 && analysis_.token(range.begin).upos == Upos::pron;
  }

  Reading& reading_;
  const Analysis& analysis_;
  ArgumentReader arguments_;
  std::vector<bool> counted_;        // by token: a number, its unit, or what it counts
  std::vector<std::size_t> tokens_;  // of the propositions read from the text, in their order
  std::size_t first_ = 0;            // the first proposition among the claims
};

}  // namespace

void read_proposition_claims(Reading& reading) { PropositionReader(reading).read_all(); }

}  // namespace corroborate::extraction
