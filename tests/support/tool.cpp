#include "support/tool.h"

#include <sys/wait.h>

#include <cstdlib>

#include "support/folder.h"

namespace corroborate::testing {

namespace {

Outcome run_with(const std::string& command, const std::string& input) {
  Folder folder;
  folder.with("in", input);
  const std::string whole = command + " <" + folder.path("in") + " >" + folder.path("out") + " 2>" + folder.path("err");
  const int status = std::system(whole.c_str());
  return {WEXITSTATUS(status), read_file(folder.path("out")), read_file(folder.path("err"))};
}

}  // namespace

Outcome run_tool(const std::string& arguments, const std::string& input, const std::string& before) {
  return run_with(before + " " + TOOL + " " + arguments, input);
}

Outcome run_shell(const std::string& command) { return run_with("( " + command + " )", {}); }

int status_with_closed_pipe(const std::string& arguments, const std::string& input) {
  Folder folder;
  folder.with("in", input);
  const std::string command = std::string("( ") + TOOL + " " + arguments + " <" + folder.path("in") + "; echo $? >" +
                              folder.path("status") + " ) | head -c 1 >" + folder.path("out");
  if (std::system(command.c_str()) != 0) return -1;
  return std::atoi(read_file(folder.path("status")).c_str());
}

}  // namespace corroborate::testing
