// How grave a difference is for whoever has to act on it: gates, SARIF, JUnit and annotations go by it, the verdict
// does not change.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace corroborate {

enum class Level {
  off,      // reported, but nobody is called
  note,     // told, no gate trips
  warning,  // a conflict, unless something else is said
  error,
};

// Levels by rule. A rule is VERDICT/REASON/KIND/PROPERTY of a pair of values ("conflict/disjoint/date/day"); a key may
// end early and may have `*` for any word ("conflict/*/date"). Of the keys that fit, the one that goes deepest counts,
// then the one with fewer stars, then the last in the order of bytes. Where none fits, a conflict is a warning and a
// compatible difference a note.
using Levels = std::map<std::string, Level, std::less<>>;

// What is wrong with a key of Levels, and what was expected; empty = nothing. Pure.
std::string find_rule_fault(std::string_view key);

}  // namespace corroborate
