// Examples of the lexicon, read, and what is to come of those of the contexts table.
#pragma once

#include <string>

#include "corroborate/corroborate.h"
#include "lexicon/lexicon.h"

namespace corroborate::testing {

// No weekday of an example is this day itself by chance.
inline constexpr Day thursday = 17052;  // 2016-09-08

// The example of a row as an article of its own, published on it.
Extraction read(const lexicon::Row& row);

// All of them, for a message.
std::string quantities_of(const Extraction& extraction);

// What came out where no quantity of the example fits; empty where one does.
template <typename Fits>
std::string any_quantity(const lexicon::Row& row, Fits fits) {
  const Extraction extraction = read(row);
  for (const auto& quantity : extraction.quantities) {
    if (fits(quantity)) return {};
  }
  return quantities_of(extraction);
}

// What came out where the example of a context does not work; empty where it does.
std::string context_of(const lexicon::Row& row);

}  // namespace corroborate::testing
