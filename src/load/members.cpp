#include "load/members.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "load/limits.h"
#include "text/ascii.h"

namespace corroborate::loading {
void read_member(const Source& outer, const std::string& name, std::string bytes,
                 const std::function<void(Article&)>& prepare) {
  const std::string path = fmt::format("{}!{}", outer.path, name);
  if (outer.depth >= max_archive_depth) {
    return outer.intake.problem(path, 0, fmt::format("an archive in archives {} deep (the limit)", max_archive_depth));
  }
  const std::string ending = text::ending_of(name);
  const Head head{std::string_view(bytes).substr(0, head_bytes), ending, outer.map};
  const auto& table = formats();
  const auto format = std::find_if(table.begin(), table.end(), [&](const Format& row) { return row.sniff(head); });
  if (format == table.end()) return outer.intake.problem(path, 0, "binary data (expected text)");
  std::istringstream in(std::move(bytes));
  Source member{path,
                fmt::format("{}!{}", outer.id, name),
                in,
                outer.intake,
                prepare ? prepare : outer.fill,
                outer.map,
                outer.named,
                outer.depth + 1};
  format->read(member);
}

}  // namespace corroborate::loading
