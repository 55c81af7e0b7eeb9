// Figures: which values state the same one, and how telling that is.
#include "reconcile/align/figures.h"

#include "reconcile/align/story_values.h"
#include "test.h"
#include "time/civil.h"

using namespace corroborate;
using namespace corroborate::reconciliation;

namespace {

StatedFigure number(double figure, Relation relation = Relation::equal) {
  Value value;
  value.kind = ClaimKind::quantity;
  value.relation = relation;
  value.stated = figure;
  return stated_figure(Family::count, value, figure);
}

StatedFigure clock(int hour, int minute) {
  Value value;
  value.kind = ClaimKind::date;
  value.stated = 60 * hour + minute;
  return stated_figure(Family::clock, value, 0);
}

StatedFigure days(Interval interval, PartialDay words = {}) {
  Value value;
  value.kind = ClaimKind::date;
  value.interval = interval;
  value.day = words;
  return stated_figure(Family::day, value, 0);
}

Interval one_day(std::string_view iso) {
  const auto day = static_cast<double>(*time::parse_iso_day(iso));
  return {day, day};
}

}  // namespace

TEST_CASE("a_bound_states_the_figure_that_it_is_of") {
  CHECK(number(60).key == number(60, Relation::more).key);
  CHECK(number(60).key != number(61).key);
  CHECK(number(60).digits == 1);
  CHECK(number(1250).digits == 3);
}

TEST_CASE("a_time_of_the_day_is_the_more_telling_the_less_round_it_is") {
  CHECK(clock(6, 41).key == clock(18, 41).key);  // "6:41 last night"
  CHECK(clock(6, 41).key != clock(6, 40).key);
  CHECK(clock(16, 0).digits < clock(16, 30).digits);
  CHECK(clock(16, 30).digits < clock(16, 20).digits);
  CHECK(clock(16, 20).digits < clock(16, 21).digits);
}

TEST_CASE("a_day_of_the_year_is_the_same_with_and_without_its_year") {
  CHECK(days(one_day("2008-12-02")).key == days({}, {0, 12, 2}).key);
  CHECK(days(one_day("2008-12-02")).key != days(one_day("2008-12-03")).key);
  CHECK(days({}, {2, 0, 0}).key == days({}, {2, 0, 0}).key);
  CHECK(days({}, {2, 0, 0}).digits < days({}, {0, 12, 2}).digits);
}

TEST_CASE("words_that_place_nothing_state_no_figure") {
  CHECK(days({}).key == 0);
  CHECK(days({}).digits == 0);
}
