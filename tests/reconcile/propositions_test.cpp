// Which propositions meet, and how they stand to each other: asserted against denied, two ends of a scale, and what
// only looks like it.
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "support/story.h"
#include "test.h"

using namespace corroborate;
using corroborate::testing::report_on;

namespace {

// "conflict denial", "agree"; "none" where no finding holds propositions of this predicate.
std::string relation_of(const Report& report, std::string_view property) {
  for (const auto& finding : report.findings) {
    if (finding.kind != ClaimKind::proposition || finding.property != property) continue;
    if (finding.relations.empty()) return std::string(name_of(finding.verdict));
    for (const auto& relation : finding.relations)
      if (relation.verdict == finding.verdict)
        return std::string(name_of(relation.verdict)) + " " + std::string(name_of(relation.reason));
  }
  return "none";
}

struct Pair {
  std::string_view property, expected, a, b;
};

void check(const std::vector<Pair>& pairs) {
  for (const auto& pair : pairs) {
    INFO(pair.a << " / " << pair.b);
    CHECK(relation_of(report_on({pair.a, pair.b}), pair.property) == pair.expected);
  }
}

}  // namespace

TEST_CASE("what_one_article_asserts_and_another_denies_conflicts") {
  check({
      {"inform", "conflict denial", "The bank informed the regulator of the loss.",
       "The regulator said the bank never warned it of the loss."},
      {"sign", "conflict denial", "Otto signed the deed on Monday.", "Otto denied that he had signed the deed."},
      {"hide", "conflict denial", "The union accused the port of hiding the crack.",
       "The port denied hiding the crack."},
      {"acceptance", "conflict denial", "The union accepted the offer, the port said.",
       "The union said it did not accept the offer."},
      {"outcome", "conflict denial", "Skerry won the appeal, its lawyer said.",
       "Skerry failed to win the appeal, the court said."},
      {"responsibility", "conflict denial", "The firm took responsibility for the spill.",
       "The firm denied responsibility for the spill."},
  });
}

TEST_CASE("two_ends_of_a_scale_conflict") {
  check({
      {"intent", "conflict disjoint", "The fire was deliberate, the police said.",
       "The fire was an accident, the owner said."},
      {"intent", "conflict disjoint", "A jet mistakenly struck the depot.",
       "The strike on the depot was deliberate, the army said."},
      {"extent", "conflict disjoint", "The nationwide truce held on Monday.", "The partial truce held on Monday."},
      {"outcome", "conflict disjoint", "Skerry won the cup.", "Skerry lost the cup."},
      {"safety", "conflict disjoint", "The bridge was safe, the mayor said.",
       "The bridge was dangerous, the engineer said."},
      {"acceptance", "conflict disjoint", "The council approved the plan.", "The council voted down the plan."},
  });
}

TEST_CASE("propositions_in_other_words_agree") {
  check({
      {"inform", "agree", "The ministry warned Tern Lines of the storm.",
       "The ministry notified Tern Lines of the storm."},
      {"course", "agree", "The coastguard called off the search.", "The search was suspended by the coastguard."},
      {"deliver", "agree", "The agency brought aid to the town.", "The agency delivered relief to the town."},
      {"regret", "agree", "Otto apologised for the delay.", "Otto expressed regret for the delay."},
      {"intent", "compatible refines", "The fire was not deliberate, the police said.", "The fire was an accident."},
  });
}

TEST_CASE("what_is_declined_planned_or_true_so_far_stands_beside") {
  check({
      {"sale", "compatible declined", "The firm sold the yard.",
       "The firm declined to say whether it had sold the yard."},
      {"buy", "compatible hypothetical", "The firm did not buy the yard.", "The firm plans to buy the yard."},
      {"deliver", "compatible evolving", "The agency has not delivered flour to the town.",
       "The agency delivered flour to the town."},
  });
}

TEST_CASE("what_is_not_the_same_is_not_held_against_another") {
  check({
      {"acceptance", "none", "The union accepted the offer.", "The union did not accept the invitation."},
      {"regret", "none", "The mayor apologised for the delay.", "The coach did not apologise for the defeat."},
      {"ground", "none", "Holm regained consciousness on Monday.", "The rebels gained ground on Monday."},
      {"arms", "compatible apart", "The man was armed, police said.", "The man was unarmed, a witness said."},
      {"intent", "none", "The fire was deliberate.", "The delay was an accident."},
  });
}

TEST_CASE("whoever_denies_a_part_in_a_deed_does_not_deny_the_deed") {
  const auto report =
      report_on({"The driver denied any part in the raid that hit the yard.", "The raid hit the yard."});
  for (const auto& finding : report.findings) CHECK(finding.verdict != Verdict::conflict);
  CHECK(relation_of(report, "strike") != "conflict denial");
}

TEST_CASE("what_was_lost_and_taken_back_is_an_update") {
  const auto report = report_on({"The rebels gained ground near the river. Later government troops retook the area."});
  CHECK(relation_of(report, "ground") == "compatible update");
}

TEST_CASE("the_denial_of_a_report_stands_against_the_report") {
  const auto report =
      report_on({"The official denied some local news reports that the ferry dropped oil drums on the reef."});
  CHECK(relation_of(report, "drop") == "conflict denial");
}

TEST_CASE("one_voice_does_not_contradict_itself") {
  const auto report = report_on({"Otto said he did not sign the deed. Otto said he signed the deed in the end."});
  CHECK(relation_of(report, "sign") == "compatible apart");
}

TEST_CASE("a_proposition_that_nobody_answers_is_a_claim_without_a_finding") {
  const auto report = report_on({"Otto denied that he had signed the deed."});
  CHECK(relation_of(report, "sign") == "none");
  REQUIRE(report.claims.size() == 1);
  CHECK(report.claims[0].property == "sign");
  CHECK(report.claims[0].polarity == Polarity::denied);
  REQUIRE(report.claims[0].arguments.size() == 2);
  CHECK(report.claims[0].arguments[1].head == "deed");
}

TEST_CASE("only_all_tells_in_the_text_what_nobody_disputes") {
  const auto report = report_on({"The council approved the plan.", "The council endorsed the plan."});
  REQUIRE(relation_of(report, "acceptance") == "agree");
  WriteOptions options;
  CHECK(write_report(report, "text", options).find("acceptance") == std::string::npos);
  options.all = true;
  CHECK(write_report(report, "text", options).find("acceptance") != std::string::npos);
}
