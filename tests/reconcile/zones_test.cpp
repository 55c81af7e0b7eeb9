// Clock times and the zones that they name: what meets what, and in which zone.
#include "reconcile/zones.h"

#include <string>
#include <vector>

#include "reconcile/values.h"
#include "test.h"

using namespace corroborate;
using namespace corroborate::reconciliation;

namespace {

Claim clock(std::string property, int event) {
  Claim claim;
  claim.kind = ClaimKind::date;
  claim.property = std::move(property);
  claim.event = event;
  claim.date = 0;
  claim.rule = "clock";
  return claim;
}

// An article of one time of each property, all of the event 0 or of the event that `events` names.
Extraction article(const std::vector<std::string>& properties, const std::vector<int>& events = {}) {
  Extraction extraction;
  extraction.events.resize(2);
  extraction.dates.resize(1);
  for (std::size_t i = 0; i < properties.size(); ++i)
    extraction.claims.push_back(clock(properties[i], events.empty() ? 0 : events[i]));
  return extraction;
}

std::vector<std::string> settled(std::vector<Extraction> extractions) {
  std::vector<std::size_t> group;
  StoryEvents events;
  events.events.resize(2);
  for (std::size_t a = 0; a < extractions.size(); ++a) {
    group.push_back(a);
    events.joined.push_back({0, 1});
  }
  settle_zones(extractions, group, events);
  std::vector<std::string> properties;
  for (const auto& extraction : extractions)
    for (const auto& claim : extraction.claims) properties.push_back(claim.property);
  return properties;
}

using Properties = std::vector<std::string>;

}  // namespace

TEST_CASE("the_only_zone_that_is_named_is_the_local_one") {
  REQUIRE(is_clock(clock("time", 0)));
  CHECK(settled({article({"time (UTC-08:00)"}), article({"time"})}) == Properties{"time", "time"});
  CHECK(settled({article({"time (ET)"}), article({"time (ET)"})}) == Properties{"time", "time"});
}

TEST_CASE("greenwich_is_never_taken_for_the_local_zone") {
  CHECK(settled({article({"time (UTC+00:00)"}), article({"time"})}) == Properties{"time (UTC+00:00)", "time"});
}

TEST_CASE("of_two_zones_neither_is_the_local_one") {
  const Properties both = {"time (UTC-08:00)", "time (UTC+00:00)"};
  CHECK(settled({article({both[0]}), article({both[1]})}) == both);
}

TEST_CASE("each_event_has_zones_of_its_own") {
  const Properties properties = {"time (UTC-08:00)", "time (UTC+03:00)"};
  CHECK(settled({article(properties, {0, 1})}) == Properties{"time", "time"});
  CHECK(settled({article(properties, {0, 0})}) == properties);
}

TEST_CASE("an_event_whose_times_name_no_zone_has_that_of_the_story") {
  CHECK(settled({article({"time (UTC+01:00)", "time"}, {0, 1})}) == Properties{"time", "time"});
  const Properties properties = {"time (UTC-08:00)", "time (UTC+03:00)", "time"};
  CHECK(settled({article(properties, {0, 0, 1})}) == properties);
}

TEST_CASE("local_times_are_of_the_zone_that_is_named_where_others_are_in_greenwich") {
  CHECK(settled({article({"time (UTC+01:00)", "time", "time (UTC+00:00)"}, {0, 1, 0})}) ==
        Properties{"time (UTC+01:00)", "time (UTC+01:00)", "time (UTC+00:00)"});
  const Properties unknown = {"time (ET)", "time (UTC+00:00)", "time"};
  CHECK(settled({article(unknown)}) == unknown);
}

TEST_CASE("times_of_known_zones_meet_in_greenwich") {
  CHECK(comparable_property(clock("time (UTC-04:00)", 0)) == comparable_property(clock("time (UTC+00:00)", 0)));
  CHECK(comparable_property(clock("time (UTC-04:00)", 0)) != comparable_property(clock("time", 0)));
  CHECK(comparable_property(clock("time (ET)", 0)) != comparable_property(clock("time (UTC-04:00)", 0)));
}
