// What the report says, in words: shared by the text format and by `explain`.
#pragma once

#include <string>
#include <string_view>

#include "corroborate/report.h"

namespace corroborate::reporting {

// "1 article", "2 articles".
std::string count_of(std::size_t number, std::string_view singular);

// "killed · soldier"
std::string topic_of(const Finding& finding);

// "strike, Varna Ford, 2019-06-13"
std::string event_in_words(const ReportEvent& event);

// Who a claim comes from: "Varna River Observatory, via DPA"; the outlet for its own voice.
std::string voice_of(const Report& report, const ReportClaim& claim);

// "62 against at least 83: no number satisfies both"
std::string relation_in_words(const Finding& finding, const PairRelation& relation);

// "4 articles, 4 outlets, 2 origins"
std::string counts_in_words(const Finding& finding);

// "low 62, high 83+, contested: disjoint values"; empty parts are left out.
std::string grade_in_words(const Finding& finding);

// "path:line", a long path by its last parts: the story's head has it whole.
std::string short_place_of(const Report& report, const ReportClaim& claim);
std::string place_of(const Report& report, const ReportClaim& claim);

}  // namespace corroborate::reporting
