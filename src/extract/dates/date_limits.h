// Days that bound a state instead of dating an event: "as of Tuesday", "by Tuesday".
#pragma once

#include "extract/dates/dates.h"

namespace corroborate::extraction {

// "as of Tuesday", "by Tuesday"; not "by Tuesday's raid". Such a day is when something was so, not when it happened.
bool is_limit(const Analysis& analysis, const DateMention& mention);

}  // namespace corroborate::extraction
