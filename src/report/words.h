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

// The same without who passed it on and without more words: "Varna River Observatory", "Tern Press".
std::string speaker_of(const Report& report, const ReportClaim& claim);

// "62 against at least 83: no number satisfies both"
std::string relation_in_words(const Finding& finding, const PairRelation& relation);

// "no number satisfies both"
std::string_view reason_in_words(const Finding& finding, Reason reason);

// "4 articles, 4 outlets, 2 origins"; "outlets unknown" and "1 outlet and unknown ones" where articles name none.
std::string counts_in_words(const Report& report, const Finding& finding);

// "low 62, high 83+, contested: disjoint values"; empty parts are left out, and low where it is high.
std::string grade_in_words(const Finding& finding);

// What a position or a claim states, as a reader says it.
std::string value_in_words(const Finding& finding, const Position& position);
std::string value_in_words(const ReportClaim& claim);

// Who an article is: its outlet (and day), else its file.
std::string name_of_article(const ReportArticle& article);

// " [withdrawn]", " [corrected]" or nothing: how who sent it has changed its standing.
std::string standing_of(const ReportArticle& article);

// "file:line", the file by the shortest end of its path that tells it apart; and with the whole path.
std::string short_place_of(const Report& report, const ReportClaim& claim);
std::string place_of(const Report& report, const ReportClaim& claim);

}  // namespace corroborate::reporting
