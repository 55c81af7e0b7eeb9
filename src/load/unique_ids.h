// Articles with their ids: each id once in a run, so that the first article that has it is the only one.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "corroborate/corroborate.h"

namespace corroborate::loading {

class UniqueIds {
 public:
  explicit UniqueIds(const Sink& sink) : sink_(sink) {}

  // Hands the article on, or names the one that has taken its id. An item of a feed that comes again is told where its
  // text is the same, and else handed on as another version, with its id and a number. `line` as Receiver has it.
  void hand_on(Article&& article, std::uint32_t line);

 private:
  struct Known {
    std::string place;
    std::unordered_set<std::size_t> bodies;  // hashes of the versions
  };

  void say(const Article& article, std::uint32_t line, std::string message, Severity severity) const;

  const Sink sink_;
  std::unordered_map<std::string, Known> known_;  // by id
};

}  // namespace corroborate::loading
