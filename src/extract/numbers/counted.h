// What a number counts: the noun phrase behind it, "62 Chilean soldiers", "seven of the port's oil tanker trucks".
#pragma once

#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

struct Counted {
  int head = no_index;  // token of the noun
  std::string lemmas;   // "chilean soldier", "first-team player"
};

// The phrase behind the token `number_end`, of a number that starts at `number_begin`. `taken` tokens are dates.
Counted read_counted(const Analysis& analysis, const std::vector<bool>& taken, std::size_t number_begin,
                     std::size_t number_end);

}  // namespace corroborate::extraction
