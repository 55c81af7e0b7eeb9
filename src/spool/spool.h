// Bytes that are kept until they are wanted: in memory while they are few, then in a temporary file that has no name
// and goes with the program, whatever ends it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corroborate/problem.h"

namespace corroborate::spool {

class Spool {
 public:
  // The file lies in the folder that the variable TMPDIR names, else in /tmp.
  explicit Spool(std::size_t most_in_memory = 16'000'000) : most_in_memory_(most_in_memory) {}
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // At the end. By one thread, while no other reads.
  void append(std::string_view bytes);
  std::uint64_t size() const { return size_; }
  // `length` bytes from `begin` on, which must have been added; fewer after an error. From any thread.
  std::string read(std::uint64_t begin, std::size_t length) const;
  // Why it does not hold all that was added, or could not give it back.
  std::optional<Problem> trouble() const;

 private:
  void open_file();
  void write_out();

  std::size_t most_in_memory_;
  std::string tail_;  // what stands in no file yet
  std::uint64_t size_ = 0, in_file_ = 0;
  int file_ = -1;
  mutable std::atomic<int> failure_ = 0;  // errno of the first
};

}  // namespace corroborate::spool
