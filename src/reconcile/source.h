// Where the articles of a run are: all of them while stories are told apart, those of one story while it is compared.
#pragma once

#include <cstddef>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

class Source {
 public:
  virtual ~Source() = default;
  // Of each article at least what outline.h keeps, in the order of their ids.
  virtual std::vector<Extraction>& outlines() = 0;
  // Stories are known, and outlines() is asked for no more.
  virtual void drop_outlines() = 0;
  // The articles of one story, whole, in the order of their numbers in `story`. Each is taken once; from any thread.
  virtual std::vector<Extraction> take(const std::vector<std::size_t>& story) = 0;
};

}  // namespace corroborate::reconciliation
