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

// Written, read and written again: equal lines mean equal values as far as lines carry them (next test).
void check_round_trip(const Extraction& extraction) {
  for (const LineForm form : {LineForm::plain, LineForm::packed}) {
    const std::string line = write_extraction(extraction, form);
    const auto read = read_extraction(line);
    CHECK(read.error.empty());
    CHECK(write_extraction(read.extraction, form) == line);
    CHECK(write_extraction(read.extraction) == write_extraction(extraction));
  }
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

TEST_CASE("reading_gives_back_what_reconcile_needs") {
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
  CHECK(read.quantities.at(1).from == 0.1);
  CHECK(read.quantities.at(1).to == 2.5);
  CHECK(read.quantities.at(1).interval == Interval{-unbounded, 1e300});
  CHECK(read.quantities.at(1).relation == Relation::range);
  CHECK(read.dates.at(0).days == Days{17061, 17061});
  CHECK(read.dates.at(0).reference.weekday == 6);
  CHECK(read.dates.at(0).reference.shift_grain == Grain::week);
  CHECK(read.dates.at(0).reference.shift == -2);
  CHECK(read.dates.at(0).mod == "APPROX");
  CHECK(read.dates.at(1).days == Days{});
  CHECK(read.attributions.at(1).within == 0);
  CHECK(read.attributions.at(0).within == no_index);
  CHECK(read.attributions.at(1).content == std::vector<Span>{{5, 20}, {22, 30}});
  CHECK(read.entities.at(0).mentions == std::vector<Span>{{0, 3}});
  CHECK(read.events.at(0).date == 0);
  CHECK(read.events.at(0).scope == Scope::whole);
  CHECK(read.quantities.at(0).dimension == "money");
  CHECK(read.quantities.at(0).factor == 0.3);
  CHECK(read.quantities.at(0).offset == -17.5);
  CHECK(read.entities.at(0).relay);
  CHECK(read.events.at(0).country == "hull-shire");
  CHECK(read.events.at(0).separate);
  CHECK(read.events.at(0).main);
  CHECK(read.claims.at(0).chain == std::vector<int>{0, 1});
  CHECK(read.claims.at(0).sentence == Span{0, 40});
  CHECK(read.claims.at(0).context == sample.claims.at(0).context);
  CHECK(read.claims.at(0).line == 5);
  CHECK(read.claims.at(0).column == 4);
  CHECK(read.claims.at(0).as_of == 1);
  CHECK(read.claims.at(0).event == 0);
  CHECK(read.claims.at(0).term == "yes");
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
  CHECK(read.claims.at(0).facets.scope == 5);
  CHECK(read.claims.at(0).facets.end == 4);
  CHECK(read.claims.at(0).facets.date == 1);
  CHECK(read.features.at(0).weight == 0.1f);
  CHECK(read.features.at(0).kind == FeatureKind::name);
  CHECK(read.features.at(0).background == 12);
  CHECK(read.background_documents == 637);
  CHECK(read.words.at(0).hash == 0xFEDC);
  CHECK(read.words.at(1).span == Span{8, 9});
  CHECK(read.problems.at(0).message == "a problem");
}

TEST_CASE("numbers_survive_to_the_last_bit") {
  std::mt19937_64 random(7);
  Extraction extraction;
  for (int i = 0; i < 2000; ++i) {
    Quantity quantity;
    quantity.kind = i < 1000 ? FigureKind::amount : FigureKind::word;
    quantity.from = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 100);
    quantity.to = static_cast<double>(random() % 100'000) / 1000;
    quantity.interval = {-quantity.from, 1.0 / (quantity.to + 1)};
    extraction.quantities.push_back(quantity);
    const float weight = std::ldexp(static_cast<float>(random()), static_cast<int>(random() % 60) - 80);
    extraction.features.push_back(
        {"w" + std::to_string(10'000 + i), FeatureKind::word, weight, static_cast<std::uint32_t>(random())});
    const auto begin = static_cast<std::uint32_t>(10 * i + random() % 5);
    extraction.words.push_back({static_cast<std::uint16_t>(random()), {begin, begin + 5}});
  }
  const Extraction read = read_extraction(write_extraction(extraction)).extraction;
  REQUIRE(read.features.size() == extraction.features.size());
  for (std::size_t i = 0; i < extraction.quantities.size(); ++i) {
    REQUIRE(read.quantities[i].from == extraction.quantities[i].from);
    REQUIRE(read.quantities[i].to == extraction.quantities[i].to);
    REQUIRE(read.quantities[i].interval == extraction.quantities[i].interval);
    REQUIRE(read.features[i].term == extraction.features[i].term);
    REQUIRE(read.features[i].weight == extraction.features[i].weight);
    REQUIRE(read.features[i].background == extraction.features[i].background);
    REQUIRE(read.words[i].hash == extraction.words[i].hash);
    REQUIRE(read.words[i].span == extraction.words[i].span);
  }
}

// A sentence, what is said in it, and its words, as extraction finds them.
TEST_CASE("what_follows_from_a_sentence_is_not_written") {
  Article article;
  article.id = article.path = "a";
  article.body = "A fire in Port Ellan didn\u2019t kill 1,200 dockers\non Monday, the port\u2019s U.S. owner said.";
  const Extraction extraction = extract(article);
  const std::string line = write_extraction(extraction);
  REQUIRE_FALSE(extraction.claims.empty());
  const Extraction read = read_extraction(line).extraction;
  REQUIRE(read.claims.size() == extraction.claims.size());
  for (std::size_t c = 0; c < read.claims.size(); ++c) {
    CHECK(read.claims[c].quote == extraction.claims[c].quote);
    CHECK(read.claims[c].context == extraction.claims[c].context);
    CHECK(read.claims[c].line == extraction.claims[c].line);
    CHECK(read.claims[c].column == extraction.claims[c].column);
    CHECK(read.claims[c].span == extraction.claims[c].span);
  }
  REQUIRE(read.words.size() == extraction.words.size());
  for (std::size_t w = 0; w < read.words.size(); ++w) {
    CHECK(read.words[w].hash == extraction.words[w].hash);
    CHECK(read.words[w].span == extraction.words[w].span);
  }
  CHECK(line.find("dockers") == line.rfind("dockers"));
  CHECK(line.size() < 1000);
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
  CHECK(line["schema_version"] == 3);
  CHECK(line["quantities"][0]["value"] == json::array({83, 83}));
  CHECK(line["quantities"][0]["relation"] == ">=");
  CHECK(line["quantities"][0]["high"].is_null());
  CHECK(line["quantities"].size() == 1);
  CHECK(line["quantities"][0]["trend"] == "up");
  CHECK(line["quantities"][0]["unit"] == "dollar");
  CHECK(line["quantities"][0]["counted"] == "soldier");
  CHECK(line["dates"][0]["value"] == "2016-09-17");
  CHECK(line["dates"][0]["type"] == "DATE");
  CHECK(line["attributions"][1]["within"] == 0);
  CHECK_FALSE(line["attributions"][0].contains("within"));
  CHECK(line["attributions"][1]["source"] == json::parse("[[4,6]]"));
}

TEST_CASE("what_is_no_extraction_is_refused_in_words") {
  CHECK(read_extraction("").error == "broken JSON (expected a line of `extract`)");
  CHECK(read_extraction("[]").error == "array (expected a line of `extract`)");
  CHECK(read_extraction("{}").error == "no \"schema_version\"");
  CHECK(read_extraction(R"({"schema_version":3,"id":"a"})").error == "no \"packed\"");
  CHECK(said_after("/schema_version", 1) ==
        "schema_version 1 (expected 3: extract the articles again with this program)");
  CHECK(said_after("/id", 7) == "\"id\" is number (expected a string)");
  CHECK(said_after("/quantities/0/start", -1) ==
        "quantities[0]: \"start\" is number (expected a whole number that is not negative)");
  CHECK(said_after("/quantities/0/start", 999) == "quantities[0]: \"end\" 11 before \"start\" 999");
  CHECK(said_after("/quantities/0/value", json::array({1})) == "quantities[0]: a list of 1 (expected 2 to 2 values)");
  CHECK(said_after("/quantities/0/relation", "?") ==
        "quantities[0]: \"relation\" is \"?\" (expected =, ~, >, >=, <, <=, range, vague)");
  CHECK(said_after("/attributions", "x") == "\"attributions\" is string (expected a list)");
  CHECK(said_after("/attributions/1/content/1", json::array({9, 3})) ==
        "attributions[1].content[1]: end 3 before start 9");
  CHECK(said_after("/published", "2016-02-30") == "\"published\" is \"2016-02-30\" (expected a day as YYYY-MM-DD)");
  CHECK(said_after("/dates/0", 1) == "dates[0]: value is number (expected an object)");
}

TEST_CASE("an_index_that_refers_to_nothing_is_refused") {
  Extraction extraction = testing::sample_extraction();
  const auto said = [&] { return read_extraction(write_extraction(extraction)).error; };
  extraction.claims[0].event = 5;
  CHECK(said() == "\"event\" refers to 5, which is not there");
  extraction.claims[0].event = 0;
  extraction.events.clear();
  CHECK(said() == "\"event\" refers to 0, which is not there");
  extraction = testing::sample_extraction();
  extraction.claims[0].chain = {0, 7};
  CHECK(said() == "\"chain\" refers to 7, which is not there");
  extraction.claims[0].chain = {no_index};
  CHECK(said() == "packed.claims[0]: 4294967295 (expected a smaller number)");
  extraction = testing::sample_extraction();
  extraction.claims[0].quantity = no_index;
  CHECK(said() == "packed.claims[0]: 4294967295 (expected a smaller number)");
  CHECK(said_after("/attributions/0/within", 1) == "attribution 0 is within itself");
  CHECK(said_after("/attributions/0/within", 0) == "attribution 0 is within itself");
  CHECK(said_after("/attributions/0/within", 4'000'000'000) == "\"within\" refers to 2147483647, which is not there");
}

TEST_CASE("packed_digits_that_are_broken_are_refused") {
  CHECK(said_after("/packed/claims", "") == "");  // without claims
  CHECK(said_after("/packed/claims", "A") == "packed.claims[0]: broken digits, or too few (expected numbers)");
  CHECK(said_after("/packed/claims", "!") == "packed.claims[0]: broken digits, or too few (expected numbers)");
  CHECK(said_after("/packed/events", "AAAAAA").starts_with("packed.events[1]: broken digits"));
  CHECK(said_after("/packed/quantities", "AAAAAAA") == "packed.quantities[2]: 1 digits too many");
  CHECK(said_after("/packed/strings", "gE") == "packed.strings: no words of this line");
  CHECK(said_after("/packed/words", "AA/") == "packed.words: no words of this line behind word 0");
  CHECK(said_after("/packed/sentences", "AAA") == "packed.sentences: not as many as sentences");
  CHECK(said_after("/packed/features", "AA99") == "packed.features[0]: no string or weight of this line");
  CHECK(said_after("/weights/0", 1e308) == "weights[0]: 1e+308 (expected a weight of 0 to 1e+18)");
  CHECK(said_after("/sentences", json::array()) == "packed.sentences: not as many as sentences");
  CHECK(said_after("/packed", 3) == "value is number (expected an object)");
}

// It would be its article's own neighbour.
TEST_CASE("a_term_that_an_article_has_twice_is_refused") {
  Extraction extraction = testing::sample_extraction();
  extraction.features.push_back(extraction.features.front());
  CHECK(read_extraction(write_extraction(extraction)).error ==
        "packed.features: \"soldier\" twice (expected each term once)");
}

// Strings are written once and can be used often: a short line must not become a large extraction.
TEST_CASE("a_line_that_repeats_its_strings_too_often_is_refused") {
  json line = json::parse(write_extraction({}));
  line["strings"] = {std::string(4000, 'x')};
  std::string events;
  for (int i = 0; i < 4000; ++i) events += "AddAA";  // 29, the first string of its own, twice
  line["packed"]["events"] = events;
  CHECK(read_extraction(line.dump()).error.ends_with("strings repeated too often for a line of this length"));
}

TEST_CASE("days_that_no_calendar_holds_are_refused") {
  const auto said = [](auto change) {
    Extraction extraction = testing::sample_extraction();
    change(extraction.dates[0]);
    return read_extraction(write_extraction(extraction)).error;
  };
  CHECK(said([](DateExpression& date) { date.reference.month = 13; }) ==
        "packed.dates[0]: month is 13 (expected 0 to 12)");
  CHECK(said([](DateExpression& date) { date.reference.shift = -2'000'000'000; }) ==
        "packed.dates[0]: shift is -2000000000 (expected -10000 to 10000)");
  CHECK(said([](DateExpression& date) {
          date.days = {-1'000'000'000, 0};
        }) == "packed.dates[0]: a day is -1000017061 (expected -500000000 to 500000000)");
  CHECK(said([](DateExpression& date) { date.reference.nth = 9; }) == "packed.dates[0]: nth is 9 (expected -1 to 5)");
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
