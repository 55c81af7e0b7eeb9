// Leave-topics-out evaluation: B-cubed (Bagga and Baldwin 1998) over articles, twin events, single events read alone.
#include "train/stories_evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "reconcile/stories.h"
#include "train/stories_learner.h"

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t fold_count = 5;
constexpr unsigned deals = 4;

struct Figures {
  double precision = 0, recall = 0, f1 = 0;  // B-cubed, in percent
  double apart = 100;                        // pairs of the two events of a topic, in percent
  std::size_t split_alone = 0;               // events that fall apart when read alone
  std::size_t lost_alone = 0;                // their articles outside the largest part
};

using Labels = std::vector<std::size_t>;  // story by article

void add_labels(const GoldArticles& gold, const std::vector<std::size_t>& articles, const StoryModel& model,
                Labels& labels) {
  for (const auto& group : group_stories(gold.subset(articles).extractions, model)) {
    for (const auto article : group) labels[articles[article]] = articles[group.front()];
  }
}

double count_b_cubed(const GoldArticles& gold, const Labels& labels, bool precision) {
  double sum = 0;
  for (std::size_t a = 0; a < gold.size(); ++a) {
    double both = 0, all = 0;
    for (std::size_t b = 0; b < gold.size(); ++b) {
      const bool event = gold.events[a] == gold.events[b], story = labels[a] == labels[b];
      both += event && story;
      all += precision ? story : event;
    }
    sum += both / all;
  }
  return 100 * sum / static_cast<double>(gold.size());
}

double share_apart(const GoldArticles& gold, const Labels& labels) {
  std::size_t twins = 0, apart = 0;
  for (std::size_t a = 0; a < gold.size(); ++a) {
    for (std::size_t b = a + 1; b < gold.size(); ++b) {
      if (gold.topics[a] != gold.topics[b] || gold.events[a] == gold.events[b]) continue;
      ++twins;
      apart += labels[a] != labels[b];
    }
  }
  return twins == 0 ? 100 : 100 * static_cast<double>(apart) / static_cast<double>(twins);
}

using Folds = std::vector<std::size_t>;  // by article

void count_alone(const GoldArticles& gold, const Folds& folds, const std::vector<StoryModel>& models,
                 Figures& figures) {
  std::map<std::string, std::vector<std::size_t>> events;
  for (std::size_t a = 0; a < gold.size(); ++a) events[gold.events[a]].push_back(a);
  for (const auto& [event, articles] : events) {
    std::size_t largest = 0;
    for (const auto& group : group_stories(gold.subset(articles).extractions, models[folds[articles.front()]])) {
      largest = std::max(largest, group.size());
    }
    figures.lost_alone += articles.size() - largest;
    figures.split_alone += largest < articles.size();
  }
}

// The figures of articles that are read fold by fold, each with the model of its fold.
Figures measure(const GoldArticles& gold, const Folds& folds, const std::vector<StoryModel>& models) {
  Labels labels(gold.size());
  for (std::size_t fold = 0; fold < models.size(); ++fold) {
    std::vector<std::size_t> articles;
    for (std::size_t a = 0; a < gold.size(); ++a) {
      if (folds[a] == fold) articles.push_back(a);
    }
    add_labels(gold, articles, models[fold], labels);
  }
  Figures figures;
  figures.precision = count_b_cubed(gold, labels, true);
  figures.recall = count_b_cubed(gold, labels, false);
  figures.f1 = 2 * figures.precision * figures.recall / (figures.precision + figures.recall);
  figures.apart = share_apart(gold, labels);
  count_alone(gold, folds, models, figures);
  return figures;
}

void print(std::string_view what, std::size_t set, const Figures& figures) {
  fmt::print("{:14} set {}: B3 P {:5.1f} R {:5.1f} F1 {:5.1f}, twins apart {:5.1f} %, ", what, set + 1,
             figures.precision, figures.recall, figures.f1, figures.apart);
  fmt::print("read alone {} events split, {} articles lost\n", figures.split_alone, figures.lost_alone);
  std::fflush(stdout);
}

// Fisher-Yates by a generator whose numbers are the same everywhere.
Folds deal(const GoldArticles& gold, unsigned seed) {
  const std::set<std::string> sorted(gold.topics.begin(), gold.topics.end());
  std::vector<std::string> topics(sorted.begin(), sorted.end());
  std::mt19937 random(seed);
  for (std::size_t i = topics.size(); i > 1; --i) std::swap(topics[i - 1], topics[random() % i]);
  Folds folds;
  for (const auto& topic : gold.topics) {
    const auto place = std::find(topics.begin(), topics.end(), topic) - topics.begin();
    folds.push_back(static_cast<std::size_t>(place) % fold_count);
  }
  return folds;
}

GoldArticles without(const GoldArticles& gold, const Folds& folds, std::size_t fold) {
  std::vector<std::size_t> articles;
  for (std::size_t a = 0; a < gold.size(); ++a) {
    if (folds[a] != fold) articles.push_back(a);
  }
  return gold.subset(articles);
}

void evaluate_deal(const std::vector<GoldArticles>& sets, unsigned seed, std::vector<Figures>& sums) {
  std::vector<Folds> folds;
  for (const auto& set : sets) folds.push_back(deal(set, seed));
  std::vector<StoryModel> models;
  for (std::size_t fold = 0; fold < fold_count; ++fold) {
    std::vector<PairCase> cases;
    for (std::size_t s = 0; s < sets.size(); ++s) add_cases(without(sets[s], folds[s], fold), cases);
    models.push_back(learn_story_model(cases));
  }
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const Figures figures = measure(sets[s], folds[s], models);
    print(fmt::format("left out, {}", seed + 1), s, figures);
    sums[s].f1 += figures.f1 / deals;
    sums[s].apart += figures.apart / deals;
  }
}

}  // namespace

void evaluate(const std::vector<GoldArticles>& sets) {
  std::vector<Figures> sums(sets.size(), {0, 0, 0, 0, 0, 0});
  for (unsigned seed = 0; seed < deals; ++seed) evaluate_deal(sets, seed, sums);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    fmt::print("mean           set {}: F1 {:5.1f}, twins apart {:5.1f} %\n", s + 1, sums[s].f1, sums[s].apart);
  }
  for (std::size_t s = 0; s < sets.size() && sets.size() > 1; ++s) {
    std::vector<PairCase> cases;
    for (std::size_t other = 0; other < sets.size(); ++other) {
      if (other != s) add_cases(sets[other], cases);
    }
    print("others' model", s, measure(sets[s], Folds(sets[s].size()), {learn_story_model(cases)}));
  }
}

}  // namespace corroborate::reconciliation
