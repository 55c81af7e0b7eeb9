// What the report says of where a day of publication comes from.
#pragma once

#include <string>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

// On what a day of publication rests: "stated by meta date".
std::string basis_words(const PublishedDay& published);

}  // namespace corroborate::reconciliation
