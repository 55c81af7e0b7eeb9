// write_extraction and read_extraction are each other's inverse; what is no extraction is refused in words.
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

#include "corroborate/corroborate.h"
#include "support/extraction.h"
#include "test.h"

using namespace corroborate;
using nlohmann::json;

namespace {

// Written, read and written again: equal lines mean equal values, as the writer leaves nothing out (next test).
void check_round_trip(const Extraction& extraction) {
  const std::string line = write_extraction(extraction);
  const auto read = read_extraction(line);
  CHECK(read.error.empty());
  CHECK(write_extraction(read.extraction) == line);
}

// A line with one member changed, and what is said of it.
std::string said_after(const std::string& pointer, const json& value) {
  json line = json::parse(write_extraction(testing::sample_extraction()));
  line[json::json_pointer(pointer)] = value;
  return read_extraction(line.dump()).error;
}

}  // namespace

TEST_CASE("an_extraction_survives_writing_and_reading") {
  check_round_trip({});
  check_round_trip(testing::sample_extraction());
}

TEST_CASE("reading_gives_back_every_field") {
  const Extraction sample = testing::sample_extraction();
  const Extraction read = read_extraction(write_extraction(sample)).extraction;
  CHECK(read.article.id == "gull/1.txt");
  CHECK(read.article.body == sample.article.body);
  CHECK(read.article.first_line == 4);
  CHECK(read.article.published->day == 17061);
  CHECK(read.article.published->basis == DayBasis::dateline);
  CHECK(read.article.published->note == "HARBOUR, Sept. 17");
  CHECK(read.wires == sample.wires);
  CHECK(read.quantities.at(0).relation == Relation::at_least);
  CHECK(read.quantities.at(0).interval == Interval{83, unbounded});
  CHECK(read.quantities.at(0).trend == Trend::up);
  CHECK(read.quantities.at(0).words == "at least 83");
  CHECK(read.quantities.at(0).kind == FigureKind::amount);
  CHECK(read.quantities.at(1).kind == FigureKind::word);
  CHECK(read.dates.at(0).days == Days{17061, 17061});
  CHECK(read.dates.at(0).reference.weekday == 6);
  CHECK(read.dates.at(1).days == Days{});
  CHECK(read.attributions.at(1).within == 0);
  CHECK(read.attributions.at(0).within == no_index);
  CHECK(read.attributions.at(1).content == std::vector<Span>{{5, 20}, {22, 30}});
  CHECK(read.entities.at(0).mentions == std::vector<Span>{{0, 3}});
  CHECK(read.events.at(0).roles.at(0).entity == 0);
  CHECK(read.quantities.at(0).dimension == "money");
  CHECK(read.quantities.at(0).factor == 0.3);
  CHECK(read.quantities.at(0).offset == -17.5);
  CHECK(read.entities.at(0).relay);
  CHECK(read.events.at(0).country == "hull-shire");
  CHECK(read.events.at(0).separate);
  CHECK(read.events.at(0).main);
  CHECK(read.claims.at(0).chain == std::vector<int>{0, 1});
  CHECK(read.claims.at(0).sentence == Span{0, 40});
  CHECK(read.claims.at(0).quote == "killed \"at least\" 83\n\tsoldiers\x01");
  CHECK(read.passages.at(0).headline);
  CHECK(read.passages.at(0).words.at(1).group == "killed");
  CHECK(read.passages.at(0).words.at(1).kind == WordKind::verb);
  CHECK(read.claims.at(0).arguments == sample.claims.at(0).arguments);
  CHECK(read.claims.at(0).pole == Pole::undone);
  CHECK(read.claims.at(0).so_far);
  CHECK(read.claims.at(0).facets.tie == Tie::object);
  CHECK(read.claims.at(0).facets.arguments == std::vector<int>{1});
  CHECK(read.claims.at(0).facets.owner == "orla-holm");
  CHECK(read.features.at(0).weight == 0.1f);
  CHECK(read.features.at(0).kind == FeatureKind::name);
  CHECK(read.features.at(0).background == 12);
  CHECK(read.background_documents == 637);
  CHECK(read.words.at(0).hash == 0xFEDC);
  CHECK(read.words.at(1).span == Span{8, 9});
  CHECK(read.token_count == 99);
  CHECK(read.problems.at(0).message == "a problem");
}

TEST_CASE("numbers_survive_to_the_last_bit") {
  std::mt19937_64 random(7);
  Extraction extraction;
  for (int i = 0; i < 2000; ++i) {
    Quantity quantity;
    quantity.from = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 100);
    quantity.to = static_cast<double>(random() % 100'000) / 1000;
    quantity.interval = {-quantity.from, 1.0 / (quantity.to + 1)};
    extraction.quantities.push_back(quantity);
    const float weight = std::ldexp(static_cast<float>(random()), static_cast<int>(random() % 60) - 80);
    extraction.features.push_back({"w", FeatureKind::word, weight, static_cast<std::uint32_t>(random())});
    const auto begin = static_cast<std::uint32_t>(10 * i + random() % 5);
    extraction.words.push_back({static_cast<std::uint16_t>(random()), {begin, begin + 5}});
  }
  const Extraction read = read_extraction(write_extraction(extraction)).extraction;
  for (std::size_t i = 0; i < extraction.quantities.size(); ++i) {
    REQUIRE(read.quantities[i].from == extraction.quantities[i].from);
    REQUIRE(read.quantities[i].to == extraction.quantities[i].to);
    REQUIRE(read.quantities[i].interval == extraction.quantities[i].interval);
    REQUIRE(read.features[i].weight == extraction.features[i].weight);
    REQUIRE(read.features[i].background == extraction.features[i].background);
    REQUIRE(read.words[i].hash == extraction.words[i].hash);
    REQUIRE(read.words[i].span == extraction.words[i].span);
  }
}

TEST_CASE("hashes_of_words_without_their_spans_are_refused") {
  CHECK(said_after("/word_hashes", "fedc00") ==
        "\"word_hashes\" has 6 digits and \"word_spans\" 4 numbers (expected 4 and 2 a word)");
  CHECK(said_after("/word_hashes", "fedc00") != said_after("/word_hashes", "fedc0010"));
  CHECK(said_after("/features/0/1", "verb") == "features[0]: \"verb\" (expected word, name, number)");
}

TEST_CASE("an_extraction_is_one_line_of_valid_json_whatever_its_strings_hold") {
  Extraction extraction;
  extraction.article.path = "caf\xE9.txt";
  extraction.article.title = std::string("a\0b\n\r\u2028", 8);
  const std::string line = write_extraction(extraction);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(json::accept(line));
  CHECK(read_extraction(line).extraction.article.path == "caf\uFFFD.txt");
  CHECK(read_extraction(line).extraction.article.title == extraction.article.title);
}

TEST_CASE("the_fields_that_scores_are_made_of_have_their_names") {
  const json line = json::parse(write_extraction(testing::sample_extraction()));
  CHECK(line["schema_version"] == 1);
  CHECK(line["quantities"][0]["value"] == json::array({83, 83}));
  CHECK(line["quantities"][0]["relation"] == ">=");
  CHECK(line["quantities"][0]["high"].is_null());
  CHECK(line["quantities"].size() == 1);
  CHECK(line["other_values"][0]["kind"] == "word");
  CHECK(line["dates"][0]["type"] == "DATE");
  CHECK(line["attributions"][1]["within"] == 0);
  CHECK(line["attributions"][0]["within"].is_null());
  CHECK(line["attributions"][1]["source"] == json::parse("[[4,6]]"));
}

TEST_CASE("what_is_no_extraction_is_refused_in_words") {
  CHECK(read_extraction("").error == "broken JSON (expected a line of `extract`)");
  CHECK(read_extraction("[]").error == "array (expected a line of `extract`)");
  CHECK(read_extraction("{}").error == "no \"schema_version\"");
  CHECK(said_after("/schema_version", 2) == "schema_version 2 (expected 1)");
  CHECK(said_after("/id", 7) == "\"id\" is number (expected a string)");
  CHECK(said_after("/quantities/0/start", -1) ==
        "quantities[0]: \"start\" is number (expected a whole number that is not negative)");
  CHECK(said_after("/quantities/0/start", 999) == "quantities[0]: \"end\" 11 before \"start\" 999");
  CHECK(said_after("/quantities/0/relation", "?") ==
        "quantities[0]: \"relation\" is \"?\" (expected =, ~, >, >=, <, <=, range, vague)");
  CHECK(said_after("/claims", "x") == "\"claims\" is string (expected a list)");
  CHECK(said_after("/published", "2016-02-30") == "\"published\" is \"2016-02-30\" (expected a day as YYYY-MM-DD)");
  CHECK(said_after("/events/0/roles/0", 1) == "events[0].roles[0]: value is number (expected an object)");
}

TEST_CASE("an_index_that_refers_to_nothing_is_refused") {
  CHECK(said_after("/claims/0/event", 5) == "\"event\" refers to 5, which is not there");
  CHECK(said_after("/claims/0/quantity", nullptr) == "a claim without its \"quantity\"");
  CHECK(said_after("/claims/0/chain", {0, -7}) == "\"chain\" refers to -7, which is not there");
  CHECK(said_after("/attributions/0/within", 1) == "attribution 0 is within itself");
}

TEST_CASE("days_that_no_calendar_holds_are_refused") {
  CHECK(said_after("/dates/0/reference/month", 13) == "dates[0]: \"month\" is 13 (expected 0 to 12)");
  CHECK(said_after("/dates/0/reference/shift", -2'000'000'000) ==
        "dates[0]: \"shift\" is -2000000000 (expected -10000 to 10000)");
  CHECK(said_after("/dates/0/days", json::array({-2'000'000'000, 0})) ==
        "dates[0]: -2000000000 (expected -500000000 to 500000000)");
}

TEST_CASE("codec_keeps_the_lines_of_a_text_that_it_carries_and_no_others") {
  Extraction extraction = testing::sample_extraction();
  extraction.article.lines = {3, 3, 9};
  extraction.article.body.clear();
  CHECK(write_extraction(extraction).find("\"lines\"") == std::string::npos);
  extraction.article.body = "A\n\nB";
  const auto read = read_extraction(write_extraction(extraction));
  CHECK(read.error.empty());
  CHECK(read.extraction.article.lines == std::vector<std::uint32_t>{3, 3, 9});
}
