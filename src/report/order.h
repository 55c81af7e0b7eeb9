// Which findings a reader wants to see first.
#pragma once

#include <cstdint>
#include <vector>

#include "corroborate/corroborate.h"

namespace corroborate::reporting {

// Numbers of the findings: conflicts, compatible ones, agreements, single ones; within each as `order` says, and where
// that leaves two alike, as the report has them.
std::vector<std::uint32_t> in_order(const Report& report, Order order);

// A proposition on which nobody differs: the whole of what articles repeat of one another would drown the rest.
bool is_undisputed(const Finding& finding);

// How many independent origins stand behind the positions of the pairs that make the verdict; without a pair, behind
// all.
std::size_t differing_origins(const Finding& finding);

// The positions of those pairs, in the finding's order; without a pair, all of them.
std::vector<std::uint32_t> deciding_positions(const Finding& finding);

}  // namespace corroborate::reporting
