// Findings taken off a report before it is written.
#include <algorithm>
#include <set>

#include "corroborate/corroborate.h"
#include "text/ascii.h"

namespace corroborate {
namespace {

// Words of a property ("killed.count") and of a population ("soldier@chile"), in lower case.
void add_words(std::string_view name, std::set<std::string>& words) {
  constexpr std::string_view between = " ._-@/()";
  for (std::size_t begin = 0; begin < name.size();) {
    const auto end = std::min(name.find_first_of(between, begin), name.size());
    if (end > begin) words.insert(text::lower(name.substr(begin, end - begin)));
    begin = end + 1;
  }
}

bool is_wanted(const Finding& finding, const Selection& selection, const std::set<std::string>& wanted) {
  if (selection.only && finding.verdict != *selection.only) return false;
  if (finding.origins < selection.min_origins) return false;
  std::set<std::string> words;
  add_words(finding.property, words);
  add_words(finding.population, words);
  return std::ranges::includes(words, wanted);
}

}  // namespace

std::size_t select(Report& report, const Selection& selection) {
  std::set<std::string> wanted;
  add_words(selection.property, wanted);
  return std::erase_if(report.findings, [&](const Finding& finding) { return !is_wanted(finding, selection, wanted); });
}

std::vector<std::string> property_words(const Report& report) {
  std::set<std::string> words;
  for (const Finding& finding : report.findings) {
    add_words(finding.property, words);
    add_words(finding.population, words);
  }
  return {words.begin(), words.end()};
}

}  // namespace corroborate
