// The words.
#include "reconcile/report_words.h"

#include <fmt/format.h>

namespace corroborate::reconciliation {

std::string basis_words(const PublishedDay& published) {
  switch (published.basis) {
    case DayBasis::metadata:
      return "stated by " + published.note;
    case DayBasis::dateline:
      return fmt::format("read in the text: \"{}\"", published.note);
    case DayBasis::address:
      return "in the address " + published.note;
    case DayBasis::inferred:
      return "inferred: " + published.note;
    case DayBasis::file:
      return "only that of the file: " + published.note;
  }
  return {};
}

}  // namespace corroborate::reconciliation
