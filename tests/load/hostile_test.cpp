// Damaged files of every format: whatever the bytes, loading ends, and says what it could not read. Deterministic;
// under the sanitizers this is a small fuzzer that replays the same inputs each time.
#include "test.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "support/folder.h"

using namespace corroborate;
using testing::load_all;

namespace {

// A linear congruential generator (Knuth, MMIX): the same numbers on every machine.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// Bytes changed, cut off, taken out, or repeated.
std::string damage(std::string bytes, Numbers& numbers) {
  if (bytes.empty()) return bytes;
  const std::size_t at = numbers.below(bytes.size()),
                    size = 1 + numbers.below(std::min<std::size_t>(64, bytes.size() - at));
  switch (numbers.below(4)) {
    case 0:
      bytes[at] = static_cast<char>(numbers.below(256));
      break;
    case 1:
      bytes.resize(at);
      break;
    case 2:
      bytes.erase(at, size);
      break;
    default:
      bytes.insert(at, bytes.substr(at, size));
      break;
  }
  return bytes;
}

}  // namespace

TEST_CASE("damaged_files_of_every_format_are_read_or_named") {
  constexpr int versions = 120;
  testing::Folder folder;
  Numbers numbers(20160917);
  for (const char* kind : {"good", "broken"}) {
    std::set<std::filesystem::path> files;  // in one order everywhere
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(PROJECT_SOURCE) + "/tests/load/samples/" + kind))
      files.insert(entry.path());
    for (const auto& file : files) {
      const std::string whole = read_file(file), name = file.filename().string();
      for (int version = 0; version < versions; ++version) {
        std::string bytes = damage(whole, numbers);
        if (version % 4 == 3) bytes = damage(std::move(bytes), numbers);
        folder.with(name, bytes);
        const auto loaded = load_all({folder.path(name)});
        INFO(name << ", version " << version);
        CHECK(loaded.articles.size() + loaded.problems.size() > 0);
        for (const Article& article : loaded.articles) CHECK_FALSE(article.body.empty());
      }
    }
  }
}

// What a page says of itself is no reason to run out of stack.
TEST_CASE("metadata_nested_without_end_leaves_the_page") {
  testing::Folder folder;
  const std::string deep(200'000, '[');
  folder.with("a.html", "<html><head><title>Fire</title><script type=\"application/ld+json\">{\"@type\":" + deep +
                            std::string(deep.size(), ']') +
                            "}</script></head><body><p>Nine dockers died.</p></body></html>");
  const auto loaded = load_all({folder.path("a.html")});
  REQUIRE(loaded.articles.size() == 1);
  CHECK(loaded.articles[0].body == "Nine dockers died.");
}

namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string numbered(std::size_t count, const std::string& before, const std::string& behind) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += before + std::to_string(i) + behind;
  return result;
}

std::string page(const std::string& inside) {
  return "<html><head><title>Fire</title></head><body>" + inside + "<p>Nine dockers died.</p></body></html>";
}

std::string feed(const std::string& inside) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>Fire</title>" + inside +
         "<description>Nine dockers died.</description></item></channel></rss>";
}

std::string mail(const std::string& headers, const std::string& body) {
  return "From: Gull <a@gull.example>\nMessage-ID: <1@gull.example>\n" + headers + "\n" + body;
}

// What is said of one file of these bytes.
std::string said_of(const std::string& name, const std::string& bytes) {
  testing::Folder folder;
  folder.with(name, bytes);
  return said(load_all({folder.path(name)}), folder);
}

}  // namespace

TEST_CASE("an_element_has_at_most_a_thousand_attributes") {
  CHECK(said_of("a.html", page("<b " + numbered(1000, " a", "=1") + ">Fire</b>")).empty());
  CHECK(said_of("a.html", page("<b " + numbered(1001, " a", "") + ">Fire</b>")) ==
        "a.html: an element with more than 1000 attributes (expected a web page)\n");
  CHECK(said_of("a.xml", feed("<b " + numbered(1000, " a", "=\"1\"") + "/>")).empty());
  CHECK(said_of("a.xml", feed("<b " + numbered(200'000, " a", "='>'") + "/>")) ==
        "a.xml: broken XML: an element with more than 1000 attributes (expected a well-formed document)\n");
}

TEST_CASE("what_looks_like_attributes_and_is_none_is_not_counted") {
  CHECK(said_of("a.html", page("<script>if (a<b) { " + times(3000, "c d ") + "}</script>")).empty());
  CHECK(said_of("a.html", page("<!-- <b " + times(3000, "c d ") + "> -->")).empty());
  CHECK(said_of("a.html", page("<b title='" + times(3000, "c d ") + "'>Fire</b>")).empty());
  CHECK(said_of("a.html", page("<b>a < " + times(3000, "c d ") + "</b>")).empty());
  CHECK(said_of("a.xml", feed("<b><![CDATA[<b " + times(3000, "c d ") + "]]></b>")).empty());
}

TEST_CASE("namespaces_are_counted_where_they_lie_in_each_other") {
  const std::string forty = numbered(40, " xmlns:a", "=\"b\"");
  CHECK(said_of("a.xml", feed(times(200, "<b" + forty + "/>") + times(200, "<b" + forty + "></b>"))).empty());
  CHECK(said_of("a.xml", feed(times(30, "<b" + forty + ">") + times(30, "</b>"))) ==
        "a.xml: broken XML: more than 1000 namespaces in each other (expected a well-formed document)\n");
  CHECK(said_of("a.xml", "<!DOCTYPE rss [" + numbered(1001, "<!ENTITY a", " \"b\">") + "]>" + feed("")) ==
        "a.xml: broken XML: more than 1000 entities declared (expected a well-formed document)\n");
}

TEST_CASE("address_groups_in_each_other_cost_no_stack") {
  const std::string text = "Nine dockers died.\n";
  CHECK(said_of("a.eml", mail("To: " + times(100, "port: a@b, c@d; ") + "\n", text)).empty());
  CHECK(said_of("a.eml", mail("To: " + times(300, "port: a@b; ") + "\n", text)).empty());
  for (const char* field : {"To: ", "Cc: ", "Reply-To: ", "Resent-To: "})
    CHECK(said_of("a.eml", mail(field + times(100'000, "a:") + "\n", text)) ==
          "a.eml: address groups more than 200 deep (expected a message with an article)\n");
  CHECK(said_of("a.eml", mail("To: a:\n" + times(100'000, " a:\n"), text)) ==
        "a.eml: address groups more than 200 deep (expected a message with an article)\n");
}

TEST_CASE("a_message_has_at_most_a_thousand_parts") {
  const std::string type = "Content-Type: multipart/mixed; boundary=";
  const std::string part = "\nContent-Type: text/plain\n\nNine dockers died.\n";
  CHECK(said_of("a.eml", mail(type + "b\n", times(1000, "--b" + part) + "--b--\n")).empty());
  const std::string refused = "a.eml: a message of more than 1000 parts (expected a message with an article)\n";
  CHECK(said_of("a.eml", mail(type + "b\n", times(1002, "--b" + part) + "--b--\n")) == refused);
  CHECK(said_of("a.eml", mail(type + "\"----\"\n", times(1002, "------" + part) + "--------\n")) == refused);
  CHECK(said_of("a.eml", mail("", "Nine dockers died.\n" + times(3000, "----------\n"))).empty());  // lines drawn
}
