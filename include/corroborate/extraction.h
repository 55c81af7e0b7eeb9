// Everything that one article says, in canonical terms: the value between `extract` and `reconcile`.
//
// All spans are half-open ranges of Unicode code points into Article::body (the JSON contract), so an extraction
// means the same with and without the text. Indices refer to the vectors of the same Extraction.
// Plain values: safe to copy, move and read from many threads.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "corroborate/article.h"
#include "corroborate/problem.h"

namespace corroborate {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

inline constexpr int no_index = -1;  // an index that refers to nothing
inline constexpr double unbounded = std::numeric_limits<double>::infinity();

// A closed interval; an open end is ±unbounded.
struct Interval {
  double low = -unbounded;
  double high = unbounded;
  bool operator==(const Interval&) const = default;
};

// A closed range of days; an open end is the numeric limit.
struct Days {
  Day first = std::numeric_limits<Day>::min();
  Day last = std::numeric_limits<Day>::max();
  bool operator==(const Days&) const = default;
};

// ---- quantities

enum class Relation { equal, about, more, at_least, less, at_most, range, vague };
enum class Trend { none, up, down };

// An amount is a number, with or without a unit. A word states a value without being one: "several cars", "both
// pilots", "her third arrest", "twice", "3-1"; studies of quantities in text do not count these. An idle one ("some",
// "no doubt") states a value only where a claim rests on it.
enum class FigureKind { amount, word, idle };

// A score or a record of wins and losses is one quantity of the unit "score": `from` is the smaller side, `to` the
// larger one, for "won 3-1" and "lost 1-3" say the same. Its interval is the single point larger + smaller / 1000
// (3.001), so that two scores meet exactly when both sides are equal: it is no range.
struct Quantity {
  Span span;                // number with its hedges, unit and currency sign, without the counted noun
  double from = 0, to = 0;  // as stated: "more than 60" is 60, 60 with relation `more`
  Relation relation = Relation::equal;
  Trend trend = Trend::none;  // from the governing verb ("rose 3 percent")
  Interval interval;          // what it allows (RECONCILE.md 2), in `unit`; of "rose from 12 to 14" where that ended
  std::string unit;  // canonical name ("dollar"; "count" for times, "ordinal" for places in a row, "score"); empty for
                     // counts of things
  std::string code;  // UCUM or ISO 4217 code of the unit
  std::string dimension;  // what the unit measures: "length", "time", "money"; empty for counts
  double factor = 1;      // to the base unit of the dimension ("week" in seconds); money keeps its currency
  double offset = 0;      // added behind the factor: degrees Fahrenheit in degrees Celsius
  std::string counted;    // lemmas of the noun phrase counted ("chilean soldier"); empty for measures
  std::string
      words;  // the value in the article's own words, hedge included, where it is no plain figure: "dozens", "third"
  FigureKind kind = FigureKind::amount;
  std::string rule;  // name of the rule that read it
};

// ---- dates

enum class TimexType { date, time, duration, set };
enum class Grain { minute, hour, part_of_day, day, week, month, quarter, season, year, decade, century, vague };
enum class Direction { none, past, future, nearest };

// Days and shifts of an expression keep to these, so that calendar arithmetic on them never overflows: over a million
// years either way.
inline constexpr Day farthest_day = 500'000'000;
inline constexpr int farthest_shift = 10'000;

// What an expression needs to become days: "Saturday" = weekday 6, past, from the day of publication.
struct DayReference {
  bool needs_publication = false;
  Direction direction = Direction::none;
  int weekday = 0;  // ISO: Monday = 1; 0 = none
  Grain shift_grain = Grain::day;
  int shift = 0;           // "two days ago" = -2
  int month = 0, day = 0;  // "September 19" without a year
  int nth = 0;             // with month and weekday: the nth such day of the month, -1 = the last
  bool easter = false;     // Easter Sunday of the year
  int plus_days = 0;       // behind the day that the rest names: "the day before" Monday = -1
};

struct DateExpression {
  Span span;
  TimexType type = TimexType::date;
  std::string value;  // TIMEX3 value; underspecified (XXXX-WXX-6) while the day is unknown
  std::string mod;    // TIMEX3 mod: APPROX, START, MID, END, LESS_THAN, MORE_THAN, BEFORE, AFTER …
  Grain grain = Grain::day;
  bool resolved = false;      // `days` holds
  bool half_unknown = false;  // "6:41", without zone or half of the day: `value` has the morning
  Days days;
  DayReference reference;
  std::string basis;  // the anchor and why, in words
  std::string rule;
};

// ---- attributions

enum class Stance { says, claims, confirms, admits, denies, doubts, accuses, declines, retracts };
enum class Directness { direct, indirect, mixed };

struct Attribution {
  std::vector<Span> source;  // at most one today; empty = not named
  std::vector<Span> cue;
  std::vector<Span> content;
  int source_entity = no_index;
  Stance stance = Stance::says;
  Directness directness = Directness::indirect;
  int within = no_index;  // the attribution that holds this one: a relay holds its source's
  std::string rule;
};

// ---- entities and events

enum class EntityKind { person, body, place, population, thing };

struct Entity {
  EntityKind kind = EntityKind::thing;
  std::string key;             // canonical: "us-central-command"; the same in every article
  std::string label;           // the fullest name in this article
  std::string side;            // who it speaks for ("united-states"); empty = itself
  bool relay = false;          // passes on what others say: an agency, an outlet
  std::vector<Span> mentions;  // names, roles, pronouns, in text order
};

struct Role {
  std::string name;  // actor, victim, place …
  int entity = no_index;
};

enum class Scope { incident, day, period, whole };  // this strike · that day · "since 2014" · the war

struct Event {
  std::string event_class;  // strike, killing, quake, truce …; a lemma where the lexicon has no class
  std::vector<Role> roles;
  std::string place;    // key of the place; empty = not said
  int date = no_index;  // index into dates
  std::string country;  // key of the country or region that holds the place; empty = not known
  Scope scope = Scope::incident;
  bool main = false;      // what this article is about, against background
  bool separate = false;  // set apart by its own words ("three separate strikes"): never joined to another
  std::vector<Span> mentions;
};

// ---- facets: what a value is the answer to, as its sentence tells it

enum class WordKind { noun, name, verb, adjective, other };

// A content word of a sentence.
struct PassageWord {
  std::string lemma;
  std::string group;  // class of an event or a population ("killed" for "died"); empty = none
  WordKind kind = WordKind::other;
  std::uint16_t at = 0;      // token of the sentence, from 0
  std::uint16_t clause = 0;  // token of the sentence that heads its clause
};

// A sentence that states values; the values of one sentence share it.
struct Passage {
  std::uint32_t sentence = 0;  // its number in the article, from 0
  bool headline = false;
  std::vector<PassageWord> words;  // in text order
};

// How a phrase hangs on what governs it.
enum class Tie { none, subject, passive_subject, object, oblique, of_phrase, apposition, predicate, modifier };

// Words that say which of several like values is meant; bits of Facets::scope.
enum class ScopeWord : std::uint16_t {
  total = 1,
  so_far = 2,
  since = 4,
  each = 8,
  per = 16,
  another = 32,
  part = 64,
  by = 128,
  to = 256,
  from = 512,
  only = 1024,
  first = 2048,
  besides = 4096,  // those counted stand in a list with others: "Holm and two others", "six pistols, two other guns"
  mean = 8192,     // "averaged 30 goals", "an average of $500": no single figure of a game or a day
  named = 16384,   // an ordinal that is a part of a name: "the 79th Academy Awards", not "her third Oscar"
  now = 32768,     // of the time of writing: "now", "at present", "currently"
};

// Numbers of words refer to Passage::words.
struct Facets {
  int passage = no_index;    // index into Extraction::passages
  std::uint16_t at = 0;      // token of the sentence where the value begins
  std::uint16_t end = 0;     // behind its last token
  std::uint16_t clause = 0;  // token that heads the value's clause
  int thing = no_index;      // what is counted or measured: "soldiers", the "period" of "a seven-day period"
  int governor = no_index;   // the verb or deed it hangs on
  Tie tie = Tie::none;
  std::string marker;          // the preposition in front: "since", "to", "of"
  bool negated = false;        // the governor is
  std::vector<int> arguments;  // heads of the governor's other arguments
  std::vector<int> modifiers;  // of the thing
  std::uint16_t scope = 0;     // bits of ScopeWord
  std::string owner;           // key of the person or body whose age, record or share it is
  std::string place;           // key of the place that the clause names
  int date = no_index;         // of the clause: index into dates; not the value itself
};

// ---- claims

enum class ClaimKind { quantity, date, term, proposition };
enum class Polarity { asserted, denied, declined, retracted };
enum class Modality { actual, hedged, planned, hypothetical };

// How an argument is known, from least to best: by its word alone, by the group that a table puts the word in, as an
// entity, as an event.
enum class ArgumentKind { word, group, entity, event };

// Who or what takes part in a proposition.
struct Argument {
  std::string role;  // "who", "what", else the preposition in front: "with", "against"
  std::string head;  // lemma of its head; empty = a pronoun
  ArgumentKind kind = ArgumentKind::word;
  std::string key;       // the group, the entity's key or the event's class; of a word, its compound or nothing
  std::string side;      // whom it belongs to or speaks for; empty = not said
  int event = no_index;  // index into events
  bool operator==(const Argument&) const = default;
};

// Where the predicate of a proposition stands on a scale of two ends ("deliberate", "accidental"). What is undone
// ("retaken", "reopened") had been at an end before.
enum class Pole { none, one, other, undone };

struct Claim {
  ClaimKind kind = ClaimKind::proposition;
  int event = no_index;
  // killed.count, injured.count, day, place, actor, type, happened …; of a proposition its predicate: the scale, the
  // class of like predicates, else the lemma
  std::string property;
  // Class of who or what is counted, or of the thing described; of a proposition what or whom it is about.
  std::string population;
  int quantity = no_index;  // kind quantity
  int date = no_index;      // kind date
  // kind term: canonical key; proposition: the word for its pole, empty without one; date, where the property is a time
  // of the day: "about", "after", "before", "alarm" (it was reported then, so it had begun) or nothing; property
  // "figure": the content words of the sentence, sorted
  std::string term;
  Polarity polarity = Polarity::asserted;
  Modality modality = Modality::actual;
  std::vector<int> chain;           // attributions, outermost relay first; empty = the outlet's own voice
  int as_of = no_index;             // index into dates
  Facets facets;                    // kinds quantity and date
  std::vector<Argument> arguments;  // kind proposition: "who", "what", then others in text order
  Pole pole = Pole::none;           // kind proposition
  bool so_far = false;  // kind proposition: a state of the day of writing ("has not been charged"), not for good
  Span span;            // smallest that covers predicate and value, or cue and proposition
  Span sentence;
  // Of span.begin, 1-based: the line of the file, the column in code points; 0 = not known, as the text is laid out
  // otherwise than the file.
  std::uint32_t line = 0, column = 0;
  std::string quote;    // the text of `span`
  std::string context;  // the text of `sentence`
  std::string rule;
};

// Names and numbers carry the identity of an event: 44 dead, not "dead".
enum class FeatureKind { word, name, number };

struct Feature {
  std::string term;  // stemmed word, name, number, "mark teixeira", "26 pirate"
  FeatureKind kind = FeatureKind::word;
  float weight = 0;              // term frequency part; document frequency is applied in reconcile
  std::uint32_t background = 0;  // how many of Extraction::background_documents have it
};

// A word outside quotation marks, for copies.
struct PlainWord {
  std::uint16_t hash = 0;  // of the word in lower case
  Span span;
};

struct Extraction {
  Article article;                   // without its body unless asked for
  std::string publisher;             // key of the publisher family; the outlet itself when unknown
  std::vector<std::string> wires;    // agencies credited, as keys
  std::vector<Quantity> quantities;  // the amounts in text order, then the words and idle ones in text order
  std::vector<DateExpression> dates;
  std::vector<Attribution> attributions;
  std::vector<Entity> entities;
  std::vector<Event> events;
  std::vector<Passage> passages;
  std::vector<Claim> claims;
  std::vector<Feature> features;           // in the order of their terms
  std::uint32_t background_documents = 0;  // behind Feature::background
  std::vector<PlainWord> words;            // in text order
  std::uint32_t token_count = 0;
  std::vector<Problem> problems;
};

}  // namespace corroborate
