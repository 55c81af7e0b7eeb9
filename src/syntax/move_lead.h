// Which move is ahead, and by how much.
#pragma once

#include <algorithm>

#include "syntax/feature_table.h"
#include "syntax/transition.h"

namespace corroborate::syntax {

struct Lead {
  Move move = Move::shift;
  std::int32_t margin = 0;  // over the next best
};

// Shift stands at zero; of equal moves it comes first, then left.
inline Lead lead_of(MoveScores scores, bool may_right) {
  const std::int32_t right = may_right ? scores.right : -1'000'000;
  const std::int32_t best = std::max({0, scores.left, right});
  if (best == 0) return {Move::shift, -std::max(scores.left, right)};
  if (best == scores.left) return {Move::left, best - std::max(0, right)};
  return {Move::right, best - std::max(0, scores.left)};
}

}  // namespace corroborate::syntax
