// Reads the table of events, and extracts its articles.
#include "train/stories_gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "corroborate/corroborate.h"

namespace corroborate::reconciliation {

namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::ifstream open_table(const std::string& folder) {
  for (const auto* name : {"gold-events.tsv", "gold-slots.tsv"}) {
    std::ifstream in(std::filesystem::path(folder) / name);
    if (in) return in;
  }
  throw std::runtime_error(folder + ": no gold-events.tsv or gold-slots.tsv");
}

struct Row {
  std::string file, event, topic;
};

// By file, as the table may name one twice.
std::map<std::string, Row> read_rows(const std::string& folder) {
  std::ifstream in = open_table(folder);
  std::string line;
  std::getline(in, line);
  const auto head = split(line);
  std::map<std::string, Row> rows;
  while (std::getline(in, line)) {
    const auto cells = split(line);
    const auto cell = [&](std::string_view name) {
      const auto column = static_cast<std::size_t>(std::find(head.begin(), head.end(), name) - head.begin());
      return column < cells.size() ? cells[column] : std::string();
    };
    Row row{cell("file"), cell("event"), cell("topic")};
    if (row.topic.empty()) row.topic = row.event;
    if (!row.event.empty()) rows[row.file] = row;
  }
  return rows;
}

Extraction read_article(const std::string& path, std::size_t number) {
  Extraction extraction;
  bool found = false;
  const auto take = [&](Article&& article) {
    article.id = article.path = fmt::format("{:06}", number);
    article.addressed.reset();
    extraction = extract(article);
    found = true;
  };
  const std::string paths[] = {path};
  std::istringstream nothing;
  load(paths, nothing, {take, [](Problem&&) {}});
  if (!found) throw std::runtime_error(path + ": cannot be read");
  return extraction;
}

}  // namespace

GoldArticles GoldArticles::subset(const std::vector<std::size_t>& articles) const {
  GoldArticles result;
  for (const auto article : articles) {
    result.extractions.push_back(extractions[article]);
    result.events.push_back(events[article]);
    result.topics.push_back(topics[article]);
  }
  return result;
}

GoldArticles read_gold_articles(const std::string& folder) {
  GoldArticles gold;
  for (const auto& [file, row] : read_rows(folder)) {
    gold.extractions.push_back(read_article((std::filesystem::path(folder) / file).string(), gold.size()));
    gold.events.push_back(row.event);
    gold.topics.push_back(row.topic);
  }
  return gold;
}

}  // namespace corroborate::reconciliation
