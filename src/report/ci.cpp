#include "report/ci.h"

#include <algorithm>

#include "corroborate/names.h"

namespace corroborate {
namespace reporting {

std::string rule_of(const Finding& finding) {
  const auto pair = std::ranges::find(finding.relations, finding.verdict, &PairRelation::verdict);
  std::string reason(name_of(pair == finding.relations.end() ? Reason::disjoint : pair->reason));
  std::ranges::replace(reason, ' ', '-');
  return std::string(name_of(finding.verdict)) + "/" + reason + "/" + std::string(name_of(finding.kind));
}

}  // namespace reporting

std::string write_check(const Report& report, const CheckResult& result, std::string_view format) {
  if (format == "sarif") return reporting::sarif(report, &result);
  if (format == "junit") return reporting::junit(report, &result);
  return format == "github" ? reporting::github(report, &result) : std::string();
}

}  // namespace corroborate
