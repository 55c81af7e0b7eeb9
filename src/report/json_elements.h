// What the JSON report and its lines (ndjson) hold, one object each in one line (data/schema/report.schema.json). Keys
// stand in a fixed order.
#pragma once

#include <string>

#include "corroborate/report.h"

namespace corroborate::reporting {

// The elements of a report are those of `report`, which may be that of one story.
void append_article(std::string& out, const ReportArticle& article);
void append_story(std::string& out, const Report& report, const Story& story);
void append_event(std::string& out, const Report& report, const ReportEvent& event);
void append_origin(std::string& out, const Origin& origin);
void append_copy(std::string& out, const Report& report, const Copy& copy);
void append_claim(std::string& out, const Report& report, const ReportClaim& claim);
void append_problem(std::string& out, const Problem& problem);

enum class Claims { by_id, inside };  // of the positions of a finding
void append_finding(std::string& out, const Report& report, const Finding& finding, Claims claims);

}  // namespace corroborate::reporting
