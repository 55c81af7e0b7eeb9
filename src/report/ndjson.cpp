// One finding a line, its claims inside: for programs that read line by line.
#include "report/formats.h"
#include "report/json_elements.h"
#include "report/writers.h"

namespace corroborate::reporting {

void append_ndjson(std::string& out, const Report& story) {
  for (const Finding& finding : story.findings) {
    append_finding(out, story, finding, Claims::inside);
    out += '\n';
  }
}

std::string write_ndjson(const Report& report, const WriteOptions&) {
  std::string out;
  append_ndjson(out, report);
  return out;
}

}  // namespace corroborate::reporting
