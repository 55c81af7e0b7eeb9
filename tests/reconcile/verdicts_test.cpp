// From the words of a figure to its interval, and from two figures to a verdict: RECONCILE rules 2 and 3, a row each.
//
// Each figure stands in the same sentence, "A fire killed … dockers.", and is read and judged as in a run.
#include <cmath>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "reconcile/compare.h"
#include "reconcile/values.h"
#include "test.h"

using namespace corroborate;
using namespace corroborate::reconciliation;

namespace {

// What a sentence says of the killed.
Value killed_in(const std::string& sentence) {
  Article article;
  article.id = "a";
  article.body = sentence;
  const Extraction extraction = extract(article);
  for (const auto& claim : extraction.claims)
    if (claim.property == "killed.count") return value_of(extraction, claim);
  FAIL("no count of the killed in: " << sentence);
  throw 0;
}

Value killed(const std::string& figure) { return killed_in("A fire killed " + figure + " dockers."); }

constexpr double open = unbounded;

struct Reading {
  std::string figure;
  double low, high;
};

struct Pair {
  std::string a, b;
  Judgement expected;
};

const Judgement equal{Verdict::agree, Reason::equal};
const Judgement disjoint{Verdict::conflict, Reason::disjoint};
const Judgement bound{Verdict::compatible, Reason::bound};
const Judgement bounds_apart{Verdict::compatible, Reason::bounds_apart};
const Judgement hedge{Verdict::compatible, Reason::hedge};
const Judgement rounding{Verdict::compatible, Reason::rounding};

}  // namespace

TEST_CASE("words_of_a_figure_give_its_interval") {
  const std::vector<Reading> table = {
      // exact, in digits and words
      {"83", 83, 83},
      {"eighty-three", 83, 83},
      {"120", 120, 120},
      {"1,187", 1187, 1187},
      // bounds
      {"at least 83", 83, open},
      {"83 or more", 83, open},
      {"no fewer than 83", 83, open},
      {"more than 60", 61, open},
      {"over 60", 61, open},
      {"fewer than 50", 0, 49},
      {"less than 50", 0, 49},
      {"up to 90", 0, 90},
      {"as many as 90", 0, 90},
      {"at most 90", 0, 90},
      {"62 to 83", 62, 83},
      {"between 62 and 83", 62, 83},
      {"six or seven", 6, 7},
      {"no", 0, 0},
      // vague words
      {"a couple of", 2, 3},
      {"several", 3, open},
      {"tens of", 10, open},
      {"dozens of", 12, open},
      {"hundreds of", 100, open},
      // hedges: half the place of the last digit, a tenth at most, one at least
      {"about 80", 75, 85},
      {"roughly 100", 90, 110},
      {"around 1,200", 1150, 1250},
      {"some 80", 75, 85},
      {"about six", 5, 7},
      {"nearly 80", 70, 79},
      {"almost 500", 400, 499},
      // round figures of 1,000 and more cover half their last place, a twentieth at most; smaller ones nothing
      {"100", 100, 100},
      {"1,200", 1150, 1250},
      {"2,000", 1900, 2100},
      {"80 million", 76e6, 84e6},
  };
  for (const auto& [figure, low, high] : table) {
    const Interval got = killed(figure).interval;
    INFO(figure << ": [" << got.low << ", " << got.high << "], expected [" << low << ", " << high << "]");
    CHECK(got.low == low);
    CHECK(got.high == high);
  }
}

TEST_CASE("two_figures_give_a_verdict_and_its_reason") {
  const std::vector<Pair> table = {
      {"83", "83", equal},
      {"eighty-three", "83", equal},
      {"at least 83", "at least 83", equal},
      {"62", "83", disjoint},
      {"62", "at least 83", disjoint},
      {"10", "12", disjoint},
      {"100", "120", disjoint},
      {"no", "nine", disjoint},
      {"fewer than 50", "62", disjoint},
      {"62", "more than 60", bound},
      {"at least 60", "83", bound},
      {"several", "nine", bound},
      {"dozens of", "62", bound},
      {"up to 90", "62", bound},
      {"dozens of", "nine", disjoint},
      {"more than 26,000", "more than 31,000", bounds_apart},
      {"at least nine", "at least 12", bounds_apart},
      {"about 80", "84", hedge},
      {"nearly 80", "78", hedge},
      {"about 80", "90", disjoint},
      {"1,200", "1,187", rounding},
      {"1,200", "1,300", disjoint},  // no number rounds to both
      {"1,200", "1,400", disjoint},
      {"80 million", "90 million", disjoint},
  };
  for (const auto& [a, b, expected] : table) {
    for (const auto& got : {compare(killed(a), killed(b)), compare(killed(b), killed(a))}) {
      INFO(a << " and " << b << ": " << name_of(got.verdict) << ", " << name_of(got.reason));
      CHECK(got == expected);
    }
  }
}

TEST_CASE("what_is_no_plain_fact_is_judged_by_how_it_is_said") {
  const struct {
    std::string a, b;
    Judgement expected;
  } table[] = {
      {"A fire killed nine dockers.",
       "The port denied that a fire killed nine dockers.",
       {Verdict::conflict, Reason::denial}},
      {"A fire killed nine dockers.",
       "A fire may have killed 12 dockers.",
       {Verdict::compatible, Reason::hypothetical}},
      {"A fire killed nine dockers.", "Did the fire kill 12 dockers?", {Verdict::compatible, Reason::hypothetical}},
      {"A fire killed nine dockers.",
       "A fire is expected to kill 12 dockers.",
       {Verdict::compatible, Reason::hypothetical}},
  };
  for (const auto& [a, b, expected] : table) {
    const auto got = compare(killed_in(a), killed_in(b));
    INFO(a << " / " << b << ": " << name_of(got.verdict) << ", " << name_of(got.reason));
    CHECK(got == expected);
  }
}
