// What changed between two reports on a growing folder: new conflicts, settled ones, values and sources that came or
// went, new agreements, new articles.
//
// Pure functions; safe to call from many threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"

namespace corroborate {

struct ReportOrError {
  Report report;
  std::string error;  // empty = read
};

// What `--format json` wrote: of a report all but its problems and the spans, rules and arguments of its claims. The
// error says what is wrong, also of a report of another version.
ReportOrError read_report(std::string_view json);

// In the order in which they are told.
enum class ChangeKind {
  conflict,   // there is one now, and there was none on this question
  settled,    // there was one, and there is none now
  positions,  // a value is new or gone, or states more or fewer origins than before
  agreement,  // several origins agree, and before there were fewer or they did not
};

template <>
struct Names<ChangeKind> {
  static constexpr std::array<std::string_view, 4> words = {"conflict", "settled", "positions", "agreement"};
};

// One value of a question, then and now.
struct PositionChange {
  std::optional<std::uint32_t> before, now;          // position in the old finding, in the new one
  std::vector<std::uint32_t> origins, origins_gone;  // that it has gained (of the new report), and lost (of the old)
};

struct Change {
  ChangeKind kind = ChangeKind::positions;
  std::optional<std::uint32_t> before, now;  // findings of the old and of the new report; one of them at least
  std::vector<PositionChange> positions;     // those that changed, the new report's first, each in its report's order
};

struct Difference {
  std::vector<Change> changes;                             // by kind; within one what weighs most comes first
  std::vector<std::uint32_t> articles_new, articles_gone;  // of the new report, of the old one
};

// Findings are the same question where they have one id, or else share most of their claims, or ask the same of the
// one event of its class and place.
Difference difference(const Report& before, const Report& now);

// "text" or "json" (data/schema/diff.schema.json); of the options colour and width.
std::string write_difference(const Report& before, const Report& now, const Difference& difference,
                             std::string_view format, const WriteOptions& options);

}  // namespace corroborate
