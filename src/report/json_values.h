// JSON values as trees: for formats of few objects.
#pragma once

#include <nlohmann/json.hpp>

#include "corroborate/report.h"

namespace corroborate::reporting {

using Json = nlohmann::ordered_json;

// UTF-8 whatever the strings hold; indented by two, or in one line.
inline std::string write(const Json& value, bool indented) {
  return value.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace corroborate::reporting
