// Articles with their ids: each id once in a run, so that the first article that has it is the only one.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "corroborate/corroborate.h"

namespace corroborate::loading {

class UniqueIds {
 public:
  explicit UniqueIds(const Sink& sink) : sink_(sink) {}

  // Hands the article on, or names the one that has taken its id. `line` as Receiver has it.
  void hand_on(Article&& article, std::uint32_t line);

 private:
  const Sink sink_;
  std::unordered_map<std::string, std::string> places_;  // of each id
};

}  // namespace corroborate::loading
