// Gathers claims by an ordered key of their values.
#include "reconcile/positions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "reconcile/values.h"

namespace corroborate::reconciliation {

namespace {

auto order_of(const Value& value) {
  return std::tuple(value.polarity, value.interval.low, value.interval.high, value.relation, value.stated, value.term,
                    value.modality);
}

// Tells apart what Value's operator== does, but for the wording.
auto key_of(const Value& value) {
  return std::tuple(value.kind, value.interval.low, value.interval.high, value.relation, value.day.weekday,
                    value.day.month, value.day.day, value.stated, value.factor, value.term, value.pole, value.so_far,
                    value.polarity, value.modality);
}

}  // namespace

std::vector<DraftPosition> positions_of(const std::vector<Extraction>& extractions,
                                        const std::vector<ClaimRef>& group) {
  std::vector<DraftPosition> positions;
  std::map<decltype(key_of(Value{})), std::size_t> known;
  for (const auto& ref : group) {
    const Extraction& extraction = extractions[ref.article];
    const Claim& claim = extraction.claims[ref.claim];
    const Value value = value_of(extraction, claim);
    const auto [at, is_new] = known.emplace(key_of(without_wording(value)), positions.size());
    if (is_new) {
      positions.push_back({value, words_of(extraction, claim), {ref}});
      continue;
    }
    DraftPosition& position = positions[at->second];
    position.value = joint_value(position.value, value);
    position.claims.push_back(ref);
  }
  std::sort(positions.begin(), positions.end(),
            [](const auto& a, const auto& b) { return order_of(a.value) < order_of(b.value); });
  return positions;
}

std::vector<DraftPosition> take_surplus(std::vector<DraftPosition>& positions) {
  std::vector<DraftPosition> kept, surplus;
  if (positions.size() <= most_positions) return surplus;
  std::vector<std::size_t> order(positions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t p) { return positions[p].claims.size(); });
  std::vector<bool> is_kept(positions.size());
  for (std::size_t i = 0; i < most_positions; ++i) is_kept[order[i]] = true;
  for (std::size_t p = 0; p < positions.size(); ++p) (is_kept[p] ? kept : surplus).push_back(std::move(positions[p]));
  positions = std::move(kept);
  return surplus;
}

}  // namespace corroborate::reconciliation
