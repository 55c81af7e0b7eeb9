// Claims about how many: "killed at least 55 Chilean soldiers", "62 dead", "four airstrikes", "destroyed six vehicles".
#include <algorithm>
#include <cmath>

#include "extract/claims/claims.h"
#include "extract/claims/count_governors.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

class CountReader {
 public:
  explicit CountReader(Reading& reading)
      : reading_(reading),
        analysis_(reading.analysis),
        predicates_(reading.predicates),
        governors_(reading.analysis, reading.predicates) {}

  void read_all() {
    std::vector<bool> taken(reading_.quantities.size());
    for (const Claim& claim : reading_.claims) {
      if (claim.quantity != no_index) taken[static_cast<std::size_t>(claim.quantity)] = true;
    }
    for (std::size_t q = 0; q < taken.size(); ++q) {
      if (reading_.quantities[q].quantity.dimension.empty() && !taken[q]) read(static_cast<int>(q));
    }
    read_implicit_ones();
  }

 private:
  void read(int number) {
    const QuantityMention& mention = reading_.quantities[static_cast<std::size_t>(number)];
    const std::size_t anchor = mention.head == no_index ? mention.number_begin : static_cast<std::size_t>(mention.head);
    if (is_part(mention) || is_whole(number) || is_aside(mention) || is_no_count(mention) || counts_children(mention) ||
        mention.quantity.rule == "fraction")
      return;
    if (mention.head != no_index) {
      const Predicate* noun = predicates_.at(anchor);
      if (noun != nullptr && !noun->is_verb && noun->kind != EventKind::harm) {
        const bool none = mention.quantity.to == 0;  // "neither fire hurt nine": there were fires
        if (!none && !is_other(mention.end) && !is_manner(mention))
          add_event_count(number, *noun);  // "five more quakes" are not all of them
        return;
      }
      if (noun != nullptr && !noun->is_verb && is_charge(anchor)) return;
      if (noun != nullptr && !noun->is_verb && is_wound(anchor)) return;
      if (noun != nullptr && !noun->is_verb)
        return add(number, *noun, mention.begin, static_cast<TokenIndex>(anchor + 1));  // "83 deaths"
    }
    if (is_remainder(mention, anchor)) return;
    if (mention.head != no_index && is_attacker(mention, anchor))
      return add_of_attackers(number, anchor, "attackers.count");
    if (mention.head != no_index && carries_attackers(mention, anchor))
      return add_of_attackers(number, anchor, "attackers.vehicles");
    if (const Predicate* toll = toll_of(mention); toll != nullptr) return add(number, *toll, toll->token, mention.end);
    if (const auto lives = lives_of(mention, anchor); lives.end > lives.begin) return add_lives(number, lives);
    if (const Predicate* governor = governors_.of(mention, anchor); governor != nullptr)
      return add_governed(number, *governor);
    if (const Predicate* shared = shared_governor(number, anchor); shared != nullptr)
      return add_governed(number, *shared);
    if (mention.head != no_index) add_plain(number, anchor);
  }

  // "the murder of a father of two": the two are not among the dead.
  bool counts_children(const QuantityMention& mention) const {
    const std::size_t at = mention.begin;
    return at >= 2 && analysis_.lemma(at - 1) == "of" && is_context(analysis_, at - 2, "parent");
  }

  // "indicted for eight murders": what somebody is accused of, not how many died.
  bool is_charge(std::size_t noun) const {
    const auto crime = analysis_.lemma(noun);
    if (crime != "murder" && crime != "killing" && crime != "slaying" && crime != "homicide") return false;
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(noun));
    for (std::size_t t = sentence.begin; t < sentence.end; ++t) {
      const Predicate* p = predicates_.at(t);
      if (p != nullptr && (p->event_class == "charged" || p->event_class == "convicted" ||
                           p->event_class == "sentenced" || p->event_class == "plea"))
        return true;
      const auto lemma = analysis_.lemma(t);
      if (lemma == "acquit" || lemma == "accuse" || lemma == "order" || lemma == "plot" || lemma == "conspiracy" ||
          lemma == "suspect")
        return true;
    }
    return false;
  }

  // "The death toll rose to 14", "the number of wounded stood at 40": the noun that a verb of level lifts to the
  // figure.
  const Predicate* toll_of(const QuantityMention& mention) const {
    std::size_t at = mention.begin;
    const auto sentence = analysis_.sentence(analysis_.sentence_of(at));
    if (at == sentence.begin || (mention.quantity.relation == Relation::range && !mention.ends_at)) return nullptr;
    const auto link = fold(analysis_.form(at - 1));
    if (link == "from" && !mention.ends_at) return nullptr;  // "down to 61 from 72": what it was before
    if (link == "to" || link == "at" || link == "past" || mention.ends_at) --at;
    if (at == sentence.begin) return nullptr;
    const bool lifted = is_context(analysis_, at - 1, "level") ||
                        analysis_.longest(Table::changes, at - 1) != nullptr ||
                        analysis_.lemma(at - 1) == "rose";  // taken for the flower
    if (!lifted && !follows_toll(at, sentence.begin)) return nullptr;
    for (std::size_t back = at; back-- > sentence.begin && analysis_.form(back) != ";";) {
      const Predicate* noun = predicates_.at(back);
      if (noun == nullptr || noun->kind != EventKind::harm) continue;
      if (is_numbered_by_deed(noun->token)) return noun;
      if (noun->is_verb) continue;
      return analysis_.lemma(noun->end() - 1) == "toll" || is_numbered(noun->token) ? noun : nullptr;
    }
    return nullptr;
  }

  // "put the toll of the fire" at …
  bool follows_toll(std::size_t at, std::size_t begin) const {
    for (std::size_t steps = 0; steps < 8 && at-- > begin && analysis_.token(at).upos != Upos::verb; ++steps) {
      if (analysis_.lemma(at) == "toll" || analysis_.lemma(at) == "number") return true;
    }
    return false;
  }

  // "the number of (the) dead"
  bool is_numbered(std::size_t noun) const {
    std::size_t at = noun;
    if (at > 0 && fold(analysis_.form(at - 1)) == "the") --at;
    return at > 1 && fold(analysis_.form(at - 1)) == "of" && analysis_.lemma(at - 2) == "number";
  }

  // "the number (of people) killed": a participle behind those who are numbered.
  bool is_numbered_by_deed(std::size_t deed) const {
    if (analysis_.token(deed).xpos != syntax::Xpos::vbn && analysis_.token(deed).xpos != syntax::Xpos::vbd)
      return false;
    const auto begin = analysis_.sentence(analysis_.sentence_of(deed)).begin;
    for (std::size_t at = deed, steps = 0; at-- > begin && steps < 4; ++steps) {
      if (analysis_.lemma(at) == "number") return true;
      const auto tag = analysis_.token(at).upos;
      if (tag != Upos::noun && tag != Upos::adj && tag != Upos::adp && tag != Upos::det && tag != Upos::propn) break;
    }
    return false;
  }

  // "12 rebels and one soldier were killed": the harm behind the next count of the list is shared.
  const Predicate* shared_governor(int number, std::size_t anchor) const {
    const std::size_t next = static_cast<std::size_t>(number) + 1;
    if (next >= reading_.quantities.size() || anchor + 2 >= analysis_.size() ||
        fold(analysis_.form(anchor + 1)) != "and")
      return nullptr;
    const QuantityMention& other = reading_.quantities[next];
    if (other.begin != anchor + 2 || other.head == no_index || !other.quantity.dimension.empty()) return nullptr;
    return governors_.harm_behind(other, static_cast<std::size_t>(other.head));
  }

  // "claimed 12 lives", "claimed the lives of 12 people", "12 people lost their lives": from the verb to the last word;
  // empty where no lives are lost.
  TokenRange lives_of(const QuantityMention& mention, std::size_t anchor) const {
    const auto begin = analysis_.sentence(analysis_.sentence_of(anchor)).begin,
               end = analysis_.sentence(analysis_.sentence_of(anchor)).end;
    const auto last = static_cast<TokenIndex>(anchor + 1);
    if (analysis_.lemma(anchor) == "life" && mention.begin > begin && takes_life(mention.begin - 1))
      return {mention.begin - 1, last};
    if (mention.begin > begin + 3 && fold(analysis_.form(mention.begin - 1)) == "of" && is_lives(mention.begin - 2) &&
        takes_life(mention.begin - 4)) {
      return {mention.begin - 4, last};
    }
    for (TokenIndex at = last; at + 2 < end && at < last + 3; ++at) {
      const bool their = analysis_.token(at + 1).xpos == syntax::Xpos::prp_poss;
      if (analysis_.lemma(at) == "lose" && their && is_lives(at + 2)) return {mention.begin, at + 3};
    }
    return {};
  }

  bool is_lives(std::size_t at) const { return folds_to(analysis_.form(at), "lives"); }

  bool takes_life(std::size_t at) const {
    const auto lemma = analysis_.lemma(at);
    return lemma == "claim" || lemma == "take" || lemma == "cost";
  }

  void add_lives(int number, TokenRange range) {
    Claim claim = make_claim(reading_, ClaimKind::quantity, range.begin, range.begin, range.end);
    claim.event = reading_.events.event_near(range.begin);
    claim.property = "killed.count";
    claim.population = "people";
    claim.quantity = number;
    claim.rule = "counted-lives";
    reading_.claims.push_back(std::move(claim));
  }

  // "15 of them", "two of whom": a part of a total that stands beside it.
  bool is_part(const QuantityMention& mention) const {
    const std::size_t of = mention.end;
    if (of + 1 >= analysis_.size() || analysis_.lemma(of) != "of") return false;
    const auto word = fold(analysis_.form(of + 1));
    return word == "them" || word == "whom" || word == "those" || word == "which" || word == "these";
  }

  // "seven crates, two other crates": what is left of things that were counted before.
  bool is_remainder(const QuantityMention& mention, std::size_t noun) const {
    if (mention.head == no_index || mention.end >= analysis_.size() || !is_other(mention.end)) return false;
    const Hit* what = analysis_.longest(Table::populations, noun);
    return what == nullptr || !is_people((*what->row)[1]);
  }

  // "a 2.9 aftershock", "the ones", "one of the oldest boats": no count of anything.
  bool is_no_count(const QuantityMention& mention) const {
    const double value = mention.quantity.from;
    const bool one_of =
        value == 1 && mention.number_end < analysis_.size() && analysis_.lemma(mention.number_end) == "of";
    return (value < 100 && value != std::floor(value)) || one_of ||
           fold(analysis_.form(mention.number_begin)) == "ones";
  }

  // "20 gunshot wounds" are not 20 people.
  bool is_wound(std::size_t noun) const {
    return analysis_.lemma(noun) == "wound" || analysis_.lemma(noun) == "injury";
  }

  // "The driver, 33, died": an age between commas counts nobody.
  bool is_aside(const QuantityMention& mention) const {
    if (mention.head != no_index || mention.begin < 2 || mention.end >= analysis_.size() ||
        analysis_.form(mention.begin - 1) != ",")
      return false;
    return analysis_.form(mention.end) == "," || analysis_.token(mention.begin - 2).upos == Upos::propn;
  }

  // The 40 of "twelve of the 40 passengers": what the part was taken from.
  bool is_whole(int number) const {
    if (number == 0) return false;
    std::size_t at = reading_.quantities[static_cast<std::size_t>(number)].begin;
    if (at > 0 && (analysis_.token(at - 1).upos == Upos::det || analysis_.token(at - 1).xpos == syntax::Xpos::prp_poss))
      --at;
    if (at < 2 || analysis_.lemma(at - 1) != "of") return false;
    return reading_.quantities[static_cast<std::size_t>(number) - 1].number_end + 1u == at;
  }

  // "arrested 23 pirates in a single raid": how it was done, not how many raids there were.
  bool is_manner(const QuantityMention& mention) const {
    return mention.quantity.from == 1 && mention.begin > 0 && folds_to(analysis_.form(mention.begin - 1), "in");
  }

  // "four airstrikes": how many events of the class there were.
  void add_event_count(int number, const Predicate& noun) {
    const QuantityMention& mention = reading_.quantities[static_cast<std::size_t>(number)];
    Claim claim = make_claim(reading_, ClaimKind::quantity, noun.token, mention.begin, noun.end());
    claim.event = reading_.events.event_of(noun);
    claim.property = std::string(noun.event_class) + ".count";
    claim.quantity = number;
    claim.rule = "counted-event";
    reading_.claims.push_back(std::move(claim));
  }

  // "Four armed robbers entered the store", "a band of four smugglers", "three men robbed the bank": how many did it.
  bool is_attacker(const QuantityMention& mention, std::size_t noun) const {
    if (mention.begin > 0 && (is_other(mention.begin - 1) || analysis_.lemma(mention.begin - 1) == "of") &&
        !is_gang_of(mention.begin))
      return false;
    if (mention.end < analysis_.size() && is_other(mention.end)) return false;
    const auto& word = analysis_.token(noun);
    if (word.head < 0 || analysis_.longest(Table::populations, noun) == nullptr) return false;
    std::size_t subject = noun;
    if (is_gang_of(mention.begin)) subject = static_cast<std::size_t>(mention.begin - 2);
    const auto& top = analysis_.token(subject);
    if (top.head < 0) return false;
    const auto verb = static_cast<std::size_t>(top.head);
    const bool agent =
        top.deprel == Deprel::obl_agent ||
        (top.deprel == Deprel::nsubj && analysis_.token(verb).upos == Upos::verb && !predicates_.is_passive(verb));
    if (!agent) return false;
    const Predicate* deed = predicates_.at(verb);
    const auto population = (*analysis_.longest(Table::populations, noun)->row)[1];
    if (population == "suspect")
      return deed == nullptr || deed->kind != EventKind::harm || deed->event_class == "killed";
    return is_people(population) && deed != nullptr && deed->kind == EventKind::attack;
  }

  bool is_other(std::size_t token) const {
    if (token >= analysis_.size()) return false;
    const auto lemma = analysis_.lemma(token);
    return lemma == "other" || lemma == "another" || lemma == "more";
  }

  bool is_gang_of(std::size_t number) const {
    if (number < 2 || analysis_.lemma(number - 1) != "of") return false;
    const auto lemma = analysis_.lemma(number - 2);
    return lemma == "gang" || lemma == "group" || lemma == "band" || lemma == "team";
  }

  // "the smugglers, in three boats", "gunmen on two motorcycles": what those who attack came in.
  bool carries_attackers(const QuantityMention& mention, std::size_t noun) const {
    const Hit* what = analysis_.longest(Table::populations, noun);
    if (what == nullptr || mention.begin < 2) return false;
    const auto population = (*what->row)[1];
    if (population != "vehicle" && population != "ship" && population != "aircraft") return false;
    const auto marker = fold(analysis_.form(mention.begin - 1));
    if (marker != "in" && marker != "on" && marker != "aboard") return false;
    const std::size_t who = mention.begin - (analysis_.form(mention.begin - 2) == "," && mention.begin > 2 ? 3u : 2u);
    const Hit* attackers = analysis_.longest(Table::populations, who);
    return attackers != nullptr &&
           ((*attackers->row)[1] == "suspect" || (*attackers->row)[1] == "pirate" || (*attackers->row)[1] == "fighter");
  }

  void add_of_attackers(int number, std::size_t noun, std::string property) {
    const QuantityMention& mention = reading_.quantities[static_cast<std::size_t>(number)];
    const auto verb = predicates_.clause_of(noun);
    const Predicate* deed = predicates_.at(verb);
    const TokenIndex end = static_cast<TokenIndex>(noun + 1);
    Claim claim = make_claim(reading_, ClaimKind::quantity, noun, mention.begin, end);
    claim.event = deed != nullptr && deed->kind == EventKind::attack ? reading_.events.event_of(*deed)
                                                                     : reading_.events.event_near(noun);
    claim.property = std::move(property);
    claim.quantity = number;
    claim.rule = "counted-attackers";
    reading_.claims.push_back(std::move(claim));
  }

  void add_governed(int number, const Predicate& governor) {
    const QuantityMention& mention = reading_.quantities[static_cast<std::size_t>(number)];
    const TokenIndex last =
        mention.head == no_index ? mention.end : std::max(mention.end, static_cast<TokenIndex>(mention.head + 1));
    add(number, governor, std::min(governor.token, mention.begin), std::max(governor.end(), last));
  }

  void add(int number, const Predicate& predicate, TokenIndex begin, TokenIndex end) {
    const QuantityMention& mention = reading_.quantities[static_cast<std::size_t>(number)];
    Claim claim = make_claim(reading_, ClaimKind::quantity, predicate.token, begin, end);
    claim.event = reading_.events.event_of(predicate);
    claim.property = std::string(predicate.event_class) + ".count";
    claim.population = predicate.token == static_cast<TokenIndex>(mention.head)
                           ? "people"
                           : counted_population(mention, predicate.token);
    claim.quantity = number;
    if (predicate.kind == EventKind::trait && !add_owner(predicate, claim.population)) return;
    if (predicate.event_class == "detained") claim.population = arrested(claim.population);
    if (predicates_.is_negated(predicate.token) || mention.quantity.rule == "none-of-them")
      claim.polarity = Polarity::denied;
    claim.rule = "counted-" + std::string(name_of(predicate.kind));
    reading_.claims.push_back(std::move(claim));
  }

  // "Varga has 20 wives": whose they are is part of what is counted. People whom nobody named has are compared with
  // none; things are ("the convoy included a tank").
  bool add_owner(const Predicate& predicate, std::string& population) const {
    if (!is_people(population) && !is_kin(population)) return true;
    const int subject = predicates_.subject_of(predicate.token);
    const int owner = subject == no_index ? no_index : reading_.entities.of_token(static_cast<std::size_t>(subject));
    if (owner == no_index) return false;
    population += " of " + reading_.entities.at(owner).key;
    return true;
  }

  static bool is_kin(std::string_view population) {
    return population == "wife" || population == "son" || population == "daughter" || population == "sibling" ||
           population == "brother" || population == "sister";
  }

  // Those arrested are suspects, men, members or people: one population.
  static std::string arrested(const std::string& population) {
    return population == "suspect" || population == "man" || population == "member" ? "people" : population;
  }

  // No predicate of the lexicon governs it: the governing verb itself is the property ("held 40 hostages").
  void add_plain(int number, std::size_t anchor) {
    const QuantityMention& mention = reading_.quantities[static_cast<std::size_t>(number)];
    const auto& word = analysis_.token(anchor);
    if (word.head < 0 || mention.quantity.rule == "none-of-them") return;  // "made no mistake"
    if (governors_.tells_where(mention)) return;
    const auto up = static_cast<std::size_t>(word.head);
    if (up >= mention.begin && up < mention.end) return;  // "played to eleven guests": no infinitive
    const bool argument =
        word.deprel == Deprel::obj || word.deprel == Deprel::nsubj || word.deprel == Deprel::nsubj_pass;
    if (!argument || analysis_.token(up).upos != Upos::verb) return;
    const auto lemma = analysis_.lemma(up);
    if (lemma == "be" || lemma == "have" || lemma == "say") return;
    const auto first = std::min(static_cast<TokenIndex>(up), mention.begin);
    const auto last = std::max(static_cast<TokenIndex>(up + 1), static_cast<TokenIndex>(anchor + 1));
    Claim claim = make_claim(reading_, ClaimKind::quantity, anchor, first, last);
    claim.event = reading_.events.event_near(anchor);
    claim.property = std::string(lemma) + (word.deprel == Deprel::nsubj ? ".by.count" : ".count");
    claim.population = population_of(reading_, anchor);
    claim.quantity = number;
    claim.rule = "counted-by-verb";
    reading_.claims.push_back(std::move(claim));
  }

  // A bare number or "others" takes the population of the clause above or of the last count of the sentence.
  std::string counted_population(const QuantityMention& mention, std::size_t predicate) const {
    if (mention.head != no_index) {
      const auto head = static_cast<std::size_t>(mention.head);
      const auto lemma = analysis_.lemma(head);
      if (lemma != "other" && lemma != "more") return population_of(reading_, head);
    }
    const auto sentence = analysis_.sentence_of(predicate);
    for (auto claim = reading_.claims.rbegin(); claim != reading_.claims.rend(); ++claim) {
      if (claim->sentence.begin != analysis_.token(analysis_.sentence(sentence).begin).begin) break;
      if (!claim->population.empty()) return claim->population;
    }
    for (auto up = analysis_.token(predicate).head; up >= 0; up = analysis_.token(static_cast<std::size_t>(up)).head) {
      const int patient = analysis_.token(static_cast<std::size_t>(up)).upos == Upos::verb
                              ? predicates_.patient_of(static_cast<std::size_t>(up))
                              : no_index;
      if (patient == no_index) continue;
      const auto hits = population_of(reading_, static_cast<std::size_t>(patient));
      if (is_people(hits)) return hits;
    }
    return "people";
  }

  static bool is_people(std::string_view population) {
    const auto plain = population.substr(0, population.find('@'));
    for (const auto number : lexicon::rows_of(Table::populations)) {
      const Row& row = lexicon::rows()[number];
      if (row[1] == plain) return row[1] == "people" || row[2] == "people";
    }
    return false;
  }

  // "a crane and a number of other machines", "killed a policeman": one, said by the article alone, of a population.
  void read_implicit_ones() {
    const std::size_t first = reading_.claims.size();
    for (const auto& predicate : predicates_.all()) {
      if (reading_.is_full(first)) return;
      if (!predicate.is_verb || (predicate.event_class != "comprises" && predicate.kind != EventKind::harm)) continue;
      const int object = predicates_.patient_of(predicate.token);
      if (object == no_index) continue;
      const auto noun = static_cast<std::size_t>(object);
      const int article = article_of(noun);
      if (article == no_index || analysis_.longest(Table::populations, noun) == nullptr) continue;
      add_one(static_cast<TokenIndex>(article), static_cast<TokenIndex>(noun));
    }
  }

  // The "a" of a noun in the singular, at most three words before it.
  int article_of(std::size_t noun) const {
    if (analysis_.token(noun).xpos != syntax::Xpos::nn) return no_index;
    for (std::size_t at = noun;
         at-- > 0 && noun - at <= 3 && analysis_.sentence_of(at) == analysis_.sentence_of(noun);) {
      if (analysis_.token(at).upos == Upos::det)
        return folds_to(analysis_.form(at), "a") || folds_to(analysis_.form(at), "an") ? static_cast<int>(at)
                                                                                       : no_index;
      if (analysis_.token(at).upos != Upos::adj && analysis_.token(at).upos != Upos::noun &&
          analysis_.token(at).upos != Upos::propn)
        break;
    }
    return no_index;
  }

  void add_one(TokenIndex article, TokenIndex noun) {
    QuantityMention mention;
    mention.quantity.from = mention.quantity.to = 1;
    mention.quantity.interval = {1, 1};
    mention.quantity.counted = analysis_.lemma(noun);
    mention.quantity.rule = "implicit-one";
    mention.quantity.kind = FigureKind::word;
    mention.quantity.span = {analysis_.token(article).begin, analysis_.token(noun).end};
    mention.begin = mention.number_begin = article;
    mention.end = mention.number_end = article + 1;
    mention.head = static_cast<int>(noun);
    reading_.quantities.push_back(std::move(mention));
    read(static_cast<int>(reading_.quantities.size() - 1));
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
  CountGovernors governors_;
};

}  // namespace

void read_count_claims(Reading& reading) { CountReader(reading).read_all(); }

}  // namespace corroborate::extraction
