// A report built by hand: one story of three articles, with a finding of every verdict.
#pragma once

#include "corroborate/report.h"

namespace corroborate::testing {

Report sample_report();

}  // namespace corroborate::testing
