// Archives and compressed streams, read by libarchive.
#pragma once

#include <functional>
#include <istream>
#include <string>

namespace corroborate::loading {

struct Unpacked {
  std::string error;   // what is wrong with the archive; empty = all was read
  std::string member;  // the one that it is wrong with, if any
};

// Calls `visit` with the name and the bytes of every regular file, in order, until it returns false. Bytes past `limit`
// of one file are not read: the member is then one byte longer than the limit.
Unpacked unpack(std::istream& in, std::size_t limit,
                const std::function<bool(const std::string& name, std::string bytes)>& visit);

// The bytes of a gzip or deflate stream, of several gzip members one behind the other; at most `limit` + 1 bytes.
// Nothing when it is broken from the start.
std::string inflate(const std::string& bytes, std::size_t limit);

}  // namespace corroborate::loading
