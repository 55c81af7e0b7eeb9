// Places and voices in the text report: a file with its line as one word, a link where the terminal takes one.
#pragma once

#include <string>

#include "corroborate/corroborate.h"

namespace corroborate::reporting {

// "1-tern-press.txt:6", unbroken, with a mark where the article was withdrawn or corrected.
std::string place_in_text(const Report& report, const ReportClaim& claim, const WriteOptions& options);

// The file behind an article, as options.links wants it; empty = no link.
std::string address_of(const ReportArticle& article, const WriteOptions& options);

}  // namespace corroborate::reporting
