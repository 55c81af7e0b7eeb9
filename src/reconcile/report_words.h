// What the report says in words of what extraction holds as enumerators.
#pragma once

#include <string>
#include <string_view>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

// On what a day of publication rests: "stated by meta date".
std::string basis_words(const PublishedDay& published);

// "incident", "day", "period", "whole"
std::string_view scope_word(Scope scope);

}  // namespace corroborate::reconciliation
