// The first part of the text report: what conflicts, and what several origins agree on, a line each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "corroborate/corroborate.h"

namespace corroborate::reporting {

// What a finding asks, its event named where it is not what its story is about, or where there are several stories,
// unless it is the usual one of the lines that it stands among.
std::string question_in_words(const Report& report, const Finding& finding, std::string_view usual_event = {});

// "9 (port authority, dockers' union +2)": a position of the finding, by its number, and of each of its origins one who
// states it.
std::string stated_in_words(const Report& report, const Finding& finding, std::uint32_t position, bool colour);

// One finding in a line (wrapped to the width): the values that conflict and who states them; what most origins state.
std::string conflict_line(const Report& report, const Finding& finding, const WriteOptions& options,
                          std::string_view usual_event = {});
std::string agreement_line(const Report& report, const Finding& finding, const WriteOptions& options,
                           std::string_view usual_event = {});

// `order` holds the numbers of the findings as they are to come. Ends with a line end; empty where there is neither.
std::string answer_in_text(const Report& report, std::span<const std::uint32_t> order, const WriteOptions& options);

}  // namespace corroborate::reporting
