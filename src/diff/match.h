// Which finding of one report is which of the other.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corroborate/report.h"

namespace corroborate::diffing {

// By finding of `before`: its number in `now`, or nothing. No finding of `now` is given twice.
std::vector<std::optional<std::uint32_t>> match(const Report& before, const Report& now);

}  // namespace corroborate::diffing
