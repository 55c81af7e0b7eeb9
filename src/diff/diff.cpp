// Goes through the findings of both reports in the order in which a report tells them.
#include "corroborate/diff.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "diff/match.h"
#include "report/order.h"

namespace corroborate {
namespace diffing {
namespace {

using Number = std::optional<std::uint32_t>;

std::set<std::string> origins_of(const Report& report, const Position& position) {
  std::set<std::string> ids;
  for (const auto origin : position.origins) ids.insert(report.origins[origin].id);
  return ids;
}

// Origins of `position` that the other has not.
std::vector<std::uint32_t> origins_beside(const Report& report, const Position& position,
                                          const std::set<std::string>& others) {
  std::vector<std::uint32_t> result;
  for (const auto origin : position.origins)
    if (!others.contains(report.origins[origin].id)) result.push_back(origin);
  return result;
}

class Comparer {
 public:
  Comparer(const Report& before, const Report& now) : before_(before), now_(now) {}

  Difference run() {
    compare_articles();
    const auto matched = match(before_, now_);
    std::vector<Number> old_of(now_.findings.size());
    for (std::uint32_t o = 0; o < matched.size(); ++o)
      if (matched[o]) old_of[*matched[o]] = o;
    for (const auto number : reporting::in_order(now_, Order::consequence)) compare(old_of[number], number);
    for (const auto number : reporting::in_order(before_, Order::consequence))
      if (!matched[number]) compare(number, {});
    std::ranges::stable_sort(result_.changes, {}, &Change::kind);
    return std::move(result_);
  }

 private:
  void compare_articles() {
    const auto ids = [](const Report& report) {
      std::unordered_set<std::string_view> known;
      for (const auto& article : report.articles) known.insert(article.id);
      return known;
    };
    const auto old_ids = ids(before_), new_ids = ids(now_);
    for (std::uint32_t a = 0; a < now_.articles.size(); ++a)
      if (!old_ids.contains(now_.articles[a].id)) result_.articles_new.push_back(a);
    for (std::uint32_t a = 0; a < before_.articles.size(); ++a)
      if (!new_ids.contains(before_.articles[a].id)) result_.articles_gone.push_back(a);
  }

  void compare(Number o, Number n) {
    const Finding* then = o ? &before_.findings[*o] : nullptr;
    const Finding* today = n ? &now_.findings[*n] : nullptr;
    const bool was = then != nullptr && then->verdict == Verdict::conflict;
    const bool is = today != nullptr && today->verdict == Verdict::conflict;
    if (is != was) return add(is ? ChangeKind::conflict : ChangeKind::settled, o, n);
    if (today == nullptr) return;  // a finding that is gone, and was no conflict
    const auto agreed = [](const Finding* finding) {
      return finding != nullptr && finding->verdict == Verdict::agree && finding->origins > 1;
    };
    if (agreed(today) && !agreed(then)) return add(ChangeKind::agreement, o, n);
    const bool told = today->verdict != Verdict::single && !reporting::is_undisputed(*today);
    if (told || is) add(ChangeKind::positions, o, n);
  }

  // Changed positions alone are told where there are any.
  void add(ChangeKind kind, Number o, Number n) {
    Change change{kind, o, n, {}};
    compare_positions(change);
    if (kind != ChangeKind::positions || !change.positions.empty()) result_.changes.push_back(std::move(change));
  }

  void compare_positions(Change& change) const {
    static const std::vector<Position> none;
    const auto& then = change.before ? before_.findings[*change.before].positions : none;
    const auto& today = change.now ? now_.findings[*change.now].positions : none;
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (std::uint32_t p = 0; p < then.size(); ++p) known.emplace(then[p].value, p);
    std::vector<bool> met(then.size());
    for (std::uint32_t p = 0; p < today.size(); ++p) {
      const auto found = known.find(today[p].value);
      if (found == known.end() || met[found->second]) {
        change.positions.push_back({{}, p, today[p].origins, {}});
        continue;
      }
      const Position& old = then[found->second];
      met[found->second] = true;
      PositionChange moved{found->second, p, origins_beside(now_, today[p], origins_of(before_, old)),
                           origins_beside(before_, old, origins_of(now_, today[p]))};
      if (!moved.origins.empty() || !moved.origins_gone.empty() || old.superseded != today[p].superseded)
        change.positions.push_back(std::move(moved));
    }
    for (std::uint32_t p = 0; p < then.size(); ++p)
      if (!met[p]) change.positions.push_back({p, {}, {}, then[p].origins});
  }

  const Report& before_;
  const Report& now_;
  Difference result_;
};

}  // namespace
}  // namespace diffing

Difference difference(const Report& before, const Report& now) { return diffing::Comparer(before, now).run(); }

}  // namespace corroborate
