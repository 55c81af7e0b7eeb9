// Groups predicates into the events of an article.
#include "extract/events/events.h"

#include <algorithm>
#include <map>

#include "extract/dates/date_limits.h"
#include "extract/dates/date_lines.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

bool is_word(const Analysis& analysis, std::size_t token, std::string_view word) {
  return token < analysis.size() && folds_to(analysis.form(token), word);
}

// What a thing has, and when another thing began or was reported: no event of its own.
bool is_setting(EventKind kind) {
  return kind == EventKind::trait || kind == EventKind::onset || kind == EventKind::alarm;
}

bool is_light_separator(std::string_view lemma) {
  return lemma == "separate" || lemma == "another" || lemma == "other" || lemma == "different" || lemma == "similar" ||
         lemma == "own" || lemma == "previous" || lemma == "earlier";
}

}  // namespace

bool is_bare_clock(const DateExpression& date) {
  const auto& day = date.reference;
  return date.rule == "clock-time" && day.needs_publication && day.weekday == 0 && day.shift == 0 && day.month == 0;
}

Events::Events(const Analysis& analysis, const Predicates& predicates, const std::vector<DateMention>& dates,
               const Entities& entities)
    : analysis_(analysis),
      predicates_(predicates),
      dates_(dates),
      entities_(entities),
      settings_(analysis, predicates, entities) {
  for (std::size_t d = 0; d < dates.size(); ++d) {
    const auto type = dates[d].date.type;
    if (type == TimexType::duration || type == TimexType::set || dates[d].date.value.ends_with("_REF")) continue;
    if (is_bare_clock(dates[d].date) || is_limit(analysis, dates[d])) continue;
    if (is_aside(analysis, dates[d]) || is_of_count(dates[d].begin)) continue;
    clause_date_.emplace(predicates.clause_of(dates[d].begin), static_cast<int>(d));  // the first of its clause
  }
  for (const auto& mention : dates)
    if (mention.date.resolved && mention.date.reference.needs_publication)
      newest_ = std::max(newest_, mention.date.days.last);
  for (const auto& predicate : predicates.all()) has_truce_ |= predicate.event_class == "truce";
  find_headings();
  choose_main();
}

// "The toll rose to 17 on Tuesday", "the number of dead reached nine on Monday": the day of the count.
bool Events::is_of_count(std::size_t date) const {
  const auto clause = predicates_.clause_of(date);
  if (analysis_.longest(Table::changes, clause) == nullptr && !is_context(analysis_, clause, "level")) return false;
  const int subject = predicates_.subject_of(clause);
  if (subject == no_index) return false;
  const auto counted = analysis_.lemma(static_cast<std::size_t>(subject));
  constexpr std::string_view counts[] = {"toll", "number", "count", "total", "tally", "figure"};
  return std::ranges::find(counts, counted) != std::end(counts);
}

// "jailed on Tuesday for stealing nine boats", "accused on Tuesday of killing nine": that was before.
bool Events::is_ground(std::size_t clause) const {
  if (analysis_.token(clause).xpos != syntax::Xpos::vbg) return false;
  return std::ranges::any_of(analysis_.children(clause), [&](TokenIndex child) {
    const auto lemma = analysis_.lemma(child);
    return child < clause && (lemma == "for" || lemma == "of" || lemma == "with" || lemma == "over");
  });
}

// A timeline: dates that stand on lines of their own govern what follows them, up to the next one.
void Events::find_headings() {
  const auto count = analysis_.document().sentences.size();
  std::vector<int> headings(count, no_index);
  int found = 0;
  for (std::size_t d = 0; d < dates_.size(); ++d) {
    const auto number = analysis_.sentence_of(dates_[d].begin);
    const auto& sentence = analysis_.sentence(number);
    std::size_t end = dates_[d].end;
    while (end < sentence.end && analysis_.token(end).upos == Upos::punct) ++end;
    if (dates_[d].begin != sentence.begin || end != sentence.end || dates_[d].date.grain != Grain::day) continue;
    headings[number] = static_cast<int>(d);
    ++found;
  }
  constexpr int fewest = 3;  // one or two are the day of publication and that of an update
  if (found < fewest) return;
  for (std::size_t s = 1; s < count; ++s) {
    if (headings[s] == no_index) headings[s] = headings[s - 1];
  }
  heading_ = std::move(headings);
}

// "The campaign of Orla Holm said": somebody, and no name of an event such as "Hurricane Orla".
bool Events::is_speaker(const Predicate& noun) const {
  const int entity = noun.is_verb ? no_index : entities_.of_token(noun.token);
  const auto first = analysis_.form(noun.token).front();
  return entity != no_index && entities_.at(entity).kind != EntityKind::place && first >= 'a' && first <= 'z';
}

// "1,200 ballots were missing": nobody came to harm.
bool Events::is_loss(const Predicate& harm) const {
  if (harm.event_class != "missing") return false;
  const int patient = predicates_.patient_of(harm.token);
  return patient != no_index && analysis_.token(static_cast<std::size_t>(patient)).upos == Upos::noun &&
         analysis_.longest(Table::populations, static_cast<std::size_t>(patient)) == nullptr;
}

// "the accord", "the deal" in an article about a truce is the truce's.
std::string_view Events::class_of(const Predicate& predicate) const {
  if (has_truce_ && predicate.event_class == "agreement") return "truce";
  return predicate.event_class;
}

// The attack or hazard that the first sentences speak of most; failing that, the act, unless they speak more of harm
// whose cause they name otherwise: an incident.
void Events::choose_main() {
  std::map<std::string_view, double> score;
  double harm = 0;
  bool named = false;  // an attack or hazard
  for (const auto& predicate : predicates_.all()) {
    const auto sentence = analysis_.sentence_of(predicate.token);
    if (sentence >= 12) break;
    if (is_speaker(predicate)) continue;
    const double place = sentence == 0 ? 3 : sentence < 4 ? 2 : 1;
    const double kind = predicate.is_cause()                ? 4
                        : predicate.kind == EventKind::act  ? 1
                        : predicate.kind == EventKind::harm ? 0
                                                            : 0.5;
    if (predicate.kind == EventKind::harm && !is_loss(predicate)) harm += 2 * place;
    named |= predicate.is_cause();
    const bool follows = predicate.event_class == "aftershock";  // never what the news is about
    if (kind > 0 && !is_setting(predicate.kind) && !follows) score[class_of(predicate)] += place * kind;
  }
  if (!named && harm > 0) score["incident"] = harm;
  const auto best =
      std::max_element(score.begin(), score.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == score.end()) return;
  main_ = 0;
  Event main;
  main.event_class = best->first;
  add(std::move(main));
  for (const auto& predicate : predicates_.all()) {
    main_does_harm_ |= class_of(predicate) == best->first && predicate.is_cause();
  }
  events_[0].main = true;
  // Its place and day: the first that its own mentions or their harm give without setting themselves apart.
  for (const auto& predicate : predicates_.all()) {
    const bool own = class_of(predicate) == best->first || predicate.kind == EventKind::harm;
    if (!own || analysis_.sentence_of(predicate.token) > 20) continue;
    const Traits traits = traits_of(predicate.token);
    if (traits.separate || traits.scope != Scope::incident || is_before(traits)) continue;
    // "over Norway" gives way to "near Bergen".
    if (events_[0].place.empty() || (!traits.place.empty() && place_within(traits.place, events_[0].place)))
      events_[0].place = traits.place;
    if (events_[0].date == no_index && traits.date != no_index) events_[0].date = traits.date;
  }
}

int Events::date_in(std::size_t clause) const {
  const auto known = clause_date_.find(static_cast<TokenIndex>(clause));
  return known == clause_date_.end() ? no_index : known->second;
}

// "the wreck in October 2009, in which nine died": the date that "which" stands right behind.
int Events::date_before_which(std::size_t clause) const {
  const auto range = analysis_.subtree(clause);
  for (std::size_t t = std::max<std::size_t>(range.first, 3); t <= range.last && t < range.first + 4u; ++t) {
    if (analysis_.lemma(t) != "which" || analysis_.token(t - 1).upos != Upos::adp) continue;
    const auto comma = analysis_.token(t - 2).begin;
    const auto end = [](const DateMention& mention) { return mention.date.span.end + 2; };
    const auto date = std::ranges::lower_bound(dates_, comma, {}, end);  // in text order
    if (date != dates_.end() && date->date.span.end <= comma) return static_cast<int>(date - dates_.begin());
  }
  return no_index;
}

int Events::date_at(std::size_t token) const {
  const int stated = stated_date_at(token);
  return stated == no_index && !heading_.empty() ? heading_[analysis_.sentence_of(token)] : stated;
}

int Events::stated_date_at(std::size_t token) const {
  std::size_t clause = predicates_.clause_of(token);
  if (const int before = date_before_which(clause); before != no_index) return before;
  for (int steps = 0; steps < 4; ++steps) {
    if (date_in(clause) != no_index) return date_in(clause);
    const auto& word = analysis_.token(clause);
    // A day inside a report's own clause is the day of saying, so a complement clause does not inherit it.
    if (word.head < 0 || word.deprel == Deprel::ccomp || word.deprel == Deprel::parataxis) return no_index;
    if (is_ground(clause)) return no_index;
    clause = predicates_.clause_of(static_cast<std::size_t>(word.head));
    if (analysis_.longest(Table::cues, clause) != nullptr && word.deprel != Deprel::acl_relcl &&
        word.deprel != Deprel::acl)
      return no_index;
  }
  return no_index;
}

std::string Events::place_at(std::size_t token) const {
  std::size_t clause = predicates_.clause_of(token);
  for (int steps = 0; steps < 3; ++steps) {
    const int place = settings_.place_in(clause);
    if (place != no_index) return entities_.at(place).key;
    const auto& word = analysis_.token(clause);
    if (word.head < 0 || word.deprel == Deprel::ccomp || word.deprel == Deprel::parataxis) return {};
    clause = predicates_.clause_of(static_cast<std::size_t>(word.head));
  }
  return {};
}

Events::Traits Events::traits_of(std::size_t token) const {
  Traits traits;
  traits.place = place_at(token);
  traits.date = date_at(token);
  for (const auto child : analysis_.children(token)) {
    const auto label = analysis_.token(child).deprel;
    if ((label == Deprel::amod || label == Deprel::det) && is_light_separator(analysis_.lemma(child)))
      traits.separate = true;
  }
  if (settings_.is_period(predicates_.clause_of(token))) traits.scope = Scope::period;
  return traits;
}

// A year or a month as time: not the event that the article was written about.
bool Events::is_before(const Traits& traits) const {
  if (traits.date == no_index) return false;
  const auto& date = dates_[static_cast<std::size_t>(traits.date)].date;
  return is_long_ago(dates_[static_cast<std::size_t>(traits.date)]) || date.grain == Grain::year ||
         date.grain == Grain::decade || date.grain == Grain::century ||
         (date.grain == Grain::month && date.rule == "month") || date.rule == "month-year" ||
         (date.reference.shift_grain == Grain::year && date.reference.shift != 0) ||
         (date.reference.shift_grain == Grain::month && date.reference.shift != 0);
}

// A day with its year, half a year before the newest day that the article counts from its own; where it counts none,
// one that the opening does not name: background, such as the last flood before this one.
bool Events::is_long_ago(const DateMention& mention) const {
  constexpr std::size_t opening = 3;  // sentences
  constexpr Day half_a_year = 183;
  const auto& date = mention.date;
  if (!date.resolved || date.reference.needs_publication || date.grain != Grain::day) return false;
  if (newest_ != no_day) return newest_ - date.days.last > half_a_year && analysis_.sentence_of(mention.begin) > 0;
  return analysis_.sentence_of(mention.begin) >= opening;
}

bool Events::tells_apart(const Traits& traits, const Event& event) const {
  if (traits.scope != event.scope) return true;
  if (!traits.place.empty() && !event.place.empty() && !place_within(traits.place, event.place) &&
      !place_within(event.place, traits.place))
    return true;
  if (traits.date == no_index) return false;
  if (event.date == no_index) return is_before(traits);
  const auto& a = dates_[static_cast<std::size_t>(traits.date)].date;
  const auto& b = dates_[static_cast<std::size_t>(event.date)].date;
  if (a.resolved && b.resolved) return a.days.last < b.days.first || b.days.last < a.days.first;
  if (a.reference.weekday != 0 && b.reference.weekday != 0) return a.reference.weekday != b.reference.weekday;
  if (a.resolved != b.resolved && is_before(traits)) return true;
  return event.main && is_before(traits);
}

// The event that this very word has been set apart as; none when there is none.
int Events::separate_at(std::string_view event_class, Span span) const {
  const auto [first, last] = separate_.equal_range(span.begin);
  int known = no_index;
  for (auto at = first; at != last; ++at) {
    const Event& event = events_[static_cast<std::size_t>(at->second)];
    const bool same = event.event_class == event_class && event.mentions.back() == span;
    if (same && (known == no_index || at->second < known)) known = at->second;
  }
  return known;
}

int Events::find_or_make(std::string_view event_class, const Traits& traits, std::size_t token) {
  const Span span{analysis_.token(token).begin, analysis_.token(token).end};
  const int separate = separate_at(event_class, span);
  auto& alike = alike_[std::string(event_class)];
  for (const int number : alike) {
    Event& event = events_[static_cast<std::size_t>(number)];
    if (separate != no_index && separate < number) break;
    if (traits.separate || tells_apart(traits, event)) continue;
    if (event.place.empty()) event.place = traits.place;
    if (event.date == no_index) event.date = traits.date;
    event.mentions.push_back(span);
    return number;
  }
  if (separate != no_index) return separate;
  Event event;
  event.event_class = event_class;
  event.place = traits.place;
  event.date = traits.date;
  event.scope = traits.scope;
  event.separate = traits.separate;
  event.mentions.push_back(span);
  add(std::move(event));
  return static_cast<int>(events_.size() - 1);
}

// The attack or hazard behind a harm: in its clause ("killed in three raids", "the airstrikes killed"), above it
// ("a raid that hit a depot, killing 41"), else in the sentence.
const Predicate* Events::cause_of(const Predicate& harm) const {
  const auto causes = [](const Predicate* p) {
    return p != nullptr && (p->is_cause() || p->event_class == "war" || p->event_class == "campaign");
  };
  const auto clause = predicates_.clause_of(harm.token);
  const int subject = harm.is_verb ? predicates_.subject_of(harm.token) : no_index;
  if (subject != no_index && causes(predicates_.at(static_cast<std::size_t>(subject))))
    return predicates_.at(static_cast<std::size_t>(subject));
  const auto range = analysis_.subtree(clause);
  const Predicate* war = nullptr;
  for (auto t = range.first; t <= range.last; ++t) {
    const Predicate* p = predicates_.at(t);
    if (!causes(p) || predicates_.clause_of(p->token) != clause || p->token == harm.token) continue;
    if (p->event_class != "war") return p;
    if (t > harm.token) war = p;  // "killed in the war"; a war named before is a setting
  }
  for (auto up = analysis_.token(harm.token).head; up >= 0; up = analysis_.token(static_cast<std::size_t>(up)).head) {
    const Predicate* p = predicates_.at(static_cast<std::size_t>(up));
    if (causes(p) && p->token == static_cast<TokenIndex>(up)) return p;
    if (analysis_.token(static_cast<std::size_t>(up)).deprel == Deprel::ccomp) break;
  }
  if (const Predicate* above = cause_above(clause, harm.token); above != nullptr) return above;
  if (war != nullptr) return war;
  return cause_in_front(harm.token);
}

// The nearest attack or hazard a few words before the harm, with no other harm between: a tree that lost the subject
// ("after an air strike by the coalition killed …") still has it there.
const Predicate* Events::cause_in_front(std::size_t harm) const {
  constexpr std::size_t reach = 12;
  for (std::size_t back = 1; back <= reach && back <= harm; ++back) {
    const std::size_t t = harm - back;
    if (analysis_.sentence_of(t) != analysis_.sentence_of(harm)) return nullptr;
    const Predicate* p = predicates_.at(t);
    if (p == nullptr || p->token != t) continue;
    if (p->kind == EventKind::harm) return nullptr;
    if (p->is_cause() || p->event_class == "war") return p;
  }
  return nullptr;
}

// "three raids on one day that destroyed seven trucks": the attack that the clause above names before the harm.
const Predicate* Events::cause_above(std::size_t clause, std::size_t harm) const {
  const auto& word = analysis_.token(clause);
  if (word.head < 0 || (word.deprel != Deprel::acl_relcl && word.deprel != Deprel::acl && word.deprel != Deprel::advcl))
    return nullptr;
  const auto above = predicates_.clause_of(static_cast<std::size_t>(word.head));
  const auto range = analysis_.subtree(above);
  const Predicate* last = nullptr;
  for (auto t = range.first; t <= range.last && t < harm; ++t) {
    const Predicate* p = predicates_.at(t);
    const bool causes = p != nullptr && p->token == t && p->is_cause();
    if (causes && predicates_.clause_of(t) == above) last = p;
  }
  return last;
}

int Events::event_of(const Predicate& predicate) {
  if (is_setting(predicate.kind)) return event_near(predicate.token);
  Traits traits = traits_of(predicate.token);
  if (predicate.kind != EventKind::harm) {
    if (predicate.kind == EventKind::state) {  // a truce or a calm lasts: no one day tells it apart
      traits.date = no_index;
      traits.scope = Scope::incident;
    }
    if (class_of(predicate) == "war") {
      traits.scope = Scope::whole;
      traits.date = no_index;
    }
    return find_or_make(class_of(predicate), traits, predicate.token);
  }
  const Predicate* cause = cause_of(predicate);
  if (const int known = event_referred_to(predicate, cause); known != no_index) return known;
  if (cause == nullptr) {
    // No cause is named: the main event, where that does harm and nothing in the clause tells it apart.
    if (main_ != no_index && !tells_apart(traits, events_[0])) return main_;
    return find_or_make(main_does_harm_ ? std::string_view(events_[0].event_class) : std::string_view("incident"),
                        traits, predicate.token);
  }
  const Traits outer = traits_of(cause->token);
  if (traits.place.empty()) traits.place = outer.place;
  if (traits.date == no_index) traits.date = outer.date;
  if (traits.scope == Scope::incident) traits.scope = outer.scope;
  traits.separate |= outer.separate;
  if (cause->event_class == "war") {
    traits.scope = Scope::whole;
    traits.date = no_index;
  }
  return find_or_make(class_of(*cause), traits, cause->token);
}

// "A quake hit the delta in May. It killed nine people": "it" and "that quake" are what the sentence before told of
// last.
int Events::event_referred_to(const Predicate& harm, const Predicate* cause) {
  const int subject = predicates_.subject_of(harm.is_verb ? harm.token : predicates_.clause_of(harm.token));
  const std::size_t pointer = cause != nullptr      ? cause->token
                              : subject != no_index ? static_cast<std::size_t>(subject)
                                                    : analysis_.size();
  if (pointer >= analysis_.size() || !points_back(pointer)) return no_index;
  const auto sentence = analysis_.sentence_of(pointer);
  if (sentence == 0) return no_index;
  const auto& before = analysis_.sentence(sentence - 1);
  for (std::size_t t = before.end; t > before.begin; --t) {
    const Predicate* p = predicates_.at(t - 1);
    if (p == nullptr || p->token != t - 1 || (p->kind != EventKind::hazard && p->kind != EventKind::attack)) continue;
    if (cause != nullptr && class_of(*p) != class_of(*cause)) continue;
    return event_of(*p);
  }
  return no_index;
}

// "it", "that temblor", "those raids".
bool Events::points_back(std::size_t token) const {
  const auto lemma = analysis_.lemma(token);
  if (analysis_.token(token).upos == Upos::pron) return lemma == "it" || lemma == "that" || lemma == "this";
  return token > 0 && (is_word(analysis_, token - 1, "that") || is_word(analysis_, token - 1, "those")) &&
         analysis_.token(token - 1).upos == Upos::det;
}

void Events::add(Event event) {
  constexpr std::size_t most_alike = 200;  // of one class, that a mention is held against: an article tells of a few
  const int number = static_cast<int>(events_.size());
  auto& alike = alike_[event.event_class];
  if (event.separate)
    separate_.emplace(event.mentions.back().begin, number);
  else if (alike.size() < most_alike)
    alike.push_back(number);
  events_.push_back(std::move(event));
}

int Events::event_near(std::size_t token) {
  const auto clause = predicates_.clause_of(token);
  const auto range = analysis_.subtree(clause);
  for (auto t = range.first; t <= range.last; ++t) {
    const Predicate* p = predicates_.at(t);
    if (p != nullptr && p->token == t && p->is_cause()) return event_of(*p);
  }
  return topic();
}

int Events::topic() {
  if (main_ != no_index) return main_;
  main_ = static_cast<int>(events_.size());
  Event topic;
  topic.event_class = "topic";
  topic.main = true;
  add(std::move(topic));
  return main_;
}

}  // namespace corroborate::extraction
