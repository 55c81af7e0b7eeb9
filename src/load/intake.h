// The gate through which every article passes, whatever its format: gives it an id, checks it, hands it on.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "corroborate/corroborate.h"

namespace corroborate::loading {

class Intake {
 public:
  explicit Intake(const Sink& sink) : sink_(sink) {}

  // `line` is where the article stands in its file; 0 = it is the whole file. Skips, with a message, what is empty,
  // no text, past a limit, not English, or has an id that was used before.
  void accept(Article&& article, std::uint32_t line);

  // Says that a file is larger than an article may be.
  void refuse_size(const std::string& path);

  void problem(std::string path, std::uint32_t line, std::string message);
  void notice(std::string path, std::string message);

  // Articles handed on, and articles seen but skipped.
  std::size_t articles() const { return articles_; }
  std::size_t attempts() const { return attempts_; }

 private:
  const Sink& sink_;
  std::unordered_map<std::string, std::string> places_;  // of each id
  std::size_t articles_ = 0;
  std::size_t attempts_ = 0;
};

}  // namespace corroborate::loading
