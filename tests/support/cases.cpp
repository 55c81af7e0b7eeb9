#include "support/cases.h"

#include <fstream>
#include <stdexcept>

#include "time/civil.h"

namespace corroborate::testing {

namespace {

constexpr std::string_view published_mark = "@published", gap_mark = "gap: ";

std::optional<PublishedDay> published_of(std::string_view line) {
  if (line.size() <= published_mark.size()) return std::nullopt;
  const auto day = time::parse_iso_day(line.substr(published_mark.size() + 1));
  if (!day) throw std::runtime_error(std::string(line) + ": expected an ISO 8601 day");
  return PublishedDay{*day, DayBasis::metadata, {}};
}

}  // namespace

Article Case::article() const {
  Article article;
  article.id = article.path = file;
  article.published = published;
  article.body = text;
  return article;
}

std::vector<Case> read_cases(std::string_view name) {
  const std::string path = "data/lexicon/en/" + std::string(name) + ".cases";
  std::ifstream in(std::string(PROJECT_SOURCE) + "/" + path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  std::vector<Case> cases;
  Case next;
  next.file = path;
  for (std::string line; std::getline(in, line);) {
    ++next.line;
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with(published_mark)) {
      next.published = published_of(line);
    } else if (line[0] != ' ') {
      next.expected = line;
    } else {
      next.text = line.substr(line.find_first_not_of(' '));
      next.gap = next.text.starts_with(gap_mark);
      if (next.gap) next.text = next.text.substr(gap_mark.size());
      cases.push_back(next);
    }
  }
  return cases;
}

}  // namespace corroborate::testing
