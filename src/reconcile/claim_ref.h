// Names a claim among many extractions.
#pragma once

#include <compare>
#include <cstddef>

namespace corroborate::reconciliation {

struct ClaimRef {
  std::size_t article = 0;  // number of the extraction
  std::size_t claim = 0;    // number in it
  bool operator==(const ClaimRef&) const = default;
  auto operator<=>(const ClaimRef&) const = default;
};

}  // namespace corroborate::reconciliation
