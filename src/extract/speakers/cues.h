// Columns of the cues table and its words for stances.
#pragma once

#include <cstddef>
#include <string_view>

#include "corroborate/extraction.h"

namespace corroborate::extraction {

inline constexpr std::size_t cue_pos = 1, cue_stance = 2, cue_frame = 3;

constexpr Stance stance_of(std::string_view word) {
  if (word == "claims") return Stance::claims;
  if (word == "confirms") return Stance::confirms;
  if (word == "admits") return Stance::admits;
  if (word == "denies") return Stance::denies;
  if (word == "doubts") return Stance::doubts;
  if (word == "accuses") return Stance::accuses;
  if (word == "declines") return Stance::declines;
  if (word == "retracts") return Stance::retracts;
  return Stance::says;
}

}  // namespace corroborate::extraction
