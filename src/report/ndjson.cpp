// One finding a line, its claims inside: for programs that read line by line.
#include "report/formats.h"
#include "report/json_values.h"

namespace corroborate::reporting {

std::string write_ndjson(const Report& report, const WriteOptions&) {
  std::string out;
  for (const Finding& finding : report.findings) {
    Json line = finding_of(report, finding);
    for (std::size_t i = 0; i < finding.positions.size(); ++i) {
      Json claims = Json::array();
      for (const auto claim : finding.positions[i].claims) claims.push_back(claim_of(report, report.claims[claim]));
      line["positions"][i]["claims"] = std::move(claims);
    }
    out += write(line, false);
  }
  return out;
}

}  // namespace corroborate::reporting
