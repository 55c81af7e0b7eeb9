// The parts of alignment, each by itself: trees, candidates, clusters, and what whole articles come to.
#include <algorithm>
#include <array>
#include <cstring>
#include <initializer_list>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "reconcile/align/alignment_model.h"
#include "reconcile/align/cluster.h"
#include "reconcile/align/forest.h"
#include "reconcile/align/shallow_kernels.h"
#include "reconcile/align/word_vectors.h"
#include "support/story.h"
#include "test.h"

using namespace corroborate;
using corroborate::testing::report_on;
using namespace corroborate::reconciliation;

namespace {

const auto never = [](std::uint32_t, std::uint32_t) { return false; };

// The finding that holds a claim with each of these values; none where they do not meet.
const Finding* finding_of(const Report& report, std::string_view one, std::string_view other) {
  for (const auto& finding : report.findings) {
    const auto holds = [&](std::string_view value) {
      return std::ranges::any_of(finding.positions, [&](const Position& position) { return position.value == value; });
    };
    if (holds(one) && holds(other)) return &finding;
  }
  return nullptr;
}

// Of the finding of two articles that holds these values; single where they do not meet.
Verdict verdict_on(std::string_view one, std::string_view other, std::string_view a, std::string_view b) {
  const auto report = report_on({one, other});
  const Finding* found = finding_of(report, a, b);
  return found == nullptr ? Verdict::single : found->verdict;
}

}  // namespace

TEST_CASE("a_forest_adds_what_its_trees_give") {
  // One tree: feature 1 below 2.5 gives -1, else +3; another gives 0.5 whatever comes.
  const std::vector<TreeNode> nodes = {{2.5F, 1, 1}, {-1, 0, 0}, {3, 0, 0}, {0.5F, 0, 0}};
  const std::vector<std::uint32_t> sizes = {3, 1};
  const Forest forest(0.25F, sizes, nodes);
  const std::array<float, 2> low = {9, 2}, high = {9, 2.5F};
  CHECK(forest.probability(low) == Approx(1 / (1 + std::exp(0.25))));    // .25 - 1 + .5
  CHECK(forest.probability(high) == Approx(1 / (1 + std::exp(-3.75))));  // .25 + 3 + .5
}

TEST_CASE("a_forest_stops_asking_where_a_quarter_of_its_trees_foresees_a_no") {
  // Four trees of one leaf: the first says no, the others would say yes.
  const std::vector<TreeNode> nodes = {{-2, 0, 0}, {4, 0, 0}, {4, 0, 0}, {4, 0, 0}};
  const std::vector<std::uint32_t> sizes = {1, 1, 1, 1};
  const Forest forest(0, sizes, nodes);
  CHECK(forest.probability({}) == Approx(1 / (1 + std::exp(-10.0))));
  CHECK(forest.probability({}, 0.1F) == Approx(1 / (1 + std::exp(8.0))));     // four times the first
  CHECK(forest.probability({}, 1e-5F) == Approx(1 / (1 + std::exp(-10.0))));  // not far below that
}

TEST_CASE("a_forest_tells_many_inputs_what_it_tells_each") {
  // Eight trees over three features, the first leaves of which say no to some.
  std::vector<TreeNode> nodes;
  std::vector<std::uint32_t> sizes;
  for (std::uint16_t tree = 0; tree < 8; ++tree) {
    const auto feature = static_cast<std::uint16_t>(tree % 3);
    const float threshold = 0.1F * static_cast<float>(tree + 1), yes = 0.3F * static_cast<float>(tree);
    nodes.insert(nodes.end(), {{threshold, feature, 1}, {-4, 0, 0}, {0.5F, 1, 3}, {yes, 0, 0}, {-0.7F, 0, 0}});
    sizes.push_back(5);
  }
  const Forest forest(0.2F, sizes, nodes);
  constexpr std::size_t count = 301;  // no multiple of what is walked at once
  std::vector<float> rows;
  for (std::size_t i = 0; i < 3 * count; ++i) rows.push_back(static_cast<float>(i * 7919 % 100) / 100);
  for (const float least : {0.0F, 0.02F, 0.3F}) {
    std::vector<float> result(count);
    forest.probabilities(rows, result, least);
    for (std::size_t i = 0; i < count; ++i)
      CHECK(result[i] == forest.probability(std::span(rows).subspan(3 * i, 3), least));
  }
  forest.probabilities({}, {});
}

namespace {

// Trees that grow to the left, each of one level less than the next, over features of few and of many thresholds.
struct Grown {
  std::vector<std::uint32_t> sizes;
  std::vector<TreeNode> nodes;
};

Grown grow(std::uint16_t trees, std::uint16_t levels) {
  Grown grown;
  for (std::uint16_t tree = 0; tree < trees; ++tree) {
    const auto inner = static_cast<std::uint16_t>(tree % (levels + 1));
    for (std::uint16_t level = 0; level < inner; ++level) {
      const float threshold = 0.01F * static_cast<float>((tree * 31 + level * 17) % 100);
      const float yes = 0.1F * static_cast<float>(level) - 0.3F;
      const auto feature = static_cast<std::uint16_t>((tree + level) % 5);
      const auto left = static_cast<std::uint16_t>(2 * level + 1);
      // A node and, behind its left child, the leaf to its right.
      if (level == 0) grown.nodes.push_back({});
      grown.nodes[grown.nodes.size() - (level == 0 ? 1 : 2)] = {threshold, feature, left};
      grown.nodes.insert(grown.nodes.end(), {{0.7F, 0, 0}, {yes, 0, 0}});
    }
    if (inner == 0) grown.nodes.push_back({0.2F, 0, 0});
    grown.sizes.push_back(2U * inner + 1);
  }
  return grown;
}

}  // namespace

TEST_CASE("a_shallow_forest_tells_bit_by_bit_what_walking_its_trees_tells") {
  const Grown grown = grow(60, ShallowForest::most_levels);
  const Forest walked(-0.4F, grown.sizes, grown.nodes);
  const auto laid = LaidForest::from(-0.4F, grown.sizes, grown.nodes);
  REQUIRE(laid);
  const ShallowForest shallow = laid->view();
  REQUIRE_FALSE(shallow.empty());
  CHECK(shallow.features() == 5);
  for (const std::size_t count : {1U, 31U, 32U, 33U, 63U, 64U, 65U, 200U}) {  // less and more than are answered at once
    std::vector<float> rows, result(count);
    for (std::size_t i = 0; i < 5 * count; ++i) rows.push_back(static_cast<float>(i * 7919 % 101) / 100);
    for (const ShallowKernel& kernel : usable_kernels()) {
      std::ranges::fill(result, 0.0F);
      shallow.probabilities(rows, result, kernel);
      for (std::size_t i = 0; i < count; ++i) CHECK(result[i] == walked.probability(std::span(rows).subspan(5 * i, 5)));
    }
  }
  shallow.probabilities({}, {});
}

TEST_CASE("a_shallow_forest_is_made_of_whole_trees_of_few_levels_only") {
  const Grown high = grow(10, ShallowForest::most_levels + 1);
  CHECK_FALSE(LaidForest::from(0, high.sizes, high.nodes));
  Grown cut = grow(10, 3);
  cut.nodes.pop_back();
  CHECK_FALSE(LaidForest::from(0, cut.sizes, cut.nodes));
  const std::vector<TreeNode> astray = {{0.5F, 0, 7}, {0, 0, 0}, {0, 0, 0}};
  CHECK_FALSE(LaidForest::from(0, std::vector<std::uint32_t>{3}, astray));
  CHECK(ShallowForest().empty());
}

TEST_CASE("a_shallow_forest_asks_for_features_that_it_has_only") {
  const Grown grown = grow(10, 3);
  LaidForest laid = LaidForest::from(0, grown.sizes, grown.nodes).value();
  CHECK(ShallowForest::of(0, laid.counts, laid.thresholds, laid.trees));
  laid.trees[4].tests[62].feature = 5;
  CHECK_FALSE(ShallowForest::of(0, laid.counts, laid.thresholds, laid.trees));
  laid.trees[4].tests[62].feature = 4;
  CHECK_FALSE(ShallowForest::of(0, laid.counts, std::span(laid.thresholds).first(3), laid.trees));
  laid.counts[0] = 256;
  CHECK_FALSE(ShallowForest::of(0, laid.counts, std::vector<float>(1000), laid.trees));
}

TEST_CASE("two_ages_of_one_person_are_one_question_and_of_two_are_not") {
  const Report report =
      report_on({"Dana Okoro, 31, was found in the lake on Tuesday, police said. Her brother Ben Okoro, 35, had raised "
                 "the alarm.",
                 "The body of 32-year-old Dana Okoro was recovered from the lake. Ben Okoro, 35, is in hospital."});
  const Finding* ages = finding_of(report, "31", "32");
  REQUIRE(ages != nullptr);
  CHECK(ages->verdict == Verdict::conflict);
  CHECK(finding_of(report, "31", "35") == nullptr);
  CHECK(finding_of(report, "32", "35") == nullptr);
}

TEST_CASE("a_cut_model_is_refused") {
  alignas(4) char file[64] = {};
  std::memcpy(file, alignment_magic.data(), alignment_magic.size());
  CHECK_FALSE(read_alignment_model({file, 20}).has_value());
  CHECK_FALSE(read_alignment_model({"align-00aaaaaaaaaaaaaaaaaaaaaaaa"}).has_value());
  const std::uint32_t many = 1000000;
  std::memcpy(file + 8 + 12 + 4, &many, sizeof many);  // trees of the first forest
  CHECK_FALSE(read_alignment_model({file, sizeof file}).has_value());
}

TEST_CASE("the_linked_model_has_all_its_forests") {
  CHECK_FALSE(linked_alignment_model().pair.empty());
  CHECK_FALSE(linked_alignment_model().context.empty());
  CHECK_FALSE(linked_alignment_model().opposition.empty());
}

TEST_CASE("words_that_stand_for_one_another_point_the_same_way") {
  const auto direction = [](std::string_view word) {
    reconciliation::Direction sum{};
    add_to(sum, find_word(word).vector, 1);
    return sum;
  };
  CHECK(cosine(direction("kill"), direction("die")) > cosine(direction("kill"), direction("sell")));
  CHECK(cosine(direction("revenue"), direction("sales")) > cosine(direction("revenue"), direction("goat")));
  CHECK(find_word("xqzzt").vector == nullptr);
  CHECK(find_word("the").rarity < find_word("quorum").rarity);
}

TEST_CASE("clusters_join_by_the_mean_over_all_their_pairs") {
  const std::vector<CandidatePair> pairs = {{0, 1}, {0, 2}, {1, 2}, {2, 3}};
  // 3 is close to 2 alone: its mean with the three others is .3.
  CHECK(cluster(4, pairs, {0.9F, 0.8F, 0.8F, 0.9F - 0.05F}, {0.5F, 0.5F}, never) ==
        std::vector<std::vector<std::uint32_t>>{{0, 1}, {2, 3}});
  CHECK(cluster(4, pairs, {0.9F, 0.9F, 0.9F, 0.8F}, {0.5F, 0.5F}, never) ==
        std::vector<std::vector<std::uint32_t>>{{0, 1, 2}});
}

TEST_CASE("a_pair_needs_more_than_a_larger_group") {
  const std::vector<CandidatePair> pairs = {{0, 1}, {2, 3}, {2, 4}, {3, 4}};
  CHECK(cluster(5, pairs, {0.7F, 0.7F, 0.7F, 0.7F}, {0.4F, 0.75F}, never) ==
        std::vector<std::vector<std::uint32_t>>{{2, 3, 4}});
}

TEST_CASE("forbidden_pairs_keep_their_groups_apart") {
  const std::vector<CandidatePair> pairs = {{0, 1}, {1, 2}, {0, 2}};
  const auto groups = cluster(3, pairs, {0.9F, 0.8F, 0.8F}, {0.5F, 0.5F},
                              [](std::uint32_t a, std::uint32_t b) { return a + b == 2 && a != b; });
  CHECK(groups == std::vector<std::vector<std::uint32_t>>{{0, 1}});
}

TEST_CASE("values_meet_that_no_table_knows") {
  const auto report =
      report_on({"The rail unions and the ministry negotiated for nine hours on Sunday.",
                 "After eight hours of negotiation with the rail unions, the ministry gave in on Sunday."});
  CHECK(finding_of(report, "9 hours", "8 hours") != nullptr);
}

TEST_CASE("the_same_share_in_other_words_is_one_question") {
  const auto report = report_on({"Unemployment rose to 8.3 percent in March, the statistics office said.",
                                 "The unemployment rate was 8.1 per cent in March, the statistics office said."});
  const Finding* found = finding_of(report, "8.3 %", "8.1 %");
  REQUIRE(found != nullptr);
  CHECK(found->verdict == Verdict::conflict);
}

TEST_CASE("a_share_is_told_in_the_words_of_the_article") {
  const auto report = report_on({"The flood took a third of the harvest, the union said on Monday.",
                                 "The flood took a third of the harvest, the ministry said on Monday."});
  CHECK(std::ranges::count(report.claims, "a third", &ReportClaim::value) == 2);
}

TEST_CASE("distances_from_two_places_never_meet") {
  const auto report =
      report_on({"The quake was centered 14 miles northeast of Ellan on Monday, the survey said.",
                 "The quake was centered 20 miles (32 km) north of Port Garra on Monday, the survey said."});
  CHECK(finding_of(report, "14 miles", "20 miles") == nullptr);
  const auto one_place =
      report_on({"The quake was centered 14 miles northeast of Ellan on Monday, the survey said.",
                 "The quake was centered 20 miles (32 km) north of Ellan on Monday, the survey said."});
  CHECK(finding_of(one_place, "14 miles", "20 miles") != nullptr);
}

TEST_CASE("killed_and_injured_are_two_questions") {
  const auto report =
      report_on({"The blast killed nine dockers and injured 20.", "The blast killed nine dockers and injured 20."});
  CHECK(finding_of(report, "9", "20") == nullptr);
  CHECK(std::ranges::count_if(report.findings, [](const Finding& one) { return one.verdict == Verdict::agree; }) == 2);
}

TEST_CASE("some_beside_others_exclude_no_larger_number") {
  CHECK(verdict_on("Police arrested Ida Holm and nine other dockers in Ellan on Monday.",
                   "Police arrested 10 dockers in Ellan on Monday.", "9", "10") == Verdict::compatible);
  CHECK(verdict_on("Jan Roe, 23, and two others were injured in the crash on Monday near Ellan.",
                   "Four people were injured in the crash on Monday near Ellan.", "2", "4") == Verdict::compatible);
  // Fewer than those beside others they cannot be, and whoever has a deed of his own stands beside nobody.
  CHECK(verdict_on("Police arrested Ida Holm and nine other dockers in Ellan on Monday.",
                   "Police arrested eight dockers in Ellan on Monday.", "9", "8") == Verdict::conflict);
  CHECK(verdict_on("The fire killed three dockers and injured five others on Monday near Ellan.",
                   "The fire injured seven dockers on Monday near Ellan.", "5", "7") == Verdict::conflict);
}

TEST_CASE("an_ordinal_in_a_name_tells_which_and_not_how_many") {
  const auto conflicts = [](std::string_view one, std::string_view other) {
    return std::ranges::count_if(report_on({one, other}).findings, [](const Finding& finding) {
      return finding.kind == ClaimKind::quantity && finding.verdict == Verdict::conflict;
    });
  };
  CHECK(conflicts("Ida Holm hosted the 79th Ellan Awards in March.",
                  "Ida Holm hosted the 85th Ellan Awards in March.") == 0);
  CHECK(conflicts("Ida Holm won her third Ellan Award in March.", "Ida Holm won her fourth Ellan Award in March.") ==
        1);
}

TEST_CASE("a_share_of_now_excludes_none_of_another_day") {
  CHECK(verdict_on("Unemployment was 8.3 percent in March, the statistics office said.",
                   "Unemployment was 8.1 percent, the statistics office said.", "8.3 %", "8.1 %") == Verdict::conflict);
  CHECK(verdict_on("Unemployment was 8.3 percent in March, the statistics office said.",
                   "Unemployment is now 8.1 percent, the statistics office said.", "8.3 %",
                   "8.1 %") != Verdict::conflict);
}

TEST_CASE("a_change_says_where_it_ended") {
  const auto report = report_on({"The death toll from the fire in Ellan rose from 12 to 14 on Monday.",
                                 "The fire in Ellan killed 13 people, the port said on Monday."});
  const Finding* found = finding_of(report, "14, up from 12", "13");
  REQUIRE(found != nullptr);
  CHECK(found->verdict == Verdict::conflict);
}

TEST_CASE("a_mean_excludes_no_single_figure") {
  CHECK(verdict_on("Striker Ida Holm scored 30 goals for Ellan last season.",
                   "Striker Ida Holm scored 41 goals for Ellan last season.", "30", "41") == Verdict::conflict);
  CHECK(verdict_on("Striker Ida Holm averaged 30 goals a season for Ellan.",
                   "Striker Ida Holm scored 41 goals for Ellan last season.", "30", "41") != Verdict::conflict);
}

TEST_CASE("every_value_is_one_claim") {
  const auto report =
      report_on({"A fire on Monday killed nine dockers, hurt 20 and burned three of 12 boats worth $2 million."});
  std::vector<std::string> quantities;
  for (const auto& claim : report.claims)
    if (claim.kind == ClaimKind::quantity) quantities.push_back(claim.value);
  std::ranges::sort(quantities);
  CHECK(quantities == std::vector<std::string>{"12", "2,000,000 dollars", "20", "3", "9"});
}

TEST_CASE("a_finding_keeps_its_name_when_an_article_is_added") {
  const std::string first = "The fire in the grain store killed nine dockers on Monday.",
                    second = "Nine dockers died in the grain store fire on Monday.";
  const auto two = report_on({first, second}),
             three = report_on({first, second, "The fire in the grain store on Monday killed 12 dockers."});
  REQUIRE_FALSE(two.findings.empty());
  for (const auto& finding : two.findings) {
    INFO(finding.id);
    CHECK(std::ranges::any_of(three.findings, [&](const Finding& other) { return other.id == finding.id; }));
  }
}
