// Learns which articles tell one story: train_stories FOLDER… > story_weights.h
// or prints figures on topics left out: train_stories --evaluate FOLDER…
//
// The folders hold articles and a table of their events (stories_gold.h). Deterministic; data/model/README.md says what
// the shipped weights were learned from.
#include <fmt/format.h>

#include <exception>
#include <string_view>
#include <vector>

#include "train/stories_evaluate.h"
#include "train/stories_gold.h"
#include "train/stories_learner.h"

namespace corroborate::reconciliation {
namespace {

void print_model(const StoryModel& model) {
  fmt::print("// What features of two articles weigh. Made by train_stories (data/model/README.md).\n#pragma once\n\n");
  fmt::print("#include <string_view>\n\nnamespace corroborate::reconciliation {{\n\n");
  fmt::print("struct NamedWeight {{\n  std::string_view feature;\n  double weight;\n}};\n\n");
  fmt::print("inline constexpr double story_bias = {:.4f};\n", model.bias);
  fmt::print("inline constexpr NamedWeight story_weights[] = {{\n");
  for (std::size_t f = 0; f < pair_feature_count; ++f) {
    fmt::print("    {{\"{}\", {:.4f}}},\n", pair_feature_infos[f].name, model.weights[f]);
  }
  fmt::print("}};\n\n}}  // namespace corroborate::reconciliation\n");
}

void run(bool evaluating, const std::vector<std::string>& folders) {
  std::vector<GoldArticles> sets;
  for (const auto& folder : folders) sets.push_back(read_gold_articles(folder));
  if (evaluating) return evaluate(sets);
  std::vector<PairCase> cases;
  for (const auto& set : sets) add_cases(set, cases);
  print_model(learn_story_model(cases));
}

}  // namespace
}  // namespace corroborate::reconciliation

int main(int count, char** arguments) {
  std::vector<std::string> folders(arguments + 1, arguments + count);
  const bool evaluating = !folders.empty() && folders.front() == "--evaluate";
  if (evaluating) folders.erase(folders.begin());
  if (folders.empty()) {
    fmt::print(stderr, "usage: train_stories [--evaluate] FOLDER...\n");
    return 2;
  }
  try {
    corroborate::reconciliation::run(evaluating, folders);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  }
  return 0;
}
