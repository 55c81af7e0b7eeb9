// The commands and their options as plain values, read off the one definition: what completions and the man page tell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corroborate::cli {

struct Synopsis {
  struct Option {
    std::vector<std::string> names;  // "-o", "--output"; one word for an operand: "PATH"
    std::string help;
    std::string value;                 // what stands for its value ("FILE", "WORD"); empty for a flag
    std::vector<std::string> choices;  // empty where it takes any value
    bool file = false;
    bool repeated = false;

    const std::string& long_name() const { return names.back(); }
    bool operator==(const Option& other) const { return names == other.names; }
  };

  std::string name, help;
  std::vector<Option> options, operands;
};

// The commands in the order of their table, without hidden ones.
std::vector<Synopsis> synopses();

// All options of all commands, each once, in the order in which they come first.
std::vector<Synopsis::Option> all_options(const std::vector<Synopsis>& commands);

// The words joined by a blank.
std::string spaced(const std::vector<std::string>& words);

// Every occurrence of `from` in `text` made `to`.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace corroborate::cli
