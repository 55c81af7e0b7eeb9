// Where a claim stands, as other formats address places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corroborate/report.h"

namespace corroborate::reporting {

// A path as a relative URI reference or a file URI (RFC 3986): everything that is not allowed there is percent-encoded.
std::string uri_of_path(std::string_view path);

// One line that says what stands against what: "killed · soldier: 62 against at least 83: no number satisfies both".
std::string headline_of(const Finding& finding);

// The claims of a finding, the first of every position first.
std::vector<std::uint32_t> claims_of(const Finding& finding);

}  // namespace corroborate::reporting
