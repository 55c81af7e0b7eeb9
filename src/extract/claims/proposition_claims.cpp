// Propositions that sources affirm or deny: the frames table says which words make one, and which pole they take.
#include <algorithm>

#include "extract/claims/claims.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

constexpr std::size_t frame_pos = 1, frame_name = 2, frame_pole = 3, frame_needs = 4, frame_key = 5;

class FrameReader {
 public:
  explicit FrameReader(Reading& reading) : reading_(reading), analysis_(reading.analysis), predicates_(reading.predicates) {}

  void read_all() {
    for (std::size_t at = 0; at < analysis_.size(); ++at) {
      for (const Hit& hit : analysis_.hits_at(at)) {
        if (hit.row->table == Table::frames && tag_fits(hit)) read(hit);
      }
    }
    read_denials_of_reports();
    read_denials_of_claims();
  }

 private:
  bool tag_fits(const Hit& hit) const {
    const auto pos = (*hit.row)[frame_pos];
    const auto tag = analysis_.token(hit.token).upos;
    if (hit.length > 1) return true;
    if (pos == "verb") return tag == Upos::verb;
    if (pos == "noun") return tag == Upos::noun;
    if (pos == "adj") return tag == Upos::adj;
    if (pos == "adv") return tag == Upos::adv;
    return true;
  }

  void read(const Hit& hit) {
    const std::size_t at = hit.token;
    const std::size_t clause = predicates_.clause_of(at);
    const auto range = clause_range(clause, at);
    const int needed = companion((*hit.row)[frame_needs], range, at);
    if (!(*hit.row)[frame_needs].empty() && needed == no_index) return;
    if ((*hit.row)[frame_pole] == "by") return;  // read as a term
    TokenIndex begin = static_cast<TokenIndex>(at), end = static_cast<TokenIndex>(at + hit.length);
    if (needed != no_index) {
      begin = std::min(begin, static_cast<TokenIndex>(needed));
      end = std::max(end, static_cast<TokenIndex>(needed + 1));
    }
    widen(at, begin, end);
    Claim claim = make_claim(reading_, ClaimKind::proposition, at, begin, end);
    const Predicate* theme = (*hit.row)[frame_key] == "theme" && needed != no_index ? predicates_.at(static_cast<std::size_t>(needed)) : nullptr;
    claim.event = theme != nullptr ? reading_.events.event_of(*theme) : reading_.events.event_near(at);
    claim.property = (*hit.row)[frame_name];
    claim.term = (*hit.row)[frame_pole];
    if (is_negated(at)) claim.term = claim.term == "yes" ? "no" : claim.term == "no" ? "yes" : claim.term;
    claim.population = key_of(hit, clause, needed);
    if ((*hit.row)[frame_key] == "actor" && claim.population.empty()) claim.population = "";
    claim.rule = "frame " + std::string(hit.row->phrase());
    reading_.claims.push_back(std::move(claim));
  }

  // "would not intentionally strike": an adverb shares the negation of its verb.
  bool is_negated(std::size_t at) const {
    const auto& word = analysis_.token(at);
    const bool shares = word.upos == Upos::adv && word.deprel == Deprel::advmod && word.head >= 0;
    return predicates_.is_negated(shares ? static_cast<std::size_t>(word.head) : at);
  }

  Analysis::Range clause_range(std::size_t clause, std::size_t at) const {
    auto range = analysis_.subtree(clause);
    const auto own = analysis_.subtree(at);
    return {std::min(range.first, own.first), std::max(range.last, own.last)};
  }

  // The nearest of the words that the row needs, or none.
  int companion(std::string_view needs, Analysis::Range range, std::size_t at) const {
    int best = no_index;
    for (auto t = range.first; t <= range.last; ++t) {
      if (t == at || !(lists(needs, analysis_.lemma(t)) || names_class(needs, t))) continue;
      const auto distance = [&](std::size_t token) { return token > at ? token - at : at - token; };
      if (best == no_index || distance(t) < distance(static_cast<std::size_t>(best))) best = static_cast<int>(t);
    }
    return best;
  }

  // "cease-fire" is three tokens; its class is "truce".
  bool names_class(std::string_view needs, std::size_t token) const {
    const Predicate* predicate = predicates_.at(token);
    return predicate != nullptr && predicate->token == token && lists(needs, predicate->event_class);
  }

  static bool lists(std::string_view words, std::string_view word) {
    while (!words.empty()) {
      const auto comma = words.find(',');
      if (words.substr(0, comma) == word) return true;
      if (comma == std::string_view::npos) break;
      words.remove_prefix(comma + 1);
    }
    return false;
  }

  // Takes in the object and the closest complements of the frame's word, as long as the phrase stays short.
  void widen(std::size_t at, TokenIndex& begin, TokenIndex& end) const {
    for (const auto child : analysis_.children(at)) {
      const auto label = analysis_.token(child).deprel;
      const auto sub = analysis_.subtree(child);
      const bool keeps = label == Deprel::obj || label == Deprel::obl || label == Deprel::nmod || label == Deprel::xcomp || label == Deprel::nsubj_pass ||
                         label == Deprel::aux || label == Deprel::aux_pass || label == Deprel::advmod || label == Deprel::advcl;
      if (!keeps || sub.last - sub.first > 14) continue;
      begin = std::min(begin, sub.first);
      end = std::max(end, static_cast<TokenIndex>(sub.last + 1));
    }
    const auto& word = analysis_.token(at);
    const bool modifies = word.deprel == Deprel::amod || word.deprel == Deprel::advmod;
    if (modifies && word.head >= 0) {
      const auto head = static_cast<TokenIndex>(word.head);
      if (head < at ? at - head < 8 : head - at < 8) {
        begin = std::min(begin, head);
        end = std::max(end, head + 1);
      }
    }
    if (is_negated(at) && word.head >= 0) {
      const auto head = static_cast<TokenIndex>(word.head);
      if (head < begin && begin - head < 6) begin = head;
    }
  }

  std::string key_of(const Hit& hit, std::size_t clause, int needed) const {
    const auto key = (*hit.row)[frame_key];
    if (key == "theme" && needed != no_index) return theme_class(static_cast<std::size_t>(needed));
    if (key != "actor") return {};
    const std::size_t verb = analysis_.token(hit.token).upos == Upos::verb ? hit.token : clause;
    const int agent = predicates_.agent_of(verb);
    if (agent != no_index) {
      const int entity = reading_.entities.of_phrase(static_cast<std::size_t>(agent), analysis_.subtree(static_cast<std::size_t>(agent)));
      if (entity != no_index && !reading_.entities.at(entity).side.empty()) return reading_.entities.at(entity).side;
    }
    // "the U.S. side's reluctance to coordinate", "Central Command said it had informed": the owner or the speaker.
    for (auto up = static_cast<std::int32_t>(hit.token); up >= 0; up = analysis_.token(static_cast<std::size_t>(up)).head) {
      for (const auto child : analysis_.children(static_cast<std::size_t>(up))) {
        if (analysis_.token(child).deprel != Deprel::nmod_poss) continue;
        std::string side = side_of(reading_, child);
        if (!side.empty()) return side;
      }
      if (analysis_.token(static_cast<std::size_t>(up)).upos == Upos::verb && static_cast<std::size_t>(up) != hit.token) break;
    }
    const auto chain = chain_at(reading_.attributions, hit.token);
    if (const std::string accused = accused_side(chain); !accused.empty()) return accused;
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
      const int speaker = reading_.attributions[static_cast<std::size_t>(*link)].attribution.source_entity;
      if (speaker != no_index) return reading_.entities.at(speaker).side;
    }
    return {};
  }

  // "Russia accused the coalition of refusing to coordinate": the deed is the accused's, not the speaker's.
  std::string accused_side(const std::vector<int>& chain) const {
    if (chain.empty()) return {};
    const auto& accusation = reading_.attributions[static_cast<std::size_t>(chain.back())];
    if (accusation.attribution.stance != Stance::accuses) return {};
    for (const auto child : analysis_.children(accusation.cue)) {
      if (analysis_.token(child).deprel == Deprel::obj) return side_of(reading_, child);
    }
    return {};
  }

  std::string theme_class(std::size_t token) const {
    const Predicate* predicate = predicates_.at(token);
    return std::string(predicate != nullptr ? predicate->event_class : analysis_.lemma(token));
  }

  // "denied some news reports that …": what the reports say is theirs, and denied by whoever denies the reports.
  void read_denials_of_reports() {
    const std::size_t count = reading_.claims.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Claim& claim = reading_.claims[i];
      if (claim.kind != ClaimKind::proposition || claim.chain.size() < 2) continue;
      const auto& outer = reading_.attributions[static_cast<std::size_t>(claim.chain[claim.chain.size() - 2])];
      const auto& inner = reading_.attributions[static_cast<std::size_t>(claim.chain.back())];
      if (outer.attribution.stance != Stance::denies) continue;
      Claim denial = claim;
      denial.polarity = Polarity::denied;
      denial.chain.pop_back();
      denial.span = {analysis_.token(outer.cue_range.front().begin).begin, analysis_.token(inner.cue).end};
      denial.rule = "denial-of-report";
      Claim asserted = claim;
      asserted.chain = {claim.chain.back()};
      reading_.claims[i] = std::move(asserted);
      reading_.claims.push_back(std::move(denial));
    }
  }

  // "denied that claim": the propositions of the attribution before it, in the sentence before or its own.
  void read_denials_of_claims() {
    for (std::size_t a = 1; a < reading_.attributions.size(); ++a) {
      const auto& denial = reading_.attributions[a];
      if (denial.attribution.stance != Stance::denies || !refers_back(denial)) continue;
      const auto here = analysis_.sentence_of(denial.cue);
      std::size_t source = reading_.attributions.size();
      for (std::size_t b = 0; b < a; ++b) {
        if (here - analysis_.sentence_of(reading_.attributions[b].cue) <= 2) source = b;
      }
      if (source == reading_.attributions.size()) continue;
      const std::size_t count = reading_.claims.size();
      for (std::size_t i = 0; i < count; ++i) {
        const Claim& claim = reading_.claims[i];
        if (claim.kind != ClaimKind::proposition || claim.chain.empty() || claim.chain.back() != static_cast<int>(source)) continue;
        Claim copy = claim;
        copy.polarity = Polarity::denied;
        copy.chain = chain_at(reading_.attributions, denial.cue);
        copy.chain.push_back(static_cast<int>(a));
        const auto last = denial.content.front().end - denial.content.front().begin > 6 ? denial.content.front().begin + 3 : denial.content.front().end;
        copy.span = {analysis_.token(denial.cue_range.front().begin).begin, analysis_.token(last - 1).end};
        const auto& sentence = analysis_.sentence(here);
        copy.sentence = {analysis_.token(sentence.begin).begin, analysis_.token(sentence.end - 1).end};
        copy.rule = "denial-of-claim";
        reading_.claims.push_back(std::move(copy));
      }
    }
  }

  bool refers_back(const AttributionMention& denial) const {
    const auto range = denial.content.front();
    for (auto t = range.begin; t < range.end && t < range.begin + 3; ++t) {
      const auto lemma = analysis_.lemma(t);
      if (lemma == "claim" || lemma == "accusation" || lemma == "allegation" || lemma == "charge" || lemma == "assertion") return true;
    }
    return range.end - range.begin == 1 && analysis_.token(range.begin).upos == Upos::pron;
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace

void read_proposition_claims(Reading& reading) { FrameReader(reading).read_all(); }

}  // namespace corroborate::extraction
