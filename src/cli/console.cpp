#include "cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace corroborate::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto first_progress = 1s;
constexpr auto between_progress = 200ms;
constexpr unsigned usual_width = 80;
constexpr unsigned widest = 120;  // columns; longer lines are hard to read

}  // namespace

Console::Console(const std::string& output, int verbosity)
    : output_(output),
      verbosity_(verbosity),
      out_(stdout),
      started_(std::chrono::steady_clock::now()),
      shown_(started_) {
  if (output_.empty()) return;
  out_ = std::fopen(output_.c_str(), "wb");
  if (out_ == nullptr) write_failed();
}

Console::~Console() {
  if (out_ != nullptr && out_ != stdout) std::fclose(out_);
}

void Console::write(std::string_view result) {
  if (closed_ || out_ == nullptr || result.empty()) return;
  clear_progress();
  if (std::fwrite(result.data(), 1, result.size(), out_) != result.size()) write_failed();
}

void Console::write_failed() {
  closed_ = true;
  if (errno == EPIPE)
    std::_Exit(status_);  // the reader has seen enough: no work is left, and flushing would fail again
  const std::string name = output_.empty() ? "standard output" : output_;
  std::fputs(fmt::format("{}: cannot be written: {}\n", name, std::strerror(errno)).c_str(), stderr);
  raise(Status::trouble);
}

void Console::problem(const Problem& problem) {
  if (problem.severity == Severity::skipped) raise(Status::trouble);
  const int needed = problem.severity == Severity::skipped ? 0 : 1;
  if (verbosity_ < needed) return;
  clear_progress();
  const std::string line = problem.line > 0 ? fmt::format(":{}", problem.line) : std::string{};
  std::fputs(fmt::format("{}{}: {}\n", problem.path, line, problem.message).c_str(), stderr);
}

void Console::note(std::string_view message) {
  if (verbosity_ < 0) return;
  clear_progress();
  std::fputs(fmt::format("{}\n", message).c_str(), stderr);
}

void Console::progress(const std::string& line) {
  const auto now = std::chrono::steady_clock::now();
  if (!shows_progress() || now - started_ < first_progress || now - shown_ < between_progress) return;
  shown_ = now;
  progress_shown_ = true;
  std::fputs(fmt::format("\r\x1b[K{}", line).c_str(), stderr);
}

void Console::clear_progress() {
  if (progress_shown_) std::fputs("\r\x1b[K", stderr);
  progress_shown_ = false;
}

void Console::raise(Status status) { status_ = std::max(status_, static_cast<int>(status)); }

int Console::finish() {
  clear_progress();
  if (!closed_ && out_ != nullptr && std::fflush(out_) != 0) write_failed();
  return status_;
}

bool Console::shows_progress() const { return verbosity_ >= 0 && isatty(STDERR_FILENO) != 0; }

bool Console::writes_to_terminal() const { return output_.empty() && isatty(STDOUT_FILENO) != 0; }

unsigned Console::width() const {
  winsize size{};
  if (!writes_to_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
  return std::min<unsigned>(size.ws_col, widest);
}

}  // namespace corroborate::cli
