// UTF-8 decoding, repair and positions, on well-formed and on broken bytes.
#include "text/utf8.h"

#include "test.h"

using namespace std::string_literals;
using corroborate::text::Position;
using corroborate::text::PositionIndex;
namespace text = corroborate::text;

TEST_CASE("decode_reads_sequences_of_one_to_four_bytes") {
  CHECK(text::decode("a", 0).value == U'a');
  CHECK(text::decode("é", 0).value == U'é');
  CHECK(text::decode("€", 0).value == U'€');
  CHECK(text::decode("😀", 0).value == U'😀');
  CHECK(text::decode("😀", 0).size == 4);
}

TEST_CASE("decode_refuses_overlong_forms_surrogates_and_values_past_the_end") {
  for (const auto& bytes : {"\xC0\x80"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\xFF"s, "\x80"s}) {
    CHECK_FALSE(text::decode(bytes, 0).valid);
    CHECK(text::decode(bytes, 0).size == 1);
  }
}

TEST_CASE("repair_replaces_each_broken_part_once") {
  CHECK(text::repair("caf\xC3") == "caf\uFFFD");
  CHECK(text::repair("a\xE2\x82z") == "a\uFFFDz");
  CHECK(text::repair("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(text::repair("naïve") == "naïve");
}

TEST_CASE("append_is_the_inverse_of_decode") {
  for (const char32_t value : {U'a', U'é', U'€', U'😀', char32_t{0x10FFFF}}) {
    std::string bytes;
    text::append(bytes, value);
    CHECK(text::decode(bytes, 0).value == value);
    CHECK(text::decode(bytes, 0).size == bytes.size());
  }
  std::string surrogate;
  text::append(surrogate, 0xD800);
  CHECK(surrogate == "\uFFFD");
}

TEST_CASE("code_points_are_counted_not_bytes") {
  CHECK(text::count_code_points("") == 0);
  CHECK(text::count_code_points("a€😀") == 3);
}

TEST_CASE("display_width_counts_wide_and_combining_characters") {
  CHECK(text::display_width("cafe\u0301") == 4);
  CHECK(text::display_width("日本") == 4);
  CHECK(text::display_width("“60”") == 4);
}

TEST_CASE("positions_give_code_point_line_and_column") {
  const std::string body = "é1\r\n€x\ny";
  const PositionIndex index(body);
  CHECK(index.at(0) == Position{0, 1, 1});
  CHECK(index.at(body.find('1')) == Position{1, 1, 2});
  CHECK(index.at(body.find('x')) == Position{5, 2, 2});
  CHECK(index.at(body.find('y')) == Position{7, 3, 1});
  CHECK(index.at(1000) == Position{8, 3, 2});
}

TEST_CASE("positions_agree_with_counting_from_the_start_at_every_offset") {
  std::string body;
  for (int i = 0; i < 200; ++i) body += i % 7 == 0 ? "\n" : i % 3 == 0 ? "€" : i % 5 == 0 ? "😀" : "a";
  const PositionIndex index(body);
  for (std::size_t offset = 0; offset <= body.size(); ++offset) {
    if (offset < body.size() && (static_cast<unsigned char>(body[offset]) & 0xC0) == 0x80) continue;
    const auto counted = text::count_code_points(std::string_view(body).substr(0, offset));
    CHECK(index.at(offset).code_point == counted);
    CHECK(index.code_point_at(offset) == counted);
    CHECK(index.byte_offset(static_cast<std::uint32_t>(counted)) == offset);
  }
  CHECK(index.byte_offset(100000) == body.size());
}
