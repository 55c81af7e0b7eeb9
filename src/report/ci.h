// What the formats of continuous integration share: a report alone, or what a check has found in it.
#pragma once

#include <string>
#include <string_view>

#include "corroborate/check.h"
#include "corroborate/report.h"

namespace corroborate::reporting {

// Whether the check lets the difference pass; without a check nothing is accepted.
inline bool is_accepted(const CheckResult* check, const Finding& finding) {
  return check != nullptr && !check->new_findings.contains(finding.id);
}

// "conflict/bounds-apart/quantity": the rule of the pair that makes the verdict, without blanks.
std::string rule_of(const Finding& finding);

std::string sarif(const Report& report, const CheckResult* check);
std::string junit(const Report& report, const CheckResult* check);
std::string github(const Report& report, const CheckResult* check);

}  // namespace corroborate::reporting
