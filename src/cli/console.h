// The two streams and the exit status: results on standard output or in a file, narration on standard error.
//
// A file is written under another name beside it and takes its own at the end: where a run is interrupted, fails or
// reads nothing, what stood there before stays. Messages that are alike are told once, with their number. A closed pipe
// ends the output without complaint. For use by one thread.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corroborate/problem.h"

namespace corroborate::cli {

enum class Status {
  done = 0,
  gate = 1,     // --fail-on or check
  trouble = 2,  // wrong usage, or some input could not be read
  nothing = 3,  // no input could be read
};

class Console {
 public:
  // `output` is the file to write results to; empty = standard output.
  Console(const std::string& output, int verbosity);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void write(std::string_view result);
  void problem(const Problem& problem);
  void note(std::string_view message);     // said unless quiet
  void progress(const std::string& line);  // on a terminal, after a second

  void raise(Status status);
  // Tells and writes out what is pending. The highest status raised.
  int finish();

  bool writes_to_terminal() const;
  bool shows_progress() const;
  unsigned width() const;  // columns; 80 where it is no terminal

 private:
  // Messages that differ in numbers alone.
  struct Alike {
    std::size_t count = 0;
    std::vector<std::string> lines;  // the first ones
  };

  void clear_progress();
  void write_failed();
  void tell_pending();
  void keep_or_drop();  // the draft

  std::string output_;
  std::string draft_;  // what is written until the end; empty where the output is no regular file
  std::vector<Alike> pending_;
  std::unordered_map<std::string, std::size_t> numbers_;  // of those, by the message without its digits
  int verbosity_;
  std::FILE* out_;
  bool closed_ = false;
  bool progress_shown_ = false;
  int status_ = 0;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point shown_;
};

}  // namespace corroborate::cli
