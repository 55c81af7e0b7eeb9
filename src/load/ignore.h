// .corroborateignore: what of a folder is not read, in the syntax of gitignore(5).
//
// A pattern a line. `*` and `?` stop at slashes, `**` does not; `[a-z]` is one character of a set. A pattern with a
// slash at its beginning or within counts from the file's own folder, others in every folder below; one that ends in a
// slash means folders alone. `!` takes back what a line above has named, and the last line that fits decides. What lies
// in a folder that is passed over cannot be taken back. Lines that begin with `#` are comments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace corroborate::loading {

inline constexpr std::string_view ignore_file_name = ".corroborateignore";

class IgnoreRules {
 public:
  enum class Says { nothing, pass_over, read };
  struct Answer {
    Says says = Says::nothing;
    std::uint32_t line = 0;  // of the rule
  };

  explicit IgnoreRules(std::string_view text);

  bool empty() const { return rules_.empty(); }

  // `path` is relative to the folder of the file, without a slash at the end.
  Answer about(std::string_view path, bool is_folder) const;

 private:
  struct Rule {
    std::vector<std::string> segments;
    std::uint32_t line;
    bool takes_back, folders_only;
  };
  std::vector<Rule> rules_;
};

}  // namespace corroborate::loading
