// Which of many numbers are tied together by pairs of them: a forest of parents, each the least of its tree (Tarjan
// 1975, by halving paths).
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace corroborate::reconciliation {

template <typename Number>
class Components {
 public:
  explicit Components(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), Number{0}); }

  void tie(Number a, Number b) {
    const Number x = root(a), y = root(b);
    parents_[std::max(x, y)] = std::min(x, y);
  }

  // The least of those that a number is tied to, itself included.
  Number root(Number of) {
    while (parents_[of] != of) of = parents_[of] = parents_[parents_[of]];
    return of;
  }

  // The roots of all.
  std::vector<Number> take() {
    for (Number each = 0; each < parents_.size(); ++each) parents_[each] = root(each);
    return std::move(parents_);
  }

 private:
  std::vector<Number> parents_;
};

}  // namespace corroborate::reconciliation
