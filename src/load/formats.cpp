#include "load/formats.h"

#include <fmt/format.h>

namespace corroborate::loading {

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
      {"JSON Lines", " jsonl ndjson json ", sniff_json_lines, read_json_lines},
      {"text", " txt text md markdown  ", sniff_prose, read_prose},
  };
  return table;
}

bool has_ending(const Format& format, std::string_view ending) {
  return format.endings.find(fmt::format(" {} ", ending)) != std::string_view::npos;
}

}  // namespace corroborate::loading
