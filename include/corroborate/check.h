// A report held against what is expected of it: for a regression check that runs wherever the articles are kept.
//
// The table is tab-separated, its first line names the columns: article_a, phrase_a, article_b, phrase_b and verdict,
// and any of kind, same_origin, topic, note. A row says of two phrases, each in its article (a path relative to the
// table's folder), how what they claim relates: agree or compatible (near enough to stand for one another), conflict,
// or `unrelated` and `different scope`, which no finding may link. Rows of kind "date" speak of claims of dates alone;
// same_origin "yes" or "no" says whether both go back to one origin. In a column `severity`, "note" has a row that does
// not hold told without failing, and "off" leaves it unjudged. Lines that begin with '#' are comments.
//
// A baseline is such a table too, of differences that are accepted: its columns are finding (the id), verdict (conflict
// or compatible) and any of values (in words, divided by " | "; none = any), severity (off unless it says otherwise)
// and reason. Pure function: no files, no state.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/problem.h"
#include "corroborate/report.h"

namespace corroborate {

// The body is needed to find the phrases.
struct ArticleText {
  std::string id;
  std::string body;
};

// An entry of a baseline whose difference occurs no more.
struct AbsentEntry {
  std::string finding;  // the id that it accepts
  std::string verdict;  // as which it was accepted
  Problem place;        // its line of the table, and why it is gone
};

struct CheckResult {
  std::size_t rows = 0;                // that could be judged
  std::vector<Problem> broken;         // rows that do not hold, at their line of the table
  std::vector<Problem> unexpected;     // warnings and errors that no row names, at their first claim
  std::vector<Problem> notes;          // both, where their severity is a note
  std::vector<Problem> stale;          // entries of a baseline, or values in them, that occur no more
  std::vector<AbsentEntry> absent;     // of the stale ones those whose finding makes no difference any more
  std::vector<Problem> unusable;       // rows that cannot be judged: no such article, no such phrase
  std::set<std::string> new_findings;  // ids of the findings behind `unexpected`
  std::string updated;                 // the table as this report would have it; empty: its columns are not those above
};

CheckResult check_expected(std::string_view table, std::string_view table_path, const Report& report,
                           std::span<const ArticleText> articles);

// In `broken` are entries that accept a difference as a warning or an error, in `unexpected` also values that are new
// in an accepted finding and make its difference.
CheckResult check_baseline(std::string_view table, std::string_view table_path, const Report& report);

// What a check has found, for continuous integration: "sarif" (with the baseline's state of each difference), "junit"
// or "github". Differences that pass are told as accepted; broken rows stand at their line of the table. Empty for
// other words.
std::string write_check(const Report& report, const CheckResult& result, std::string_view format);

}  // namespace corroborate
