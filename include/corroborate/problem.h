// What went wrong with one piece of input, as a value and as a sentence.
//
// A problem never stops the others: the article it names is skipped or taken in part, the rest goes on.
// Printed as `path:line: message` (`path: message` where there is no line).
#pragma once

#include <cstdint>
#include <string>

namespace corroborate {

enum class Severity {
  skipped,  // input was lost: the exit status becomes 2
  told,     // nothing was lost, but who runs the program should see it once
  notice,   // worth knowing, nothing lost (a file that is no article): shown with -v
};

struct Problem {
  std::string path;        // as the user named it; "-" for standard input
  std::uint32_t line = 0;  // 1-based; 0 = the input as a whole
  std::string message;     // what is wrong, and what was expected
  Severity severity = Severity::skipped;
};

}  // namespace corroborate
