// The table of document frequencies: in the order that the search needs, and read right.
#include "extract/features/background.h"

#include <algorithm>
#include <string>
#include <vector>

#include "test.h"

using namespace corroborate::extraction;

TEST_CASE("the_background_table_is_in_the_order_of_its_terms") {
  const auto table = background_table();
  REQUIRE_FALSE(table.empty());
  CHECK(table.back() == '\n');
  std::vector<std::string> terms;
  for (std::size_t at = 0; at < table.size(); at = table.find('\n', at) + 1)
    terms.emplace_back(table.substr(at, table.find('\t', at) - at));
  terms.erase(terms.begin());  // the comment
  CHECK(std::adjacent_find(terms.begin(), terms.end(), std::greater_equal<>()) == terms.end());
}

TEST_CASE("a_common_word_has_a_high_document_frequency_and_an_unknown_one_none") {
  CHECK(background_documents() > 500);
  CHECK(background_frequency("year") > 50);
  CHECK(background_frequency("year") < background_documents());
  CHECK(background_frequency("zzzz") == 0);
  CHECK(background_frequency("") == 0);
}
