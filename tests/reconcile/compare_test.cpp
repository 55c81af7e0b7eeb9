// One verdict and one reason for two values: RECONCILE rules 2 to 4, as a table.
#include <string>
#include <vector>

#include "corroborate/names.h"
#include "reconcile/compare.h"
#include "test.h"
#include "time/civil.h"

using namespace corroborate;
using namespace corroborate::reconciliation;

namespace {

Value number(double low, double high, Relation relation, double stated) {
  Value value;
  value.kind = ClaimKind::quantity;
  value.interval = {low, high};
  value.relation = relation;
  value.stated = stated;
  return value;
}

Value exactly(double figure) { return number(figure, figure, Relation::equal, figure); }
Value at_least(double figure) { return number(figure, unbounded, Relation::at_least, figure); }
Value more_than(double figure) { return number(figure + 1, unbounded, Relation::more, figure); }
Value nearly(double figure, double low) { return number(low, figure - 1, Relation::about, figure); }
Value about(double figure, double slack) { return number(figure - slack, figure + slack, Relation::about, figure); }

// A length of so many units of `factor` metres.
Value length(double figure, double factor) {
  Value value = exactly(figure * factor);
  value.factor = factor;
  return value;
}

Value day(int year, int month, int of_month) {
  Value value;
  value.kind = ClaimKind::date;
  const Day first = time::day_of({year, month, of_month});
  value.interval = {static_cast<double>(first), static_cast<double>(first)};
  return value;
}

Value month(int year, int of_year) {
  Value value;
  value.kind = ClaimKind::date;
  const Days days = time::month_days(year, of_year);
  value.interval = {static_cast<double>(days.first), static_cast<double>(days.last)};
  return value;
}

Value partial(PartialDay known) {
  Value value;
  value.kind = ClaimKind::date;
  value.day = known;
  return value;
}

struct Row {
  const char* what;
  Value a, b;
  Judgement expected;
};

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    for (const auto& got : {compare(row.a, row.b), compare(row.b, row.a)}) {
      INFO(row.what << ": " << name_of(got.verdict) << ", " << name_of(got.reason));
      CHECK(got == row.expected);
    }
  }
}

constexpr double kilometre = 1000, mile = 1609.344;

}  // namespace

TEST_CASE("numbers_are_judged_by_what_they_allow") {
  check({{"9 and 9", exactly(9), exactly(9), {Verdict::agree, Reason::equal}},
         {"9 and 12", exactly(9), exactly(12), {Verdict::conflict, Reason::disjoint}},
         {"62 and at least 83", exactly(62), at_least(83), {Verdict::conflict, Reason::disjoint}},
         {"62 and more than 60", exactly(62), more_than(60), {Verdict::compatible, Reason::bound}},
         {"100 and more than 100", exactly(100), more_than(100), {Verdict::compatible, Reason::rounding}},
         {"nearly 100 and more than 100", nearly(100, 85), more_than(100), {Verdict::compatible, Reason::rounding}},
         {"nearly 100 and more than 120", nearly(100, 85), more_than(120), {Verdict::conflict, Reason::disjoint}},
         {"102 and more than 102", exactly(102), more_than(102), {Verdict::conflict, Reason::disjoint}},
         {"more than 26 and more than 31", more_than(26), more_than(31), {Verdict::compatible, Reason::bounds_apart}},
         {"about 80 and 80", about(80, 5), exactly(80), {Verdict::agree, Reason::hedge}},
         {"about 80 and 84", about(80, 5), exactly(84), {Verdict::compatible, Reason::hedge}},
         {"about 80 and 90", about(80, 5), exactly(90), {Verdict::conflict, Reason::disjoint}}});
}

TEST_CASE("a_figure_that_was_converted_was_rounded_again") {
  check({{"48 km and 30 miles", length(48, kilometre), length(30, mile), {Verdict::compatible, Reason::rounding}},
         {"48 km and 40 miles", length(48, kilometre), length(40, mile), {Verdict::conflict, Reason::disjoint}},
         {"48 km and 47 km", length(48, kilometre), length(47, kilometre), {Verdict::conflict, Reason::disjoint}}});
}

TEST_CASE("one_figure_in_units_that_are_named_loosely_is_one_figure") {
  constexpr double nautical_mile = 1852, tonne = 1000, short_ton = 907.18474;
  check({{"13 miles and 13 nautical miles",
          length(13, mile),
          length(13, nautical_mile),
          {Verdict::compatible, Reason::rounding}},
         {"40 tons and 40 tonnes", length(40, short_ton), length(40, tonne), {Verdict::compatible, Reason::rounding}},
         {"13 miles and 15 nautical miles",
          length(13, mile),
          length(15, nautical_mile),
          {Verdict::conflict, Reason::disjoint}},
         {"13 miles and 13 km", length(13, mile), length(13, kilometre), {Verdict::conflict, Reason::disjoint}}});
}

TEST_CASE("a_day_that_its_words_leave_open_may_be_placed_otherwise") {
  const auto said = [](int year, int month, int number, PartialDay words) {
    Value value = day(year, month, number);
    value.day = words;
    return value;
  };
  const PartialDay saturday{6, 0, 0}, friday{5, 0, 0}, june_24{0, 6, 24};
  Value today = day(2016, 9, 17), long_ago = day(2016, 9, 14);
  today.deictic = true;
  const Judgement placed{Verdict::compatible, Reason::placed}, disjoint{Verdict::conflict, Reason::disjoint};
  check({{"Saturday, a week apart", said(2016, 9, 17, saturday), said(2016, 9, 24, saturday), placed},
         {"Saturday and the 24th, a Saturday", said(2016, 9, 17, saturday), day(2016, 9, 24), placed},
         {"Saturday, months apart", said(2016, 9, 17, saturday), said(2016, 12, 17, saturday), placed},
         {"Saturday and a Saturday months later", said(2016, 9, 17, saturday), day(2016, 12, 17), disjoint},
         {"Saturday and Friday", said(2016, 9, 17, saturday), said(2016, 9, 16, friday), disjoint},
         {"17 and 24 September", day(2016, 9, 17), day(2016, 9, 24), disjoint},
         {"June 24 of two years", said(2005, 6, 24, june_24), said(2007, 6, 24, june_24), placed},
         {"June 24 and 24 June 2007", said(2005, 6, 24, june_24), day(2007, 6, 24), placed},
         {"June 24, its year inferred, and June 2005", said(2007, 6, 24, june_24), month(2005, 6), placed},
         {"June 24, its year inferred, and July 2005", said(2007, 6, 24, june_24), month(2005, 7), disjoint},
         {"today and the day before", today, day(2016, 9, 16), placed},
         {"today and three days before", today, long_ago, disjoint}});
}

TEST_CASE("a_clock_without_its_half_of_the_day_may_be_twelve_hours_on") {
  const auto clock = [](double minutes, bool half_unknown) {
    Value value;
    value.kind = ClaimKind::date;
    value.interval = {minutes, minutes};
    value.half_unknown = half_unknown;
    return value;
  };
  check({{"6:41 and 18:41", clock(401, true), clock(1121, false), {Verdict::compatible, Reason::coarser}},
         {"6:41 and 6:41 am", clock(401, true), clock(401, false), {Verdict::agree, Reason::equal}},
         {"6:41 am and 18:41", clock(401, false), clock(1121, false), {Verdict::conflict, Reason::disjoint}},
         {"6:41 and 7:41", clock(401, true), clock(461, true), {Verdict::conflict, Reason::disjoint}},
         {"6:41 and 19:41", clock(401, true), clock(1181, false), {Verdict::conflict, Reason::disjoint}}});
}

TEST_CASE("days_are_judged_at_the_coarser_grain") {
  check({{"one day twice", day(2016, 9, 17), day(2016, 9, 17), {Verdict::agree, Reason::equal}},
         {"two days", day(2016, 9, 17), day(2016, 9, 18), {Verdict::conflict, Reason::disjoint}},
         {"a day and its month", day(2016, 9, 17), month(2016, 9), {Verdict::compatible, Reason::coarser}},
         {"a day and another month", day(2016, 9, 17), month(2016, 8), {Verdict::conflict, Reason::disjoint}}});
}

TEST_CASE("days_that_nothing_places_are_judged_by_what_is_known_of_them") {
  const PartialDay friday{5, 0, 0}, monday{1, 0, 0}, twelfth_of_march{0, 3, 12}, march{0, 3, 0}, april{0, 4, 0};
  check({{"Friday twice", partial(friday), partial(friday), {Verdict::agree, Reason::equal}},
         {"Friday and Monday", partial(friday), partial(monday), {Verdict::conflict, Reason::disjoint}},
         {"Saturday 17 September 2016 and Friday",
          day(2016, 9, 17),
          partial(friday),
          {Verdict::conflict, Reason::disjoint}},
         {"Saturday 17 September 2016 and Saturday",
          day(2016, 9, 17),
          partial({6, 0, 0}),
          {Verdict::compatible, Reason::coarser}},
         {"12 March and March", partial(twelfth_of_march), partial(march), {Verdict::compatible, Reason::coarser}},
         {"12 March and April", partial(twelfth_of_march), partial(april), {Verdict::conflict, Reason::disjoint}},
         {"12 March and 12 March 2016",
          partial(twelfth_of_march),
          day(2016, 3, 12),
          {Verdict::compatible, Reason::coarser}},
         {"Friday and 12 March", partial(friday), partial(twelfth_of_march), {Verdict::compatible, Reason::apart}}});
}

TEST_CASE("plans_exclude_plans_but_not_facts") {
  const auto meant = [](Value value, Modality modality) {
    value.modality = modality;
    return value;
  };
  const Value five = meant(exactly(500), Modality::planned), seven = meant(exactly(700), Modality::planned);
  check({{"is to cut 500 and is to cut 700", five, seven, {Verdict::conflict, Reason::disjoint}},
         {"is to cut 500 twice", five, five, {Verdict::agree, Reason::equal}},
         {"is to cut 500 and cut 700", five, exactly(700), {Verdict::compatible, Reason::hypothetical}},
         {"is to cut 500 and may cut 700",
          five,
          meant(exactly(700), Modality::hedged),
          {Verdict::compatible, Reason::hypothetical}},
         {"may cut 500 and may cut 700",
          meant(exactly(500), Modality::hedged),
          meant(exactly(700), Modality::hedged),
          {Verdict::compatible, Reason::hypothetical}}});
}

TEST_CASE("a_denial_conflicts_with_what_it_denies_but_not_a_day") {
  Value denied = exactly(9), withdrawn = exactly(12), declined = exactly(9), hedged = exactly(12),
        no_day = day(2016, 9, 17);
  denied.polarity = no_day.polarity = Polarity::denied;
  withdrawn.polarity = Polarity::retracted;
  declined.polarity = Polarity::declined;
  hedged.modality = Modality::hedged;
  Value more_denied = more_than(8), least_denied = at_least(8);
  more_denied.polarity = least_denied.polarity = Polarity::denied;
  check({{"at least 8 and more than 8 denied", at_least(8), more_denied, {Verdict::compatible, Reason::apart}},
         {"at least 8 and at least 8 denied", at_least(8), least_denied, {Verdict::conflict, Reason::denial}},
         {"12 and more than 8 denied", exactly(12), more_denied, {Verdict::conflict, Reason::denial}},
         {"9 and 9 denied", exactly(9), denied, {Verdict::conflict, Reason::denial}},
         {"9 and 12 withdrawn", exactly(9), withdrawn, {Verdict::compatible, Reason::withdrawn}},
         {"9 and declined to say", exactly(9), declined, {Verdict::compatible, Reason::declined}},
         {"9 and perhaps 12", exactly(9), hedged, {Verdict::compatible, Reason::hypothetical}},
         {"on Saturday, and not on Saturday", day(2016, 9, 17), no_day, {Verdict::compatible, Reason::apart}}});
}
