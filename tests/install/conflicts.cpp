// An example of the library's use: prints the id of every conflict in the articles of the given paths, and what stands
// against what.
#include <corroborate/check.h>
#include <corroborate/corroborate.h>
#include <corroborate/names.h>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

int main(int count, char** words) {
  const std::vector<std::string> paths(words + 1, words + count);
  std::vector<corroborate::Extraction> extractions;
  corroborate::load(
      paths, std::cin,
      {[&](corroborate::Article&& article) { extractions.push_back(corroborate::extract(article)); },
       [](corroborate::Problem&& problem) { std::cerr << problem.path << ": " << problem.message << "\n"; }});
  const corroborate::Report report = corroborate::reconcile(std::move(extractions));
  for (const auto& finding : report.findings) {
    if (finding.verdict != corroborate::Verdict::conflict) continue;
    std::cout << corroborate::name_of(finding.severity) << " " << finding.id << ":";
    for (const auto& position : finding.positions) std::cout << " " << position.value << ";";
    std::cout << "\n";
  }
}
