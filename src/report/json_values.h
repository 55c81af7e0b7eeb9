// Parts of the report as JSON values: shared by the JSON formats.
#pragma once

#include <nlohmann/json.hpp>

#include "corroborate/report.h"

namespace corroborate::reporting {

using Json = nlohmann::ordered_json;

Json claim_of(const Report& report, const ReportClaim& claim);
Json finding_of(const Report& report, const Finding& finding);

// UTF-8 whatever the strings hold; indented by two, or in one line.
inline std::string write(const Json& value, bool indented) {
  return value.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace corroborate::reporting
