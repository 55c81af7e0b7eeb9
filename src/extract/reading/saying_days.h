// The day of saying: "police said Monday the man was held" tells when the police spoke, not when the man was held.
//
// English-language agencies put the day right behind the verb of saying (the "time element" of the AP Stylebook) and
// often leave out the "that" behind it, so a parser takes the day for a part of what is said.
#pragma once

#include <vector>

#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// A token that hangs elsewhere than the parser had it.
struct Rehung {
  TokenIndex token = 0;
  TokenIndex head = 0;
  syntax::Deprel label = syntax::Deprel::none;
};

// What to change in the trees so that each such day hangs on its verb, and what hung on the day behind it on the clause
// that it was taken for a part of. Changes no tree into anything but a tree.
std::vector<Rehung> days_of_saying(const Analysis& analysis);

}  // namespace corroborate::extraction
