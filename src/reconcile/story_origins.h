// The origins of one story's claims, numbered.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corroborate/report.h"
#include "reconcile/origins.h"

namespace corroborate::reconciliation {

class StoryOrigins {
 public:
  // Number of the origin of a claim that stands in a finding, in the order of coming.
  std::uint32_t add(const ClaimOrigin& origin);
  // Of a claim that stands in none.
  void add_unmet(const ClaimOrigin& origin, std::uint32_t article);

  // Puts them into the report by their ids, and renumbers those of its positions. Returns of each its first article,
  // as in StoryPart.
  std::vector<std::optional<std::uint32_t>> move_to(Report& report);

 private:
  struct Known {
    std::uint32_t number;
    std::string label;
    std::set<std::string> relays;
    std::optional<std::uint32_t> first_article;
  };
  std::map<std::string, Known, std::less<>> known_;  // by id
};

}  // namespace corroborate::reconciliation
