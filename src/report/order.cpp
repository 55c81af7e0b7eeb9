#include "report/order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

namespace corroborate::reporting {
namespace {

// What befell people, as the lexicon's kind `harm` names it, the gravest first.
constexpr std::array<std::string_view, 7> harms = {"killed",   "injured",      "casualties", "missing",
                                                   "abducted", "hospitalized", "displaced"};
constexpr double large = 1000;  // a count of things from here on is told with the money

std::size_t harm_of(const Finding& finding) {
  const std::string_view property = finding.property;
  return static_cast<std::size_t>(std::ranges::find(harms, property.substr(0, property.find('.'))) - harms.begin());
}

bool is_money_or_large(const Report& report, const Finding& finding) {
  if (finding.kind != ClaimKind::quantity) return false;
  return std::ranges::any_of(finding.positions, [&](const Position& position) {
    if (position.claims.empty()) return false;
    const ReportClaim& claim = report.claims[position.claims.front()];
    const double most = std::isfinite(position.interval.high) ? position.interval.high : position.interval.low;
    return claim.dimension == "money" || (claim.dimension.empty() && claim.unit.empty() && most >= large);
  });
}

std::size_t rank_of(Verdict verdict) {
  constexpr std::array<Verdict, 4> order = {Verdict::conflict, Verdict::compatible, Verdict::agree, Verdict::single};
  return static_cast<std::size_t>(std::ranges::find(order, verdict) - order.begin());
}

// Smaller comes first.
std::size_t stakes_of(const Report& report, const Finding& finding) {
  const std::size_t harm = harm_of(finding);
  return harm < harms.size() ? harm : harms.size() + (is_money_or_large(report, finding) ? 0 : 1);
}

using Key = std::tuple<std::size_t, std::size_t, std::ptrdiff_t, std::string_view>;

Key key_of(const Report& report, const Finding& finding, Order order) {
  const auto origins = -static_cast<std::ptrdiff_t>(differing_origins(finding));
  switch (order) {
    case Order::consequence:
      return {rank_of(finding.verdict), stakes_of(report, finding), origins, {}};
    case Order::origins:
      return {rank_of(finding.verdict), 0, origins, {}};
    case Order::name:
      return {rank_of(finding.verdict), 0, 0, finding.id};
  }
  return {};
}

}  // namespace

bool is_undisputed(const Finding& finding) {
  if (finding.kind != ClaimKind::proposition || finding.verdict == Verdict::conflict) return false;
  return std::ranges::all_of(finding.relations, [](const PairRelation& relation) {
    return relation.verdict == Verdict::agree || relation.reason == Reason::refines || relation.reason == Reason::apart;
  });
}

std::vector<std::uint32_t> deciding_positions(const Finding& finding) {
  std::set<std::uint32_t> positions;
  for (const PairRelation& pair : finding.relations)
    if (pair.verdict == finding.verdict) positions.insert({pair.a, pair.b});
  std::vector<std::uint32_t> result(positions.begin(), positions.end());
  if (!result.empty()) return result;
  result.resize(finding.positions.size());
  std::iota(result.begin(), result.end(), 0u);
  return result;
}

std::size_t differing_origins(const Finding& finding) {
  std::set<std::uint32_t> origins;
  for (const std::uint32_t position : deciding_positions(finding))
    origins.insert(finding.positions[position].origins.begin(), finding.positions[position].origins.end());
  return origins.size();
}

std::vector<std::uint32_t> in_order(const Report& report, Order order) {
  std::vector<Key> keys;
  for (const Finding& finding : report.findings) keys.push_back(key_of(report, finding, order));
  std::vector<std::uint32_t> numbers(report.findings.size());
  std::iota(numbers.begin(), numbers.end(), 0u);
  std::ranges::stable_sort(numbers, {}, [&](std::uint32_t number) { return keys[number]; });
  return numbers;
}

}  // namespace corroborate::reporting
