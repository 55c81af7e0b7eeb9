#include "load/json_strings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace corroborate::loading {

bool JsonStrings::next(std::string_view& token) {
  const auto begin = std::min(document_.find('"', at_), document_.size());
  const std::string_view before = document_.substr(at_, begin - at_);
  line_ += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  if (begin == document_.size()) {
    at_ = begin;
    return false;
  }
  std::size_t end = begin + 1;
  while (end < document_.size() && document_[end] != '"') end += document_[end] == '\\' ? 2 : 1;
  at_ = std::min(end + 1, document_.size());
  token = document_.substr(begin, at_ - begin);
  return true;
}

std::uint32_t JsonStrings::line_of(const std::string& value) {
  for (std::string_view token; next(token);) {
    // An escape is longer than what it stands for, by six times at most.
    if (token.size() < value.size() + 2 || token.size() > 6 * value.size() + 2) continue;
    if (nlohmann::json::parse(token, nullptr, false) == value) return line_;
  }
  return 0;
}

}  // namespace corroborate::loading
