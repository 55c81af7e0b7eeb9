#include "reconcile/severity.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "corroborate/names.h"

namespace corroborate {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t longest_rule = 4;  // VERDICT/REASON/KIND/PROPERTY
constexpr std::string_view any = "*";

// A reason of two words can be written with a hyphen, as SARIF has it.
bool is_same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return x == y || (x == '-' && y == ' '); });
}

Words split(std::string_view key) {
  Words words;
  for (std::size_t begin = 0;;) {
    const auto end = std::min(key.find('/', begin), key.size());
    words.push_back(key.substr(begin, end - begin));
    if (end == key.size()) return words;
    begin = end + 1;
  }
}

bool fits(const Words& key, const std::array<std::string_view, longest_rule>& rule) {
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (i >= rule.size() || (key[i] != any && !(i == 1 ? is_same(key[i], rule[i]) : key[i] == rule[i]))) return false;
  }
  return true;
}

Level usual_level(Verdict verdict) {
  if (verdict == Verdict::conflict) return Level::warning;
  return verdict == Verdict::compatible ? Level::note : Level::off;
}

Level level_of_rule(const Levels& levels, const Finding& finding, const PairRelation& pair) {
  const std::array<std::string_view, longest_rule> rule = {name_of(pair.verdict), name_of(pair.reason),
                                                           name_of(finding.kind), finding.property};
  Level level = usual_level(pair.verdict);
  std::tuple<std::size_t, std::size_t> best = {0, 0};  // depth, words that are no star
  for (const auto& [key, stated] : levels) {
    const Words words = split(key);
    if (!fits(words, rule)) continue;
    const auto named = words.size() - static_cast<std::size_t>(std::count(words.begin(), words.end(), any));
    const std::tuple<std::size_t, std::size_t> rank = {words.size(), named};
    if (rank < best) continue;
    best = rank;
    level = stated;
  }
  return level;
}

Level cap_of(const Report& report, const Position& position) {
  Level cap = position.claims.empty() ? Level::error : Level::off;
  for (const auto claim : position.claims) cap = std::max(cap, report.articles[report.claims[claim].article].at_most);
  return cap;
}

template <typename Enumeration>
std::string fault_in(std::string_view word, std::string_view what) {
  if (word == any || from_name<Enumeration>(word)) return {};
  return fmt::format("\"{}\" is no {} (expected *, {})", word, what, fmt::join(Names<Enumeration>::words, ", "));
}

// What makes a conflict (reconcile/compare.h) makes nothing else: a key that says so could match nothing.
std::string find_reason_fault(std::string_view verdict, std::string_view reason) {
  if (verdict == any || reason == any) return {};
  const bool excludes = reason == name_of(Reason::disjoint) || reason == name_of(Reason::denial);
  if (verdict == name_of(Verdict::conflict) && !excludes)
    return fmt::format("\"{}\" is never the reason of a conflict (expected *, disjoint or denial)", reason);
  if (verdict == name_of(Verdict::compatible) && (excludes || reason == name_of(Reason::equal)))
    return fmt::format("\"{}\" is never the reason of what is compatible", reason);
  return {};
}

}  // namespace

namespace reconciliation {

Level level_of(const Report& report, const Levels& levels, const Finding& finding) {
  Level level = Level::off;
  for (const PairRelation& pair : finding.relations) {
    if (pair.verdict != finding.verdict) continue;
    const Level own = level_of_rule(levels, finding, pair);
    const Level a = cap_of(report, finding.positions[pair.a]), b = cap_of(report, finding.positions[pair.b]);
    level = std::max(level, std::min({own, a, b}));
  }
  return level;
}

}  // namespace reconciliation

std::string find_rule_fault(std::string_view key) {
  const Words words = split(key);
  if (std::find(words.begin(), words.end(), "") != words.end() || words.size() > longest_rule)
    return fmt::format("\"{}\" is no rule (expected VERDICT/REASON/KIND/PROPERTY or its beginning)", key);
  if (words[0] != any && words[0] != name_of(Verdict::conflict) && words[0] != name_of(Verdict::compatible))
    return fmt::format("\"{}\" is no verdict that has a severity (expected *, conflict or compatible)", words[0]);
  std::string fault;
  std::string reason(words.size() > 1 ? words[1] : any);
  std::ranges::replace(reason, '-', ' ');
  fault = fault_in<Reason>(reason, "reason");
  if (fault.empty()) fault = find_reason_fault(words[0], reason);
  if (fault.empty() && words.size() > 2) fault = fault_in<ClaimKind>(words[2], "kind of claim");
  return fault;
}

}  // namespace corroborate
