// Many small jobs of one kind, done in runs by several threads.
#pragma once

#include <algorithm>
#include <cstddef>

#include "parallel/in_order.h"

namespace corroborate::parallel {

// Calls `job(first, last)` for runs of at most `run` of the numbers below `count`, half-open, and `take` with what each
// gives, in their order, on the calling thread. `threads` as InOrder counts them.
template <typename Result, typename Job, typename Take>
void by_runs(std::size_t count, std::size_t run, unsigned threads, Job job, Take take) {
  InOrder<Result> runs(threads, {}, take);
  for (std::size_t first = 0; first < count; first += run)
    runs.add(run, [&job, first, last = std::min(count, first + run)] { return job(first, last); });
  runs.finish();
}

}  // namespace corroborate::parallel
