#include "cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace corroborate::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto first_progress = 1s;
constexpr auto between_progress = 200ms;
constexpr unsigned usual_width = 80;
constexpr unsigned widest = 120;  // columns; longer lines are hard to read

constexpr std::size_t most_alike = 3;  // messages told one by one

// The draft's name where a signal handler can read it.
std::array<char, 4096> draft_to_remove{};

extern "C" void remove_draft(int signal) {
  if (draft_to_remove[0] != '\0') unlink(draft_to_remove.data());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void remove_on_interrupt(const std::string& draft) {
  if (draft.size() >= draft_to_remove.size()) return;
  std::copy(draft.begin(), draft.end(), draft_to_remove.begin());
  draft_to_remove[draft.size()] = '\0';
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, remove_draft);
}

// The file behind links; a new file as it is.
std::string target_of(const std::string& output) {
  std::error_code unknown;
  const auto target = std::filesystem::weakly_canonical(output, unknown);
  return unknown ? output : target.string();
}

// Hidden, so that no folder that is read shows it. Empty where the output is a device or a pipe.
std::string draft_of(const std::string& target) {
  struct stat status;
  if (stat(target.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) return {};
  const auto name = target.rfind('/') + 1;
  return target.substr(0, name) + fmt::format(".{}.{}.part", target.substr(name), getpid());
}

// What messages that are alike have in common: all but their numbers, what they quote, and paths.
std::string kind_of(std::string_view message) {
  std::string kind;
  bool quoted = false;
  for (std::size_t begin = 0; begin < message.size();) {
    const auto end = std::min(message.find(' ', begin), message.size());
    const std::string_view word = message.substr(begin, end - begin);
    const bool path = word.find('/') != std::string_view::npos;
    for (const char c : word) {
      if (c == '"') quoted = !quoted;
      if (!quoted && !path && !('0' <= c && c <= '9')) kind += c;
    }
    kind += ' ';
    begin = end + 1;
  }
  return kind;
}

}  // namespace

Console::Console(const std::string& output, int verbosity)
    : output_(output),
      verbosity_(verbosity),
      out_(stdout),
      started_(std::chrono::steady_clock::now()),
      shown_(started_) {
  if (output_.empty()) return;
  draft_ = draft_of(target_of(output_));
  remove_on_interrupt(draft_);
  out_ = std::fopen(draft_.empty() ? output_.c_str() : draft_.c_str(), "wb");
  if (out_ != nullptr) return;
  draft_.clear();
  write_failed();
}

Console::~Console() {
  if (out_ != nullptr && out_ != stdout) std::fclose(out_);
  if (!draft_.empty()) unlink(draft_.c_str());
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
  const int needed = problem.severity == Severity::notice ? 1 : 0;
  if (verbosity_ < needed) return;
  const std::string line = problem.line > 0 ? fmt::format(":{}", problem.line) : std::string{};
  const auto [known, is_new] = numbers_.try_emplace(kind_of(problem.message), pending_.size());
  if (is_new) pending_.emplace_back();
  Alike& alike = pending_[known->second];
  ++alike.count;
  if (alike.lines.size() < most_alike || verbosity_ > 0)
    alike.lines.push_back(fmt::format("{}{}: {}", problem.path, line, problem.message));
  if (verbosity_ > 0) tell_pending();
}

// All of a few, one for many.
void Console::tell_pending() {
  if (pending_.empty()) return;
  clear_progress();
  for (const Alike& alike : pending_) {
    const bool many = verbosity_ <= 0 && alike.count > most_alike;
    const std::size_t told = many ? 1 : alike.lines.size();
    for (std::size_t i = 0; i < told; ++i)
      std::fputs(fmt::format("{}{}\n", alike.lines[i],
                             many ? fmt::format(" (and {} more like it; -v tells all)", alike.count - 1) : "")
                     .c_str(),
                 stderr);
  }
  pending_.clear();
  numbers_.clear();
}

void Console::note(std::string_view message) {
  tell_pending();
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
  tell_pending();
  clear_progress();
  if (!closed_ && out_ != nullptr && std::fflush(out_) != 0) write_failed();
  if (!draft_.empty()) keep_or_drop();
  return status_;
}

// The file keeps who may read it. Nothing read is nothing to put in the place of what was there.
void Console::keep_or_drop() {
  const std::string target = target_of(output_);
  struct stat old;
  const bool there = stat(target.c_str(), &old) == 0;
  if (!closed_ && !(there && status_ == static_cast<int>(Status::nothing))) {
    if (there) chmod(draft_.c_str(), old.st_mode & 07777u);
    if (std::rename(draft_.c_str(), target.c_str()) != 0)
      write_failed();
    else
      draft_.clear();
  }
  if (!draft_.empty()) unlink(draft_.c_str());
  draft_.clear();
  draft_to_remove[0] = '\0';
}

bool Console::shows_progress() const { return verbosity_ >= 0 && isatty(STDERR_FILENO) != 0; }

bool Console::writes_to_terminal() const { return output_.empty() && isatty(STDOUT_FILENO) != 0; }

unsigned Console::width() const {
  winsize size{};
  if (!writes_to_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
  return std::min<unsigned>(size.ws_col, widest);
}

}  // namespace corroborate::cli
