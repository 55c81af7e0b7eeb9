// Pairs as cases, and the regression over them.
#include "train/stories_learner.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "reconcile/term_vectors.h"

namespace corroborate::reconciliation {

namespace {

constexpr double penalty = 3;              // any from 1 to 30 scores alike
constexpr double usual_size = 10;          // of an event; an article counts alike in large ones and small
constexpr double usual_set = 300;          // articles; small sets count as much as large ones
constexpr double alone_weight = 0.5;       // of a pair as it looks in its topic's or event's input alone
constexpr float least_similarity = 0.03F;  // below, a pair is never looked at
constexpr int sweeps = 60;

using Groups = std::map<std::string, std::vector<std::size_t>>;

void add_input(const GoldArticles& gold, const std::vector<std::size_t>& articles, double weight,
               std::vector<PairCase>& cases) {
  const GoldArticles input = gold.subset(articles);
  std::map<std::string, double> sizes_of;
  for (const auto& event : input.events) ++sizes_of[event];
  const Frequencies frequencies = count_terms(input.extractions);
  const auto profiles =
      make_profiles(input.extractions, make_term_vectors(input.extractions, frequencies), frequencies);
  for (std::size_t a = 0; a < input.size(); ++a) {
    for (std::size_t b = a + 1; b < input.size(); ++b) {
      const auto values = compare_articles(profiles[a], profiles[b]);
      if (values[static_cast<std::size_t>(PairFeature::similarity)] < least_similarity) continue;
      const double sizes = sizes_of[input.events[a]] * sizes_of[input.events[b]];
      cases.push_back({values, input.events[a] == input.events[b], weight * usual_size / std::sqrt(sizes)});
    }
  }
}

void add_inputs(const GoldArticles& gold, const std::vector<std::string>& names, std::vector<PairCase>& cases) {
  Groups groups;
  for (std::size_t a = 0; a < gold.size(); ++a) groups[names[a]].push_back(a);
  for (const auto& [name, articles] : groups) add_input(gold, articles, alone_weight, cases);
}

// One feature over all cases, standardised.
struct Column {
  std::vector<double> values;
  double mean = 0, deviation = 1;
};

Column make_column(const std::vector<PairCase>& cases, std::size_t feature) {
  Column column;
  double sum = 0, squares = 0;
  for (const auto& each : cases) {
    const auto value = static_cast<double>(each.values[feature]);
    column.values.push_back(value);
    sum += value;
    squares += value * value;
  }
  const auto count = static_cast<double>(cases.size());
  column.mean = sum / count;
  column.deviation = std::sqrt(std::max(0.0, squares / count - column.mean * column.mean));
  if (column.deviation < 1e-9) column.deviation = 1;
  for (auto& value : column.values) value = (value - column.mean) / column.deviation;
  return column;
}

double hold(double weight, Speaks speaks) {
  return speaks == Speaks::in_favour ? std::max(0.0, weight) : std::min(0.0, weight);
}

// The Newton step along one column: what the weight is to grow by, unheld.
double step(const std::vector<PairCase>& cases, const std::vector<double>& odds, const std::vector<double>* column,
            double pull, double stiffness) {
  double slope = pull, curve = stiffness;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const double chance = 1 / (1 + std::exp(-odds[i]));
    const double value = column ? (*column)[i] : 1;
    slope += cases[i].weight * (chance - (cases[i].same ? 1 : 0)) * value;
    curve += cases[i].weight * std::max(1e-4, chance * (1 - chance)) * value * value;
  }
  return -slope / curve;
}

}  // namespace

void add_cases(const GoldArticles& gold, std::vector<PairCase>& cases) {
  std::vector<std::size_t> all(gold.size());
  for (std::size_t a = 0; a < all.size(); ++a) all[a] = a;
  const std::size_t first = cases.size();
  add_input(gold, all, 1, cases);
  add_inputs(gold, gold.topics, cases);
  add_inputs(gold, gold.events, cases);
  const double share = usual_set / static_cast<double>(gold.size());
  for (std::size_t i = first; i < cases.size(); ++i) cases[i].weight *= share;
}

StoryModel learn_story_model(const std::vector<PairCase>& cases) {
  std::vector<Column> columns;
  for (std::size_t f = 0; f < pair_feature_count; ++f) columns.push_back(make_column(cases, f));
  std::vector<double> odds(cases.size());
  std::array<double, pair_feature_count> weights{};
  double bias = 0;
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    const double grow = step(cases, odds, nullptr, 0, 0);
    bias += grow;
    for (auto& each : odds) each += grow;
    for (std::size_t f = 0; f < pair_feature_count; ++f) {
      const auto& info = pair_feature_infos[f];
      const double learned = weights[f] + step(cases, odds, &columns[f].values, penalty * weights[f], penalty);
      const double wanted = info.fixed != 0 ? info.fixed * columns[f].deviation : hold(learned, info.speaks);
      const double change = wanted - weights[f];
      if (change == 0) continue;
      weights[f] += change;
      for (std::size_t i = 0; i < odds.size(); ++i) odds[i] += change * columns[f].values[i];
    }
  }
  StoryModel model{bias, {}};
  for (std::size_t f = 0; f < pair_feature_count; ++f) {
    model.weights[f] = weights[f] / columns[f].deviation;
    model.bias -= model.weights[f] * columns[f].mean;
  }
  return model;
}

}  // namespace corroborate::reconciliation
