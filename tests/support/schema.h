// A validator for the part of JSON Schema that our schemas use. A keyword that it does not know is an error, so that
// nothing in a schema goes unchecked.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace corroborate::testing {

// The first place where `value` breaks `schema`, in words; empty = valid.
std::string find_violation(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace corroborate::testing
