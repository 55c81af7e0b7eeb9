// Claims gathered by value, and how many positions of one finding are kept.
#include "reconcile/positions.h"

#include "test.h"

using namespace corroborate;
using namespace corroborate::reconciliation;

namespace {

// Positions 0, 1, 2 …: number p has `claims(p)` claims.
template <typename Claims>
std::vector<DraftPosition> positions(std::size_t count, Claims claims) {
  std::vector<DraftPosition> result;
  for (std::size_t p = 0; p < count; ++p) {
    DraftPosition position;
    position.value.stated = static_cast<double>(p);
    position.claims.resize(claims(p));
    result.push_back(position);
  }
  return result;
}

}  // namespace

TEST_CASE("few_positions_all_stay") {
  auto kept = positions(most_positions, [](std::size_t) { return std::size_t{1}; });
  CHECK(take_surplus(kept).empty());
  CHECK(kept.size() == most_positions);
}

TEST_CASE("of_many_positions_those_that_most_claims_state_stay_in_order") {
  // The first three have one claim, all others two, the last of them three.
  auto kept = positions(most_positions + 5, [](std::size_t p) {
    return p < 3 ? 1u : p == most_positions + 4 ? 3u : 2u;
  });
  const auto surplus = take_surplus(kept);
  REQUIRE(kept.size() == most_positions);
  REQUIRE(surplus.size() == 5);
  CHECK(surplus[0].value.stated == 0);
  CHECK(surplus[2].value.stated == 2);
  CHECK(surplus[3].value.stated == most_positions + 2);  // of equals the last ones go
  CHECK(surplus[4].value.stated == most_positions + 3);
  CHECK(kept.front().value.stated == 3);
  CHECK(kept.back().value.stated == most_positions + 4);
  for (std::size_t p = 1; p < kept.size(); ++p) CHECK(kept[p - 1].value.stated < kept[p].value.stated);
}
