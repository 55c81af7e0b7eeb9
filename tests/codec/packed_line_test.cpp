// Packed lines: shorter, without lists for outside readers, and as good for reconcile. The digits that they are made
// of.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "codec/common_strings.h"
#include "codec/packed.h"
#include "corroborate/corroborate.h"
#include "support/extraction.h"
#include "test.h"

using namespace corroborate;
using nlohmann::json;

namespace {

Extraction fire() {
  Article article;
  article.id = "fire.txt";
  article.body =
      "A fire in Port Ellan killed 12 dockers on 8 March 2021, the Ellan Coast Guard said. The Coast Guard told Orla "
      "Holm, 44, that about 60 people had left Port Ellan.";
  return extract(article);
}

std::string packed_line() { return write_extraction(fire(), LineForm::packed); }

std::string said_after(const std::string& pointer, const json& value) {
  json line = json::parse(packed_line());
  line[json::json_pointer(pointer)] = value;
  return read_extraction(line.dump()).error;
}

}  // namespace

TEST_CASE("a_packed_line_has_no_lists_and_says_the_same") {
  const Extraction extraction = fire();
  const std::string plain = write_extraction(extraction), packed = packed_line();
  REQUIRE(extraction.attributions.size() > 1);
  REQUIRE(extraction.dates.size() > 0);
  for (const char* list : {"quantities", "dates", "attributions", "entities"}) {
    CHECK(json::parse(plain).contains(list));
    CHECK_FALSE(json::parse(packed).contains(list));
  }
  CHECK(5 * packed.size() < 4 * plain.size());
  CHECK(write_extraction(read_extraction(packed).extraction) == plain);
}

TEST_CASE("labels_are_words_of_the_sentences_where_they_stand_there") {
  Extraction extraction = fire();
  CHECK_FALSE(json::parse(packed_line()).contains("labels"));
  REQUIRE(extraction.entities.size() > 1);
  extraction.entities[1].label = "PORT ELLAN";  // not as it stands
  const std::string line = write_extraction(extraction, LineForm::packed);
  CHECK(json::parse(line)["labels"] == json{"PORT ELLAN"});
  CHECK(read_extraction(line).extraction.entities[1].label == "PORT ELLAN");
  CHECK(read_extraction(line).extraction.entities[0].label == extraction.entities[0].label);
}

TEST_CASE("a_packed_line_that_is_broken_is_refused_in_words") {
  CHECK(said_after("/packed/labels", "A") == "packed.labels: more than there are");
  CHECK(said_after("/packed/labels", "BB") == "packed.labels: no words of this line");
  CHECK(said_after("/packed/labels", "~~A") == "packed.labels: no words of this line");
  CHECK(said_after("/labels", json{"x"}) == "packed.labels: not as many as written");
  CHECK(said_after("/packed/expressions", "").starts_with("packed.expressions[0]: broken digits"));
  CHECK(said_after("/packed/spans", "AA").starts_with("packed.spans[1]: broken digits"));
  CHECK(said_after("/packed/spans", "!!!!").starts_with("packed.spans[0]: "));
}

TEST_CASE("terms_that_repeat_a_long_string_too_often_are_refused") {
  Extraction extraction = fire();
  extraction.features = {{std::string(4000, 'x')}};
  json line = json::parse(write_extraction(extraction, LineForm::packed));
  const auto strings = line["strings"].get<std::vector<std::string>>();
  const auto place = std::ranges::find(strings, extraction.features[0].term) - strings.begin();
  codec::Packer out;
  out.number(0);
  out.number(static_cast<std::uint32_t>(codec::common_strings.size() + 1 + static_cast<std::size_t>(place)));
  const std::string once = std::string(out.digits()) + "AA";
  line["packed"]["features"] = once;
  CHECK(read_extraction(line.dump()).error == "");
  std::string often = once;
  for (int i = 0; i < 700; ++i) often += "AAA";
  line["packed"]["features"] = often;
  CHECK(read_extraction(line.dump()).error == "packed.features: too long for a line of this length");
}

TEST_CASE("numbers_are_digits_and_back") {
  const std::vector<std::uint32_t> numbers = {0, 1, 79, 80, 1039, 1040, 12559, 12560, 65535, 0x7FFFFFFF, 0xFFFFFFFF};
  const std::vector<std::size_t> digits = {1, 1, 1, 2, 2, 3, 3, 4, 4, 8, 9};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    codec::Packer out;
    out.number(numbers[i]);
    const std::string text = out.take();
    CHECK(text.size() == digits[i]);
    codec::Unpacker in(text);
    CHECK(in.number() == numbers[i]);
    CHECK(in.left() == 0);
    CHECK_FALSE(in.failed());
  }
}

TEST_CASE("numbers_that_are_too_large_or_cut_off_fail") {
  for (const char* text : {"", ">", "~~~~~~~~A", "~~~~~~~~~~~~A", "\x7F", "\xC3", "~ "}) {
    INFO(text);
    codec::Unpacker in(text);
    CHECK(in.number() == 0);
    CHECK(in.failed());
  }
}
