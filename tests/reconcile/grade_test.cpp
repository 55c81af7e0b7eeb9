// Grades by order of precedence, and the range of what stands: RECONCILE rules 6 and 8.
#include "reconcile/grade.h"

#include <string>
#include <vector>

#include "test.h"

using namespace corroborate;
using reconciliation::grade;
using reconciliation::Standing;

namespace {

Position position(std::string words, double low, double high) {
  Position result;
  result.value = std::move(words);
  result.interval = {low, high};
  return result;
}

Finding finding(Verdict verdict, std::uint32_t origins, std::vector<Position> positions) {
  Finding result;
  result.kind = ClaimKind::quantity;
  result.verdict = verdict;
  result.origins = origins;
  result.positions = std::move(positions);
  return result;
}

Finding graded(Finding result, const Standing& standing = {}) {
  grade(result, standing);
  return result;
}

const std::vector<Position> nine_and_twelve = {position("9", 9, 9), position("12", 12, 12)};

}  // namespace

TEST_CASE("grades_follow_their_order_of_precedence") {
  const struct {
    const char* what;
    Verdict verdict;
    std::uint32_t origins;
    Standing standing;
    std::string grade;
  } table[] = {
      {"one origin", Verdict::single, 1, {}, "weak"},
      {"two origins that meet", Verdict::agree, 2, {}, "fair"},
      {"two origins that allow each other", Verdict::compatible, 3, {}, "fair"},
      {"values that exclude each other", Verdict::conflict, 2, {}, "contested"},
      {"contested, and admitted by the accused", Verdict::conflict, 2, {.admitted = true}, "confirmed"},
      {"one origin, that admits it", Verdict::single, 1, {.admitted = true}, "confirmed"},
      {"withdrawn by all, whatever else", Verdict::conflict, 2, {.admitted = true, .withdrawn = true}, "discounted"},
  };
  for (const auto& row : table) {
    const auto got = graded(finding(row.verdict, row.origins, nine_and_twelve), row.standing);
    INFO(row.what << ": " << got.grade);
    CHECK(got.grade == row.grade);
    CHECK_FALSE(got.grade_reason.empty());
    CHECK(got.provisional == (row.origins < 2));
  }
}

TEST_CASE("a_contest_by_denial_says_so") {
  auto denied = finding(Verdict::conflict, 2, nine_and_twelve);
  denied.relations.push_back({});
  denied.relations.back().reason = Reason::denial;
  CHECK(graded(denied).grade_reason == "asserted by one origin and denied by another");
  CHECK(graded(finding(Verdict::conflict, 2, nine_and_twelve)).grade_reason == "the values exclude each other");
}

TEST_CASE("the_range_goes_from_the_smallest_to_the_largest_that_stands") {
  const auto of = [](std::vector<Position> positions) {
    return graded(finding(Verdict::conflict, 2, std::move(positions)));
  };
  const auto open = of({position("62", 62, 62), position("at least 83", 83, unbounded)});
  CHECK(open.low == "62");
  CHECK(open.high == "at least 83");
  const auto bounded = of({position("more than 100", 101, unbounded), position("120", 120, 120)});
  CHECK(bounded.low == "more than 100");
  CHECK(bounded.high == "120");
}

TEST_CASE("what_was_replaced_declined_or_denied_gives_no_range") {
  auto replaced = position("9", 9, 9), declined = position("declined to say", 0, unbounded),
       denied = position("denied: 40", 40, 40), none = position("none", 0, 0);
  replaced.superseded = true;
  declined.polarity = Polarity::declined;
  denied.polarity = none.polarity = Polarity::denied;
  const auto stands = graded(
      finding(Verdict::conflict, 2, {replaced, position("12", 12, 12), declined, denied, position("14", 14, 14)}));
  CHECK(stands.low == "12");
  CHECK(stands.high == "14");
  CHECK(graded(finding(Verdict::conflict, 2, {none, position("12", 12, 12)})).low == "none");
}
