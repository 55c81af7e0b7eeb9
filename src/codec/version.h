// The version of the extraction line: raised when a field changes its meaning or goes (data/schema/README.md).
#pragma once

namespace corroborate::codec {

inline constexpr int extraction_schema_version = 3;

}  // namespace corroborate::codec
