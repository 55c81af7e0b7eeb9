// What the articles say about the same things, side by side: the result, as flat lists with indices.
//
// Everything is in its final order; a writer prints, it decides and recomputes nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate {

enum class Verdict { agree, compatible, conflict, single };

enum class Reason {
  equal,
  rounding,
  hedge,
  bound,
  bounds_apart,
  coarser,
  placed,  // days said alike ("Saturday", "today") but placed by other days of publication
  refines,
  list,
  update,
  evolving,
  withdrawn,  // its articles were withdrawn, or its origins took it back
  denial,
  declined,
  hypothetical,
  apart,  // the values differ, but nothing says that they are of one thing
  disjoint,
};

struct ReportArticle {
  std::string id, path, outlet, publisher, title, url;
  std::string published;  // ISO 8601 day, or empty
  std::string basis;      // how the day is known, in words
  ArticleStatus status = ArticleStatus::usable;
  Level at_most = Level::error;
  std::string name = {};  // what people call it: its outlet (and day), else `file`; no other article has it
  std::string file = {};  // the shortest end of its path that no other path has; its id on standard input
  // For formats that show it its text, where the extraction carried it, and where its lines stand (Article::lines).
  std::string body = {};
  std::uint32_t first_line = 1;
  std::vector<std::uint32_t> lines = {};
};

struct Story {
  std::string id;  // readable and stable: its main event, and a key of its own words
  std::string label;
  std::vector<std::uint32_t> articles;
};

struct ReportEvent {
  std::string id;
  std::uint32_t story = 0;
  std::string event_class, label, place;
  std::string first, last;  // ISO days, or empty
  std::string scope;
};

// Who a claim goes back to: an upper bound on independence.
struct Origin {
  std::string id, label;
  std::vector<std::string> relays;  // labels of who passed it on
};

struct ReportClaim {
  std::string id;  // article id + "#" + ordinal in the article
  std::uint32_t article = 0;
  ClaimKind kind = ClaimKind::proposition;
  std::string property, population;
  std::string value;           // in words, for people: "at least 83", "2016-09-12 (Monday)"
  Interval interval;           // kind quantity; days since 1970 for kind date
  std::string unit = {};       // kind quantity: canonical name ("dollar"); empty for counts
  std::string dimension = {};  // what the unit measures: "money", "length"; empty for counts
  Polarity polarity = Polarity::asserted;
  Modality modality = Modality::actual;
  std::vector<Argument> arguments;  // kind proposition; their events are not numbered here
  std::vector<std::string> chain;   // "DPA", "Varna River Observatory": outermost first
  std::string origin;               // Origin::id
  std::string as_of;                // ISO day up to which a count holds, where the text states one
  Span span;
  std::uint32_t line = 0, column = 0;
  std::string quote, context, rule;
};

struct Position {
  std::string value;  // in words
  Interval interval;
  std::vector<std::uint32_t> claims;  // the first 1,000 of them
  std::uint32_t claims_left = 0;      // and how many more there are, which stand nowhere in the report
  std::vector<std::uint32_t> origins;
  Polarity polarity = Polarity::asserted;
  bool superseded = false;     // its origins have a later value or took it back, or its articles were withdrawn
  std::string admiralty = {};  // "B2": source and information judged apart; empty without a table of sources
};

struct PairRelation {
  std::uint32_t a = 0, b = 0;  // positions
  Verdict verdict = Verdict::agree;
  Reason reason = Reason::equal;
};

// One value as one article had it, for a finding whose values are of several days.
struct TimedValue {
  std::string day;  // ISO day: as of, where the claim states it; else of publication
  std::uint32_t position = 0, claim = 0;
};

struct Finding {
  std::string id;  // strike@varna-ford@2019-06-13~k3f9qa/killed.count/soldier
  std::uint32_t story = 0, event = 0;
  ClaimKind kind = ClaimKind::proposition;
  std::string property, population;
  Verdict verdict = Verdict::single;  // the worst pair's
  // Mean probability, by the learned alignment, that two of its values answer one question; 1 where a key ties them or
  // there is but one.
  double certainty = 1;
  Level severity = Level::off;      // the gravest of the pairs that make the verdict
  std::vector<Position> positions;  // the 50 that most claims state
  // How many more there are, and how many claims state those: neither stands in the report. All counts include them.
  std::uint32_t positions_left = 0, claims_left = 0;
  std::vector<PairRelation> relations;
  // How many stand behind it. Outlets and publishers are those that are known: an article that names none adds none.
  std::uint32_t articles = 0, outlets = 0, publishers = 0, origins = 0;
  std::string low, high, best;       // in words; empty where they mean nothing
  std::string best_rule;             // the profile that chose `best`, in words
  std::vector<TimedValue> timeline;  // by day; empty when all values are of one day
  std::string grade;                 // discounted, confirmed, contested, fair, weak
  std::string grade_reason;
  bool provisional = false;
};

struct Copy {
  std::uint32_t a = 0, b = 0;  // articles
  std::uint32_t tokens = 0;    // copied words outside quotation marks
};

struct Report {
  std::vector<ReportArticle> articles;
  std::vector<Story> stories;
  std::vector<ReportEvent> events;
  std::vector<Origin> origins;
  std::vector<Copy> copies;
  std::vector<ReportClaim> claims;
  std::vector<Finding> findings;
  std::vector<Problem> problems;
};

}  // namespace corroborate
