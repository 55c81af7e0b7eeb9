// Bytes come back as they went in, from memory, from the file and from both, and what fails is said.
#include "spool/spool.h"

#include <cstdlib>
#include <string>

#include "test.h"

using corroborate::spool::Spool;

namespace {

// Pieces of 1 to 999 bytes, each of its own letter.
std::string piece(std::size_t number) {
  return std::string(1 + number * 389 % 999, static_cast<char>('a' + number % 26));
}

// A folder for temporary files, for as long as this stands.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const char* folder) {
    if (const char* old = std::getenv("TMPDIR")) old_ = old;
    setenv("TMPDIR", folder, 1);
  }
  ~TemporaryFolder() { old_.empty() ? unsetenv("TMPDIR") : setenv("TMPDIR", old_.c_str(), 1); }

 private:
  std::string old_;
};

}  // namespace

TEST_CASE("a_spool_gives_back_what_it_was_given") {
  constexpr std::size_t pieces = 6'000;  // some three million bytes: more than is written at once
  for (const std::size_t most : {std::size_t{0}, std::size_t{10'000}, std::size_t{100'000'000}}) {
    Spool spool(most);
    std::string all;
    for (std::size_t i = 0; i < pieces; ++i) {
      spool.append(piece(i));
      all += piece(i);
    }
    REQUIRE(spool.size() == all.size());
    CHECK(spool.read(0, all.size()) == all);
    for (std::size_t begin = 0; begin < all.size(); begin += 77'777)
      CHECK(spool.read(begin, 50'000) == all.substr(begin, 50'000));
    CHECK(spool.read(all.size() - 3, 10) == all.substr(all.size() - 3));
    CHECK(spool.read(all.size() + 3, 10).empty());
    CHECK_FALSE(spool.trouble());
  }
}

TEST_CASE("a_spool_that_can_make_no_file_says_so_and_does_without_while_it_is_small") {
  const TemporaryFolder nowhere("/nowhere/at/all");
  Spool small(1'000);
  small.append(std::string(999, 'a'));
  CHECK(small.read(0, 999).size() == 999);
  CHECK_FALSE(small.trouble());
  small.append("a");
  CHECK(small.read(0, 999).empty());
  const auto trouble = small.trouble();
  REQUIRE(trouble);
  CHECK(trouble->path == "/nowhere/at/all");
  CHECK(
      trouble->message ==
      "temporary files cannot be kept: No such file or directory (expected a folder with room; TMPDIR names another)");
}
