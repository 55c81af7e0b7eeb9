// The gate through which every article passes, whatever its format: checks it, hands it on. One of its own for every
// file that is read ahead.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "corroborate/corroborate.h"

namespace corroborate::loading {

// Where it all goes. `line` is where the article stands in its file; 0 = it is the whole file.
struct Receiver {
  std::function<void(Article&& article, std::uint32_t line)> article;
  std::function<void(Problem&& problem)> problem;
};

class Intake {
 public:
  explicit Intake(Receiver receiver) : receiver_(std::move(receiver)) {}

  // Skips, with a message, what is empty, no text, past a limit or not English.
  void accept(Article&& article, std::uint32_t line);

  // Says that a file is larger than an article may be.
  void refuse_size(const std::string& path);

  void problem(std::string path, std::uint32_t line, std::string message);
  void notice(std::string path, std::string message);
  void pass_over(Problem&& why);  // a file that is none of the articles

  // Articles handed on or skipped.
  std::size_t attempts() const { return attempts_; }

 private:
  const Receiver receiver_;
  std::size_t attempts_ = 0;
};

}  // namespace corroborate::loading
