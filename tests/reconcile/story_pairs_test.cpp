// What speaks for and against one event, feature by feature, and that the learned weights keep to their sides.
#include "reconcile/story_pairs.h"

#include <cmath>
#include <limits>
#include <string>

#include "reconcile/story_model.h"
#include "reconcile/story_weights.h"
#include "test.h"
#include "time/civil.h"

using namespace corroborate;
using namespace corroborate::reconciliation;

namespace {

Extraction article(const std::vector<std::string>& names) {
  Extraction result;
  result.background_documents = 600;
  for (const auto& name : names) result.features.push_back({name, FeatureKind::name, 1.5F, 1});
  return result;
}

std::uint32_t add_entity(Extraction& article, EntityKind kind, const std::string& key, std::uint32_t begin) {
  Entity entity;
  entity.kind = kind;
  entity.key = key;
  entity.mentions = {{begin, begin + 8}};
  article.entities.push_back(entity);
  return begin + 8;
}

void add_quantity(Extraction& article, double value, const std::string& unit, const std::string& counted,
                  std::uint32_t begin = 900) {
  Quantity quantity;
  quantity.span = {begin, begin + 2};
  quantity.from = quantity.to = value;
  quantity.unit = unit;
  quantity.counted = counted;
  article.quantities.push_back(quantity);
}

void add_day(Extraction& article, int year, int month, int day) {
  DateExpression date;
  date.resolved = true;
  date.days.first = date.days.last = time::day_of({year, month, day});
  article.dates.push_back(date);
}

void add_weekday(Extraction& article, int weekday) {
  DateExpression date;
  date.reference.weekday = weekday;
  article.dates.push_back(date);
}

void publish(Extraction& article, int year, int month, int day) {
  article.article.published = PublishedDay{time::day_of({year, month, day}), DayBasis::metadata, ""};
}

void add_event(Extraction& article, int date) {
  Event event;
  event.main = true;
  event.date = date;
  article.events.push_back(event);
}

std::vector<StoryProfile> profiles_of(const std::vector<Extraction>& articles) {
  const auto frequencies = count_terms(articles);
  return make_profiles(articles, make_term_vectors(articles, frequencies), frequencies);
}

PairValues compare(const Extraction& a, const Extraction& b) {
  const std::vector<Extraction> both = {a, b};
  const auto profiles = profiles_of(both);
  CHECK(compare_articles(profiles[0], profiles[1]) == compare_articles(profiles[1], profiles[0]));
  return compare_articles(profiles[0], profiles[1]);
}

float value(const PairValues& values, PairFeature feature) { return values[static_cast<std::size_t>(feature)]; }

}  // namespace

TEST_CASE("a_name_in_both_is_similarity_and_one_name_is_never_all_of_it") {
  const auto one = compare(article({"gull"}), article({"gull"}));
  CHECK(value(one, PairFeature::similarity) == Approx(0.03));
  CHECK(value(one, PairFeature::name_coverage) == Approx(1));
  const auto some = compare(article({"gull", "tern", "auk"}), article({"gull", "tern", "skua"}));
  CHECK(value(some, PairFeature::similarity) == Approx(0.06));
  CHECK(value(some, PairFeature::root_similarity) == Approx(std::sqrt(0.06)));
  CHECK(value(some, PairFeature::name_coverage) < 0.7F);
  CHECK(value(some, PairFeature::names_apart) == 0);
  CHECK(value(compare(article({"gull"}), article({"skua"})), PairFeature::names_apart) == 1);
}

TEST_CASE("days_of_publication_speak_against_the_more_the_further_apart") {
  auto a = article({"gull"}), b = a, c = a, d = a;
  publish(a, 2016, 9, 8);
  publish(b, 2016, 9, 9);
  publish(c, 2016, 9, 20);
  publish(d, 2020, 9, 8);
  CHECK(value(compare(a, b), PairFeature::published_apart) == 0);
  const auto near = value(compare(a, c), PairFeature::published_apart);
  CHECK(near > 0.3F);
  CHECK(near < 0.6F);
  CHECK(value(compare(a, d), PairFeature::published_apart) == 1);
  CHECK(value(compare(a, article({"gull"})), PairFeature::published_apart) == 0);
}

TEST_CASE("the_day_of_what_an_article_is_about_speaks_against_another_day_alone") {
  auto a = article({"gull"}), b = a, c = a;
  for (auto* each : {&a, &b, &c}) add_event(*each, 0);
  add_day(a, 2016, 9, 8);
  add_day(b, 2016, 9, 9);
  add_day(c, 2016, 10, 9);
  CHECK(value(compare(a, b), PairFeature::event_day_apart) == 0);
  CHECK(value(compare(a, c), PairFeature::event_day_apart) > 0.5F);
  c.events[0].main = false;
  CHECK(value(compare(a, c), PairFeature::event_day_apart) == 0);
}

TEST_CASE("days_in_the_text_meet_or_exclude_each_other") {
  auto a = article({"gull"}), b = a, c = a;
  add_day(a, 2016, 9, 8);
  add_day(a, 2016, 9, 1);
  add_day(b, 2016, 9, 8);
  add_day(c, 2014, 3, 8);
  CHECK(value(compare(a, b), PairFeature::month_apart) == 0);
  CHECK(value(compare(a, b), PairFeature::year_apart) == 0);
  CHECK(value(compare(a, c), PairFeature::day_shared) == 0);
  CHECK(value(compare(a, c), PairFeature::month_apart) == 1);
  CHECK(value(compare(a, c), PairFeature::year_apart) == 1);
  add_weekday(a, 4);
  add_weekday(b, 4);
  add_weekday(c, 6);
  CHECK(value(compare(a, b), PairFeature::weekday_shared) == 1);
  CHECK(value(compare(a, b), PairFeature::weekday_apart) == 0);
  CHECK(value(compare(a, c), PairFeature::weekday_apart) == 1);
}

TEST_CASE("a_date_that_is_open_or_none_says_nothing") {
  auto a = article({"gull"}), b = a;
  add_day(a, 2016, 9, 8);
  DateExpression open, none;
  open.resolved = true;
  open.days = {std::numeric_limits<Day>::min(), std::numeric_limits<Day>::max()};
  none.reference.weekday = 99;
  b.dates = {open, none};
  none.reference.month = 9;
  none.reference.day = std::numeric_limits<int>::max();
  b.dates.push_back(none);
  const auto values = compare(a, b);
  for (const auto feature :
       {PairFeature::day_shared, PairFeature::weekday_apart, PairFeature::month_apart, PairFeature::year_apart}) {
    CHECK(value(values, feature) == 0);
  }
}

TEST_CASE("a_day_that_all_articles_name_is_worth_less_than_one_that_two_share") {
  std::vector<Extraction> articles(6, article({"gull", "tern"}));
  for (std::size_t i = 0; i < articles.size(); ++i) {
    add_day(articles[i], 2016, 9, 8);
    if (i < 2) add_day(articles[i], 2016, 5, 3);
  }
  const auto profiles = profiles_of(articles);
  const auto rare = value(compare_articles(profiles[0], profiles[1]), PairFeature::day_shared);
  const auto usual = value(compare_articles(profiles[2], profiles[3]), PairFeature::day_shared);
  CHECK(usual < 0.05F);
  CHECK(rare > 4 * usual);
}

TEST_CASE("people_and_places_meet_and_those_of_the_opening_exclude") {
  auto a = article({"gull"}), b = a, c = a;
  add_entity(a, EntityKind::person, "mair-tarn", 10);
  add_entity(b, EntityKind::person, "mair-tarn", 700);
  add_entity(b, EntityKind::person, "jon-skerry", 20);
  add_entity(c, EntityKind::person, "orla-wick", 30);
  CHECK(value(compare(a, b), PairFeature::people_shared) > 0);
  CHECK(value(compare(a, b), PairFeature::lead_people_apart) == 0);
  CHECK(value(compare(a, c), PairFeature::lead_people_apart) == 1);
  add_entity(a, EntityKind::place, "port-ellan", 40);
  add_entity(b, EntityKind::place, "port-ellan", 50);
  add_entity(c, EntityKind::place, "long-quay", 2000);
  CHECK(value(compare(a, b), PairFeature::places_shared) > 0);
  CHECK(value(compare(a, c), PairFeature::lead_places_apart) == 0);  // `c` names its place too late to be about it
}

TEST_CASE("figures_of_one_kind_are_shared_or_apart") {
  auto a = article({"gull"}), b = a, c = a;
  add_quantity(a, 44, "", "dead villager");
  add_quantity(a, 6.1, "magnitude", "");
  add_quantity(b, 44, "", "villager");
  add_quantity(b, 5.9, "magnitude", "");
  add_quantity(c, 44, "", "ferry");
  CHECK(value(compare(a, b), PairFeature::figures_shared) == Approx(std::log(2.0)));
  CHECK(value(compare(a, b), PairFeature::figures_apart) == Approx(std::log(2.0)));
  CHECK(value(compare(a, c), PairFeature::figures_shared) == 0);
  CHECK(value(compare(a, c), PairFeature::figures_apart) == 0);
}

TEST_CASE("somebody_of_one_name_and_two_ages_is_two_people") {
  const auto with_age = [](double age) {
    auto result = article({"gull"});
    const auto end = add_entity(result, EntityKind::person, "mair-tarn", 100);
    add_quantity(result, age, "year of age", "", end + 2);
    return result;
  };
  CHECK(value(compare(with_age(44), with_age(45)), PairFeature::aged_person_apart) == 0);
  CHECK(value(compare(with_age(44), with_age(45)), PairFeature::aged_person_shared) == 1);
  CHECK(value(compare(with_age(44), with_age(61)), PairFeature::aged_person_apart) == 1);
  CHECK(value(compare(with_age(44), with_age(61)), PairFeature::age_apart) == 1);
  auto elsewhere = article({"gull"});
  add_entity(elsewhere, EntityKind::person, "mair-tarn", 100);
  add_quantity(elsewhere, 61, "year of age", "", 400);  // somebody else's
  CHECK(value(compare(with_age(44), elsewhere), PairFeature::aged_person_apart) == 0);
}

TEST_CASE("every_feature_has_a_weight_and_on_its_own_side") {
  CHECK(std::size(story_weights) == pair_feature_count);
  for (std::size_t f = 0; f < pair_feature_count; ++f) {
    const auto& info = pair_feature_infos[f];
    INFO(info.name);
    CHECK(story_weights[f].feature == info.name);
    CHECK(story_model.weights[f] == story_weights[f].weight);
    if (info.speaks == Speaks::in_favour)
      CHECK(story_model.weights[f] >= 0);
    else
      CHECK(story_model.weights[f] <= 0);
    if (info.fixed != 0) CHECK(story_model.weights[f] == info.fixed);
  }
}

TEST_CASE("a_score_is_cut_at_what_is_as_good_as_certain") {
  PairValues values{};
  values[static_cast<std::size_t>(PairFeature::root_similarity)] = 100;
  CHECK(story_model.score(values) == most_certain);
  values[static_cast<std::size_t>(PairFeature::root_similarity)] = 0;
  values[static_cast<std::size_t>(PairFeature::longer)] = 100;
  CHECK(story_model.score(values) == -most_certain);
}
