// What the first lines of an article say about itself: dateline, day, outlet, wire credits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/dates/dates.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

struct FrontMatter {
  std::optional<PublishedDay> published;  // a full date that stands alone in the first lines
  std::string outlet;
  std::vector<std::string> wires;  // agencies credited anywhere: "(AP)", "AP contributed to this report"
};

FrontMatter read_front_matter(const Analysis& analysis, const std::vector<DateMention>& dates);

// Key of the publisher family of an outlet or of the host of an address; when neither is listed, the host (two pages of
// one host are one outlet), or the outlet's slug where there is no address.
std::string publisher_of(std::string_view outlet, std::string_view url);

}  // namespace corroborate::extraction
