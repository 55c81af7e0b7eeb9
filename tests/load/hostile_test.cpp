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
