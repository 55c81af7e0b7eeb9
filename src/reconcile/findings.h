// Findings of one story: claims aligned by their key, gathered into positions, judged pair by pair.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corroborate/report.h"
#include "reconcile/compare.h"
#include "reconcile/events.h"
#include "reconcile/origins.h"

namespace corroborate::reconciliation {

struct ClaimRef {
  std::size_t article = 0;  // number of the extraction
  std::size_t claim = 0;    // number in it
  bool operator==(const ClaimRef&) const = default;
  auto operator<=>(const ClaimRef&) const = default;
};

struct DraftPosition {
  Value value;
  std::string words;
  std::vector<ClaimRef> claims;
};

struct DraftFinding {
  std::size_t event = 0;  // in StoryEvents::events
  ClaimKind kind = ClaimKind::proposition;
  std::string property, population;
  std::vector<DraftPosition> positions;
  std::vector<PairRelation> relations;
  Verdict verdict = Verdict::single;
};

// The value that a claim states; its words for people.
Value value_of(const Extraction& extraction, const Claim& claim);
std::string words_of(const Extraction& extraction, const Claim& claim);

// A time of the day; its interval is in minutes since midnight.
bool is_clock(const Claim& claim);

// The property under which claims are compared: times of the day whose zones are known meet in GMT; local times and
// those of other zones meet only their like.
std::string comparable_property(const Claim& claim);

// "November 19" in a year that nothing tells: it compares with its like alone, in days from the first of January.
bool is_yearless(const Extraction& extraction, const Claim& claim);

// In the order of their keys. `group` and `events` belong to one story.
std::vector<DraftFinding> find_all(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                                   const StoryEvents& events);

}  // namespace corroborate::reconciliation
