// The bytes of a whole stream, up to the limit of one article.
#pragma once

#include <istream>
#include <string>

namespace corroborate::loading {

// All of the stream, or one block more than `limit` at most: what is larger shows as larger than the limit.
std::string read_all(std::istream& in, std::size_t limit);

}  // namespace corroborate::loading
