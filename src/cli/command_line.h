// The words of the command line in the order that the commands expect.
#pragma once

#include <string>
#include <vector>

namespace corroborate::cli {

// With the command in front where only options stand before it: "--alignment FILE check …" is "check --alignment FILE
// …". The first word is the program's. "help COMMAND" becomes "COMMAND --help".
std::vector<std::string> arguments_in_order(std::vector<std::string> arguments);

}  // namespace corroborate::cli
