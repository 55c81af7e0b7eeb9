#include "load/run_tool.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>

extern char** environ;

namespace corroborate::loading {
namespace {

using Clock = std::chrono::steady_clock;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
  }
  ~Pipe() {
    for (const int end : ends)
      if (end >= 0) close(end);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_writer() {
    close(ends[1]);
    ends[1] = -1;
  }
};

struct Actions {
  posix_spawn_file_actions_t list;
  Actions() { posix_spawn_file_actions_init(&list); }
  ~Actions() { posix_spawn_file_actions_destroy(&list); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
};

// A file without a name, gone when it is closed: a filter may want to seek in its input.
File file_of(const std::string& bytes) {
  File file(std::tmpfile());
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() || std::fflush(file.get()) != 0)
    return nullptr;
  std::rewind(file.get());
  return file;
}

// 0, or why it did not start.
int start(const std::vector<std::string>& command, int input, int output, pid_t& child) {
  Actions actions;
  posix_spawn_file_actions_adddup2(&actions.list, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions.list, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions.list, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));  // execve(2) keeps them
  words.push_back(nullptr);
  return posix_spawnp(&child, words[0], &actions.list, nullptr, words.data(), environ);
}

void bound_memory([[maybe_unused]] pid_t child) {
#ifdef __linux__
  constexpr rlim_t bytes = 1'000'000'000;
  const rlimit most{bytes, bytes};
  prlimit(child, RLIMIT_AS, &most, nullptr);
#endif
}

// Reads until the end of the output or a limit.
ToolRun::End drain(int from, const ToolLimits& limits, std::string& output) {
  const auto deadline = Clock::now() + std::chrono::seconds(limits.seconds);
  std::array<char, 1 << 16> block;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    const int ready = left <= 0 ? 0 : poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return ToolRun::End::too_long;
    const ssize_t size = ready < 0 ? -1 : read(from, block.data(), block.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return ToolRun::End::failed;
    if (size == 0) return ToolRun::End::done;
    output.append(block.data(), static_cast<std::size_t>(size));
    if (output.size() > limits.bytes) return ToolRun::End::too_large;
  }
}

// Whether it ended by itself, with 0.
bool ended_well(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

ToolRun run_tool(const std::vector<std::string>& command, const std::string& input, const ToolLimits& limits) {
  ToolRun run;
  const File bytes = file_of(input);
  Pipe pipe;
  if (!bytes || pipe.ends[0] < 0) return run;
  pid_t child = 0;
  if (const int error = start(command, fileno(bytes.get()), pipe.ends[1], child); error != 0) {
    run.end = error == ENOENT ? ToolRun::End::missing : ToolRun::End::failed;
    return run;
  }
  bound_memory(child);
  pipe.close_writer();
  run.end = drain(pipe.ends[0], limits, run.output);
  if (run.end != ToolRun::End::done) kill(child, SIGKILL);
  if (!ended_well(child) && run.end == ToolRun::End::done) run.end = ToolRun::End::failed;
  return run;
}

}  // namespace corroborate::loading
