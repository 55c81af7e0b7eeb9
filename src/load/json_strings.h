// Where the strings of a JSON document stand, for those who have its values alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace corroborate::loading {

// Looks for strings one after the other, each behind the last that was found: in the order of the document, all of them
// together take one pass. A view on the document, which must outlive it and be well-formed.
class JsonStrings {
 public:
  explicit JsonStrings(std::string_view document) : document_(document) {}

  // The line, from 1, of the next string with this value; 0 where there is none behind the last, and ever after.
  std::uint32_t line_of(const std::string& value);

 private:
  // Moves behind the next string. False at the end; `token` is the string with its quotation marks.
  bool next(std::string_view& token);

  std::string_view document_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace corroborate::loading
