// The version of the extraction line: raised when a field changes its meaning or goes.
#pragma once

namespace corroborate::codec {

inline constexpr int extraction_schema_version = 1;

}  // namespace corroborate::codec
