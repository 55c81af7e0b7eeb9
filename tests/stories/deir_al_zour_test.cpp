// Four published articles on one air strike, kept outside the repository: what a careful reader finds in them has to
// be in the report. Only facts are asserted here, none of the articles' sentences.
//
// Hidden from a plain run of the tests, because the folder is no part of the project: `tests "[evaluation]"` runs them,
// and they fail where it is absent.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/tool.h"
#include "test.h"

using nlohmann::json;

namespace {

const std::string folder = std::string(PROJECT_SOURCE) + "/../shared/stories/deir-al-zour";

class Story {
 public:
  explicit Story(json report) : report_(std::move(report)) {}

  const json& report() const { return report_; }

  // The findings of one property whose verdict is `verdict`; any verdict when it is empty.
  std::vector<json> findings(const std::string& property, const std::string& verdict = {}) const {
    std::vector<json> found;
    for (const auto& finding : report_["findings"]) {
      if (finding["property"] == property && (verdict.empty() || finding["verdict"] == verdict))
        found.push_back(finding);
    }
    return found;
  }

  // The verdict of two positions of one finding, named by their words.
  std::string between(const std::string& property, const std::string& a, const std::string& b) const {
    for (const auto& finding : findings(property)) {
      for (const auto& relation : finding["relations"]) {
        const std::string left = finding["positions"][relation["a"].get<std::size_t>()]["value"];
        const std::string right = finding["positions"][relation["b"].get<std::size_t>()]["value"];
        if ((left == a && right == b) || (left == b && right == a)) return relation["verdict"];
      }
    }
    return "not side by side";
  }

  std::set<std::string> origins(const std::string& property, const std::string& value) const {
    std::set<std::string> found;
    for (const auto& finding : findings(property)) {
      for (const auto& position : finding["positions"]) {
        if (position["value"] == value) found.insert(position["origins"].begin(), position["origins"].end());
      }
    }
    return found;
  }

  // Lower bounds of the claims that one finding puts side by side, for every finding of a property.
  std::vector<std::set<double>> groups(const std::string& property) const {
    std::vector<std::set<double>> found;
    for (const auto& finding : findings(property)) {
      found.emplace_back();
      for (const auto& position : finding["positions"]) {
        if (!position["low"].is_null()) found.back().insert(position["low"].get<double>());
      }
    }
    return found;
  }

 private:
  json report_;
};

// Read once.
const Story& story() {
  REQUIRE(std::filesystem::exists(folder));
  static const Story read(json::parse(corroborate::testing::run_tool("--format json " + folder).out));
  return read;
}

}  // namespace

TEST_CASE("deir_al_zour_is_one_story_of_four_articles", "[.evaluation]") {
  const Story& read = story();
  REQUIRE(read.report()["stories"].size() == 1);
  CHECK(read.report()["stories"][0]["articles"].size() == 4);
}

TEST_CASE("deir_al_zour_toll_has_two_origins_that_conflict", "[.evaluation]") {
  const Story& read = story();
  CHECK(read.between("killed.count", "62", "at least 83") == "conflict");
  CHECK(read.between("killed.count", "62", "more than 60") == "compatible");
  CHECK(read.origins("killed.count", "62").size() == 1);
  CHECK(read.origins("killed.count", "62") == read.origins("killed.count", "more than 60"));
  CHECK(read.origins("killed.count", "at least 83") == std::set<std::string>{"syrian-observatory-for-human-rights"});
}

TEST_CASE("deir_al_zour_injured_and_strikes_conflict", "[.evaluation]") {
  const Story& read = story();
  CHECK(read.between("injured.count", "100", "120") == "conflict");
  CHECK(read.between("strike.count", "1", "4") == "conflict");
}

TEST_CASE("deir_al_zour_truce_conflicts_in_day_and_reach", "[.evaluation]") {
  const Story& read = story();
  CHECK(read.between("effect.day", "2016-09-12 (Monday)", "2016-09-13 (Tuesday)") == "conflict");
  CHECK(read.between("extent", "nationwide", "partial") == "conflict");
}

TEST_CASE("deir_al_zour_publication_days_are_inferred_and_say_how", "[.evaluation]") {
  const Story& read = story();
  int dated = 0;
  for (const auto& article : read.report()["articles"]) {
    const std::string day = article["published"], basis = article["basis"];
    INFO(article["id"] << ": " << day << " (" << basis << ")");
    CHECK(day >= "2016-09-17");
    CHECK(day <= "2016-09-19");
    CHECK_FALSE(basis.empty());
    if (basis.find("inferred") == std::string::npos) {
      ++dated;
      CHECK(day == "2016-09-18");
    }
  }
  CHECK(dated == 1);
}

TEST_CASE("deir_al_zour_incendiary_bombs_are_reported_and_denied", "[.evaluation]") {
  const Story& read = story();
  CHECK(read.between("drop", "yes", "no") == "conflict");
}

TEST_CASE("deir_al_zour_vehicles_and_brokers_agree", "[.evaluation]") {
  const Story& read = story();
  CHECK(read.between("destroyed.count", "6", "about 6") == "agree");
  CHECK_FALSE(read.findings("brokered by", "agree").empty());
}

TEST_CASE("deir_al_zour_tolls_of_other_scopes_stay_apart", "[.evaluation]") {
  const Story& read = story();
  int with_soldiers = 0;
  for (const auto& figures : read.groups("killed.count")) {
    if (!figures.contains(62)) continue;
    ++with_soldiers;
    for (const double other : {1595.0, 1350.0, 101.0, 400000.0}) CHECK_FALSE(figures.contains(other));
    CHECK_FALSE(figures.contains(100));
    CHECK_FALSE(figures.contains(120));
  }
  CHECK(with_soldiers == 1);
}

TEST_CASE("deir_al_zour_fighters_are_not_the_soldiers", "[.evaluation]") {
  const Story& read = story();
  REQUIRE_FALSE(read.findings("killed.count").empty());
  for (const auto& finding : read.findings("killed.count")) {
    std::set<std::string> populations;
    for (const auto& position : finding["positions"]) {
      for (const auto& id : position["claims"]) {
        for (const auto& claim : read.report()["claims"]) {
          if (claim["id"] == id) populations.insert(claim["population"].get<std::string>());
        }
      }
    }
    CHECK(populations.size() == 1);
  }
}
