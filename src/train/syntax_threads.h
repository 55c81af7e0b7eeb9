// Shares out independent pieces of training over two threads; which thread does what changes no result.
#pragma once

#include <cstddef>
#include <thread>

namespace corroborate::syntax {

// Calls work(0) … work(count - 1), each once.
template <typename Work>
void run_on_two_threads(std::size_t count, const Work& work) {
  std::thread odd([&] {
    for (std::size_t number = 1; number < count; number += 2) work(number);
  });
  for (std::size_t number = 0; number < count; number += 2) work(number);
  odd.join();
}

}  // namespace corroborate::syntax
