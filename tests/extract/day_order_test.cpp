// Whether the month or the day stands first in dates in numbers.
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "test.h"
#include "time/civil.h"

using namespace corroborate;

namespace {

using Values = std::vector<std::string>;

Values dates_in(const std::string& text, const std::string& url = {}, std::optional<Day> published = {}) {
  Article article;
  article.id = "a";
  article.body = text;
  article.url = url;
  if (published) article.published = PublishedDay{*published, DayBasis::metadata, {}};
  Values values;
  for (const auto& date : extract(article).dates) values.push_back(date.value);
  return values;
}

const std::string fire = "The depot burned on 11/09/2010.";

}  // namespace

TEST_CASE("the_month_stands_first_where_nothing_speaks_against_it") {
  CHECK(dates_in(fire) == Values{"2010-11-09"});
  CHECK(dates_in(fire, "https://tern.example/2010/11/depot") == Values{"2010-11-09"});
  CHECK(dates_in(fire, {}, time::day_of({2010, 12, 1})) == Values{"2010-11-09"});
  CHECK(dates_in("It burned on 11/09/2010, not on 10/25/2010.") == Values{"2010-11-09", "2010-10-25"});
}

TEST_CASE("the_day_stands_first_where_the_article_shows_it") {
  CHECK(dates_in("It burned on 11/09/2010, not on 25/10/2010.") == Values{"2010-09-11", "2010-10-25"});
  CHECK(dates_in(fire, "https://tern.example/2010/09/depot") == Values{"2010-09-11"});
  CHECK(dates_in(fire, {}, time::day_of({2010, 9, 12})) == Values{"2010-09-11"});
}

TEST_CASE("other_marks_have_one_order") {
  CHECK(dates_in("The depot burned on 11.09.2010.", {}, time::day_of({2010, 12, 1})) == Values{"2010-09-11"});
  CHECK(dates_in("The depot burned on 2010-11-09.", {}, time::day_of({2010, 9, 12})) == Values{"2010-11-09"});
}
