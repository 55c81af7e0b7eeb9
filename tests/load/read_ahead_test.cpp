// Files that are read ahead: the same articles and the same words in the same order, however many threads read.
#include <fmt/format.h>

#include <sstream>

#include "support/folder.h"
#include "test.h"

using namespace corroborate;
using testing::Folder;

namespace {

// Everything that load says, in its order, a line each.
std::string told_by(const std::vector<std::string>& paths, unsigned threads) {
  std::string told;
  std::istringstream in;
  LoadOptions options;
  options.threads = threads;
  load(paths, in,
       {[&](Article&& article) { told += fmt::format("{} | {} | {}\n", article.id, article.outlet, article.body); },
        [&](Problem&& problem) { told += fmt::format("{}:{}: {}\n", problem.path, problem.line, problem.message); }},
       options);
  return told;
}

// Small and large files, many articles in one, equal ids, tables, faults and files that are none, in several folders.
void fill(Folder& folder) {
  const std::string large = std::string(1'200'000, 'x');
  for (int f = 0; f < 12; ++f) {
    const std::string name = fmt::format("part{:02}/", f);
    for (int i = 0; i < 30; ++i) {
      const std::string number = fmt::format("{:02}", i);
      folder.with(name + number + ".html", "<html><body><p>Page " + number + " of " + name + ".</p></body></html>");
      if (i % 7 == 0)
        folder.with(name + number + ".txt", fmt::format("---\nid: same-{}\n---\nText {}.\n", i % 14, number));
      if (i % 10 == 0) folder.with(name + number + ".jsonl", "{\"text\":\"One.\"}\n{}\n{\"text\":\"Two.\"}\n");
    }
    folder.with(name + "empty.txt", "").with(name + "photo.png", "x").with(name + "README.md", "About");
    if (f % 3 == 0)
      folder.with(name + "articles.tsv", "path\toutlet\tpublished\n01.html\tTern Press\tnever\ngone.html\tX\t\n");
    if (f % 4 == 0) folder.with(name + "long.txt", "Long. " + large.substr(0, 400'000) + "\n" + large + "\n");
  }
}

}  // namespace

TEST_CASE("any_number_of_threads_reads_the_same_in_the_same_order") {
  Folder folder;
  fill(folder);
  const std::string one = told_by({folder.path()}, 1);
  CHECK(std::count(one.begin(), one.end(), '\n') > 500);
  CHECK(one.find("is taken by") != std::string::npos);
  CHECK(one.find("never") != std::string::npos);
  for (const unsigned threads : {2u, 3u, 8u}) CHECK(told_by({folder.path()}, threads) == one);
}

TEST_CASE("paths_come_in_the_order_in_which_they_are_named") {
  Folder folder;
  fill(folder);
  const std::vector<std::string> paths = {folder.path("part05"), folder.path("gone"), folder.path("part01/03.html"),
                                          folder.path("part00")};
  const std::string one = told_by(paths, 1);
  CHECK(one.find("gone:0: no such file or folder") > one.find("part05/29.html"));
  CHECK(one.find("gone:0: no such file or folder") < one.find("part01/03.html"));
  CHECK(told_by(paths, 4) == one);
}

TEST_CASE("progress_ends_with_every_file_that_was_counted") {
  Folder folder;
  folder.with("a.txt", "A").with("b/c.txt", "Two.").with("b/d.jsonl", "{\"text\":\"x\"}\n").with("photo.png", "x");
  std::istringstream in;
  LoadOptions options;
  options.threads = 2;
  std::vector<LoadProgress> seen;
  options.progress = [&](const LoadProgress& progress) { seen.push_back(progress); };
  const std::vector<std::string> paths = {folder.path()};
  load(paths, in, {[](Article&&) {}, [](Problem&&) {}}, options);
  REQUIRE(seen.size() == 4);
  for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i].files == i + 1);
  CHECK(seen.back().of_files == 4);
  CHECK(seen.back().bytes == seen.back().of_bytes);
  CHECK(seen.back().bytes == 1 + 4 + 13 + 1);
}
