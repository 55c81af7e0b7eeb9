// The first part of the text report: what conflicts, and what several origins agree on, a line each.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "corroborate/corroborate.h"

namespace corroborate::reporting {

// `order` holds the numbers of the findings as they are to come. Ends with a line end; empty where there is neither.
std::string answer_in_text(const Report& report, std::span<const std::uint32_t> order, const WriteOptions& options);

}  // namespace corroborate::reporting
