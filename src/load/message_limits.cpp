// Reads lines alone: those that open an address field, wherever a part has its own, and those that part the parts.
// GMime reads a group within a group by calling itself.
#include "load/message_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "load/limits.h"
#include "load/metadata.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

constexpr std::array<std::string_view, 11> address_fields = {"from",      "sender",    "reply-to",    "to",
                                                             "cc",        "bcc",       "resent-from", "resent-sender",
                                                             "resent-to", "resent-cc", "resent-bcc"};

class Lines {
 public:
  explicit Lines(std::string_view bytes) : bytes_(bytes) {}

  std::string find_fault() {
    for (std::size_t begin = 0; begin < bytes_.size() && fault_.empty();) {
      const auto end = std::min(bytes_.find('\n', begin), bytes_.size());
      read(bytes_.substr(begin, end - begin));
      begin = end + 1;
    }
    return std::move(fault_);
  }

 private:
  void read(std::string_view line) {
    const bool goes_on = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    if (!goes_on) depth_ = opens_addresses(line) ? 0 : none;
    if (depth_ != none) count_groups(line);
    note_boundary(line);
    if (line.starts_with("--")) count_part(trim(line.substr(2)));
  }

  static bool opens_addresses(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon > 20) return false;
    const auto name = trim(line.substr(0, colon));
    return std::ranges::any_of(address_fields, [&](std::string_view field) { return text::equal_folded(name, field); });
  }

  void count_groups(std::string_view line) {
    for (const char c : line) {
      if (c == ':' && ++depth_ > max_nesting) fault_ = fmt::format("address groups more than {} deep", max_nesting);
      if (c == ';' && depth_ > 0) --depth_;
    }
  }

  // "; boundary=----": what else would pass for a line drawn across a text.
  void note_boundary(std::string_view line) {
    constexpr std::string_view key = "boundary=";
    for (auto at = line.find('='); at != std::string_view::npos; at = line.find('=', at + 1)) {
      if (at + 1 < key.size() || !text::equal_folded(line.substr(at + 1 - key.size(), key.size()), key)) continue;
      const auto value = trim(line.substr(at + 1));
      const bool quoted = value.starts_with('"');
      boundaries_.insert(quoted ? value.substr(1, value.find('"', 1) - 1)
                                : value.substr(0, value.find_first_of("; \t")));
      return;
    }
  }

  // A line that has stood before begins another part, whatever declares it.
  void count_part(std::string_view name) {
    const bool is_rule = name.find_first_not_of('-') == std::string_view::npos;
    if (name.empty() || (is_rule && !boundaries_.contains(name))) return;
    if (!seen_.insert(name).second && ++repeated_ > max_message_parts)
      fault_ = fmt::format("a message of more than {} parts", max_message_parts);
  }

  static constexpr std::size_t none = SIZE_MAX;

  std::string_view bytes_;
  std::size_t depth_ = none;  // of groups that are open in an address field; none outside of one
  std::unordered_set<std::string_view> boundaries_, seen_;
  std::size_t repeated_ = 0;
  std::string fault_;
};

}  // namespace

std::string find_message_fault(std::string_view bytes) { return Lines(bytes).find_fault(); }

}  // namespace corroborate::loading
