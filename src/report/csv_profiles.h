// CSV with the columns of the data sets that casualty recorders keep.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corroborate/report.h"

namespace corroborate::reporting {

// "ucdp-like", "acled", "ibc"
std::vector<std::string_view> csv_profiles();

// One row a toll: a finding that counts killed people. Empty for an unknown profile.
std::string write_csv_profile(const Report& report, std::string_view profile);

}  // namespace corroborate::reporting
