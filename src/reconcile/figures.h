// Figures that several articles state in nearly the same words, where no event keys them: agreements only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

struct Figure {
  std::size_t article = 0;  // number of the extraction
  std::size_t claim = 0;    // number in it
  std::string value;        // what has to be equal: dimension and number, or the year (the month, where it is not known)
  std::string day;          // of a date: as exactly as it is told ("1945-08", "XXXX-WXX-4"); one has to begin with the other
  std::string_view words;   // of its sentence, sorted, a space between
};

// A figure as a claim of rule "figure" gives it; its value is empty where it says nothing by itself.
Figure figure_of(const std::vector<Extraction>& extractions, std::size_t article, std::size_t claim);

// Sets of figures of at least two articles, each in the order of `figures`.
std::vector<std::vector<Figure>> pair_figures(const std::vector<Figure>& figures);

}  // namespace corroborate::reconciliation
