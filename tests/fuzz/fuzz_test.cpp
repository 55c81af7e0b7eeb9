// Every input that a fuzzer has found, every seed and every sample, through the same functions without the fuzzer.
#include "fuzz/targets.h"

#include <filesystem>
#include <set>

#include "corroborate/corroborate.h"
#include "support/folder.h"
#include "test.h"

using namespace corroborate;

namespace {

namespace fs = std::filesystem;

const std::string source = PROJECT_SOURCE;

// In one order everywhere; none where there is no such folder.
std::set<fs::path> files_in(const std::string& folder) {
  std::set<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(entry.path());
  return files;
}

}  // namespace

TEST_CASE("kept_inputs_of_every_target_pass") {
  REQUIRE_FALSE(files_in(source + "/tests/load/samples").empty());
  for (const fuzz::Target& target : fuzz::targets()) {
    const std::string name(target.name);
    for (const std::string& folder :
         {source + "/tests/fuzz/found/" + name, source + "/tests/fuzz/seeds/" + name, source + "/tests/load/samples"}) {
      for (const fs::path& file : files_in(folder)) {
        INFO(name << ": " << file);
        CHECK(target.run(testing::read_file(file.string())) == "");
      }
    }
  }
}

TEST_CASE("kept_inputs_belong_to_a_target") {
  std::set<std::string> names;
  for (const fuzz::Target& target : fuzz::targets()) names.emplace(target.name);
  for (const char* folder : {"/tests/fuzz/found", "/tests/fuzz/seeds"}) {
    for (const fs::path& file : files_in(source + folder)) {
      INFO(file);
      CHECK(names.contains(file.parent_path().filename().string()));
    }
  }
}

// Seeds that are refused at the door would teach the fuzzer nothing: `corroborate extract` writes them anew.
TEST_CASE("the_seeds_of_reconcile_are_lines_of_this_version") {
  const auto files = files_in(source + "/tests/fuzz/seeds/reconcile");
  REQUIRE(files.size() > 0);
  for (const fs::path& file : files) {
    std::istringstream lines(testing::read_file(file.string()));
    INFO(file);
    for (std::string line; std::getline(lines, line);) CHECK(read_extraction(line).error == "");
  }
}
