// Numbers behind "to" replace what is taken back.
#include "extract/claims/retractions.h"

namespace corroborate::extraction {

void assert_replacements(Reading& reading) {
  for (Claim& claim : reading.claims) {
    if (claim.polarity != Polarity::retracted || claim.quantity == no_index) continue;
    const auto begin = reading.quantities[static_cast<std::size_t>(claim.quantity)].begin;
    if (begin > 0 && folds_to(reading.analysis.form(begin - 1), "to")) claim.polarity = Polarity::asserted;
  }
}

}  // namespace corroborate::extraction
