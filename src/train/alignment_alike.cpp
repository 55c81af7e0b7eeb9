// Compares stories by their terms.
#include "train/alignment_alike.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace corroborate::training {

namespace {

using Terms = std::map<std::string, double>;

// Each weighs as its features do in the articles together, in logarithms.
Terms terms_of(const std::vector<Extraction>& articles) {
  Terms terms;
  for (const auto& article : articles)
    for (const auto& feature : article.features) terms[feature.term] += static_cast<double>(feature.weight);
  for (auto& [term, weight] : terms) weight = std::log1p(weight);
  return terms;
}

void weigh(Terms& terms, const std::map<std::string, int>& stories, double all) {
  double squares = 0;
  for (auto& [term, weight] : terms) {
    weight *= std::log(all / stories.at(term));
    squares += weight * weight;
  }
  for (auto& [term, weight] : terms) weight /= squares > 0 ? std::sqrt(squares) : 1;
}

double cosine(const Terms& a, const Terms& b) {
  double sum = 0;
  for (const auto& [term, weight] : a)
    if (const auto at = b.find(term); at != b.end()) sum += weight * at->second;
  return sum;
}

}  // namespace

std::vector<std::set<std::size_t>> own_stories_alike(const Gold& gold, std::size_t count) {
  std::vector<Terms> topics, own;
  for (const auto& topic : gold.topics) topics.push_back(terms_of(topic.extractions));  // none of our own
  for (const auto& story : gold.kept) own.push_back(terms_of(*story));
  std::map<std::string, int> stories;
  for (const auto* list : {&topics, &own})
    for (const auto& terms : *list)
      for (const auto& [term, weight] : terms) ++stories[term];
  for (auto* list : {&topics, &own})
    for (auto& terms : *list) weigh(terms, stories, static_cast<double>(topics.size() + own.size()));
  std::vector<std::set<std::size_t>> alike(topics.size());
  for (std::size_t t = 0; t < topics.size(); ++t) {
    if (topics[t].empty()) continue;
    std::vector<std::pair<double, std::size_t>> nearest;
    for (std::size_t o = 0; o < own.size(); ++o) nearest.emplace_back(-cosine(topics[t], own[o]), o);
    std::ranges::sort(nearest);
    for (std::size_t i = 0; i < std::min(count, nearest.size()); ++i) alike[t].insert(nearest[i].second);
  }
  return alike;
}

}  // namespace corroborate::training
