// Claims about where, who and what kind: places and actors of the main event, brokers of a deal, types of a thing.
#include <algorithm>
#include <set>

#include "extract/claims/claims.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

class TermReader {
 public:
  explicit TermReader(Reading& reading)
      : reading_(reading), analysis_(reading.analysis), predicates_(reading.predicates) {}

  void read_all() {
    const std::size_t first = reading_.claims.size();
    for (const auto& predicate : predicates_.all()) {
      if (reading_.is_full(first)) return;
      if (predicate.is_cause()) read_actor(predicate);
      if (predicate.event_class == "brokering" && predicate.is_verb) read_broker(predicate);
    }
    read_places();
    read_types();
  }

 private:
  void push(Claim claim, int event, std::string property, std::string term, std::string rule) {
    claim.event = event;
    claim.property = std::move(property);
    claim.term = std::move(term);
    claim.rule = std::move(rule);
    reading_.claims.push_back(std::move(claim));
  }

  // Every place phrase whose event is the main one: "struck positions around the city", "a strike near the airport",
  // "which took place near the airport".
  void read_places() {
    const std::size_t first = reading_.claims.size();
    for (std::size_t t = 0; t < analysis_.size() && !reading_.is_full(first); ++t) {
      const Hit* place = analysis_.longest(Table::places, t);
      if (place == nullptr || (*place->row)[2] == "demonym" || (*place->row)[2] == "country") continue;
      const int marker = marker_of(t);
      const Predicate* predicate = marker == no_index ? nullptr : located(t);
      if (predicate == nullptr) continue;
      const int event = reading_.events.event_of(*predicate);
      if (event == no_index || event != reading_.events.main()) continue;
      add_place(*place, static_cast<TokenIndex>(marker), *predicate, event);
    }
  }

  // What happened at the place: an attack or hazard that the phrase hangs on, that is the clause's verb or its subject.
  const Predicate* located(std::size_t place) const {
    const auto fits = [&](std::size_t t) -> const Predicate* {
      const Predicate* p = predicates_.at(t);
      return p != nullptr && p->token == t && p->is_cause() ? p : nullptr;
    };
    const std::size_t clause = predicates_.clause_of(place);
    std::size_t at = place;
    while (at != clause && analysis_.token(at).head >= 0) {
      at = static_cast<std::size_t>(analysis_.token(at).head);
      if (const Predicate* p = fits(at); p != nullptr) return p;
    }
    const int subject = predicates_.subject_of(clause);
    if (subject != no_index && fits(static_cast<std::size_t>(subject)) != nullptr)
      return fits(static_cast<std::size_t>(subject));
    return in_front(place);
  }

  // The nearest attack or hazard a few words in front, with no verb between: "a strike against a position in the
  // province of …" hangs the place on the position.
  const Predicate* in_front(std::size_t place) const {
    constexpr std::size_t reach = 18;
    for (std::size_t back = 1; back <= reach && back <= place; ++back) {
      const std::size_t t = place - back;
      if (analysis_.sentence_of(t) != analysis_.sentence_of(place)) return nullptr;
      const Predicate* p = predicates_.at(t);
      if (p != nullptr && p->token == t && p->is_cause()) return p;
      const auto& word = analysis_.token(t);
      if (word.upos == Upos::verb && word.deprel != Deprel::amod) return nullptr;
    }
    return nullptr;
  }

  void add_place(const Hit& place, TokenIndex marker, const Predicate& predicate, int event) {
    TokenIndex end = place.token + place.length;
    std::string term((*place.row)[1]);
    // "the Varna Ford airport": the thing named after the place lies within it; "Ellan town" is all of it, and "in
    // Ellan catches fire" a headline's verb.
    const auto& last = analysis_.token(end - 1);
    const bool names_thing = is_noun_of(end - 1, end) && last.head >= 0 && analysis_.token(end).end - last.end < 24 &&
                             !is_noun_of(end, end + 1) && !owns(end) && !is_context(analysis_, end, "settlement");
    if (names_thing) {
      term += "/" + std::string(analysis_.lemma(end));
      ++end;
    }
    push(make_claim(reading_, ClaimKind::term, marker, std::min(marker, predicate.token),
                    std::max(end, predicate.end())),
         event, "place", term, "place-of-event");
  }

  // A noun of the sentence of `token`.
  bool is_noun_of(std::size_t token, std::size_t at) const {
    return at < analysis_.size() && analysis_.token(at).upos == Upos::noun &&
           analysis_.sentence_of(at) == analysis_.sentence_of(token);
  }

  // "Ellan Sheriff's deputies": what belongs to it is the thing, if any.
  bool owns(std::size_t noun) const {
    return noun + 1 < analysis_.size() && analysis_.token(noun + 1).xpos == syntax::Xpos::pos;
  }

  // The preposition in front of the phrase that holds the token, at most six words back; none when there is none.
  int marker_of(std::size_t token) const {
    for (std::size_t back = 1; back <= 6 && back <= token; ++back) {
      const std::size_t t = token - back;
      if (analysis_.sentence_of(t) != analysis_.sentence_of(token)) return no_index;
      const auto word = fold(analysis_.form(t));
      if (word == "in" || word == "near" || word == "around" || word == "at" || word == "outside" || word == "over" ||
          word == "on")
        return static_cast<int>(t);
      if (analysis_.token(t).upos == Upos::verb || analysis_.form(t) == ",") return no_index;
    }
    return no_index;
  }

  // "carried out by four U.S. jets", "its warplanes were involved in the operation", "U.S. warplanes struck".
  void read_actor(const Predicate& predicate) {
    const int event = reading_.events.event_of(predicate);
    if (event == no_index || event != reading_.events.main()) return;
    std::size_t verb = predicate.token;
    if (!predicate.is_verb) {
      verb = predicates_.clause_of(predicate.token);
      const auto lemma = analysis_.lemma(verb);
      const bool does = lemma == "carry" || lemma == "conduct" || lemma == "launch" || lemma == "involve" ||
                        lemma == "involved" || lemma == "perform" || lemma == "participate" || lemma == "stage";
      if (!does) return;
    }
    int agent = predicates_.agent_of(verb);
    if (agent == no_index && (analysis_.lemma(verb) == "involve" || analysis_.lemma(verb) == "involved"))
      agent = predicates_.subject_of(verb);
    if (agent == no_index || is_inherited(verb)) return;
    const auto head = static_cast<std::size_t>(agent);
    const std::string side = side_of(reading_, head);
    if (side.empty() || predicates_.at(head) != nullptr) return;
    const auto range = analysis_.subtree(head);
    const TokenIndex first = std::max<TokenIndex>(range.first, head > 6 ? static_cast<TokenIndex>(head - 6) : 0);
    const TokenIndex begin = std::min(first, static_cast<TokenIndex>(verb));
    const TokenIndex end = std::max(static_cast<TokenIndex>(head + 1), static_cast<TokenIndex>(verb + 1));
    push(make_claim(reading_, ClaimKind::term, verb, begin, end), event, "actor", side, "actor-of-event");
  }

  // "criticized the government for helping it to target rebels": the subject of the clause above need not do it.
  bool is_inherited(std::size_t verb) const {
    const auto& word = analysis_.token(verb);
    if (word.deprel != Deprel::advcl && word.deprel != Deprel::xcomp) return false;
    const auto children = analysis_.children(verb);
    return std::none_of(children.begin(), children.end(),
                        [&](auto child) { return analysis_.token(child).deprel == Deprel::nsubj; });
  }

  // "brokered by the United States and Russia": the set of sides, in one order.
  void read_broker(const Predicate& predicate) {
    if (predicate.end() >= analysis_.size() || fold(analysis_.form(predicate.end())) != "by") return;
    const Analysis::Range range = names_from(predicate.end() + 1);
    std::set<std::string> sides;
    TokenIndex end = predicate.end();
    for (auto t = range.first; t <= range.last; ++t) {
      const int entity = reading_.entities.of_token(t);
      if (entity == no_index || reading_.entities.at(entity).side.empty()) continue;
      sides.insert(reading_.entities.at(entity).side);
      end = t + 1;
    }
    if (sides.empty()) return;
    std::string term;
    for (const auto& side : sides) term += (term.empty() ? "" : "+") + side;
    const auto& word = analysis_.token(predicate.token);
    const Predicate* deal = word.head < 0 ? nullptr : predicates_.at(static_cast<std::size_t>(word.head));
    const int event =
        deal != nullptr && !deal->is_verb ? reading_.events.event_of(*deal) : reading_.events.event_of(predicate);
    push(make_claim(reading_, ClaimKind::term, predicate.token, predicate.token, end), event, "brokered by", term,
         "broker");
  }

  // The list of names that starts here: "the United States and Russia". The words decide, not the tree: a verb that
  // follows the second name often draws it away.
  Analysis::Range names_from(TokenIndex first) const {
    TokenIndex last = first;
    const auto sentence = analysis_.sentence_of(first - 1);
    for (TokenIndex t = first; t < analysis_.size() && analysis_.sentence_of(t) == sentence; ++t) {
      const auto tag = analysis_.token(t).upos;
      const bool listed = tag == Upos::propn || tag == Upos::det || tag == Upos::cconj || tag == Upos::adj ||
                          tag == Upos::noun || analysis_.form(t) == ",";
      if (!listed) break;
      last = t;
    }
    return {first, last};
  }

  // "two F-5 fighters and a P-3 patrol plane"; "would not comment on what type of aircraft …".
  void read_types() {
    std::set<std::size_t> done;
    for (std::size_t t = 0; t + 1 < analysis_.size(); ++t) {
      const auto sentence = analysis_.sentence_of(t);
      if (is_model(t) && !done.contains(sentence)) {
        done.insert(sentence);
        read_models(t);
      }
      if (fold(analysis_.form(t)) != "type" || !refused_at(t)) continue;
      const std::size_t noun = fold(analysis_.form(t + 1)) == "of" && t + 2 < analysis_.size() ? t + 2 : t;
      Claim claim = make_claim(reading_, ClaimKind::term, t, refusal_cue(t), static_cast<TokenIndex>(noun + 1));
      claim.polarity = Polarity::declined;
      claim.population = population_of(reading_, noun);
      claim.population = claim.population.substr(0, claim.population.find('@'));
      push(std::move(claim), reading_.events.main(), "type", "", "type-declined");
    }
  }

  // A letter, a hyphen and digits, in one token or three: F-5, P-3, An-2.
  bool is_model(std::size_t t) const {
    const auto form = analysis_.form(t);
    if (form.empty() || form[0] < 'A' || form[0] > 'Z' || form.size() > 6) return false;
    const auto dash = form.find('-');
    if (dash != std::string_view::npos)
      return dash <= 3 && dash + 1 < form.size() && form[dash + 1] >= '0' && form[dash + 1] <= '9';
    return form.size() <= 3 && t + 2 < analysis_.size() && analysis_.form(t + 1) == "-" && analysis_.glued_to_next(t) &&
           analysis_.glued_to_next(t + 1) && analysis_.form(t + 2)[0] >= '0' && analysis_.form(t + 2)[0] <= '9';
  }

  void read_models(std::size_t first) {
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(first));
    std::set<std::string> models;
    TokenIndex end = static_cast<TokenIndex>(first + 1);
    std::string population;
    for (std::size_t t = first; t < sentence.end && t < end + 8u; ++t) {
      if (is_model(t)) {
        const bool split = analysis_.form(t).find('-') == std::string_view::npos;
        const std::size_t last = split ? t + 2 : t;
        models.insert(std::string(analysis_.text(analysis_.token(t).begin, analysis_.token(last).end)));
        end = static_cast<TokenIndex>(last + 1);
        t = last;
      } else if (analysis_.longest(Table::populations, t) != nullptr && analysis_.token(t).upos == Upos::noun) {
        population = (*analysis_.longest(Table::populations, t)->row)[1];
        end = static_cast<TokenIndex>(t + 1);
        if (population == "fighter") population = "aircraft";
      }
    }
    if (population != "aircraft" && population != "tank" && population != "ship" && population != "gun") return;
    std::string term;
    for (const auto& model : models) term += (term.empty() ? "" : ", ") + model;
    Claim claim = make_claim(reading_, ClaimKind::term, first, static_cast<TokenIndex>(first), end);
    claim.population = population;
    push(std::move(claim), reading_.events.main(), "type", term, "type-named");
  }

  bool refused_at(std::size_t t) const {
    const auto chain = chain_at(reading_.attributions, t);
    return !chain.empty() && reading_.attributions[static_cast<std::size_t>(chain.back())].stance == Stance::declines;
  }

  TokenIndex refusal_cue(std::size_t t) const {
    const auto chain = chain_at(reading_.attributions, t);
    return std::min(static_cast<TokenIndex>(t),
                    reading_.attributions[static_cast<std::size_t>(chain.back())].cue_range.begin);
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace

void read_term_claims(Reading& reading) { TermReader(reading).read_all(); }

}  // namespace corroborate::extraction
