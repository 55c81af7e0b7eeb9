// Learns the attribution model: train_attributions MODEL ARTICLES.jsonl
//
// Rankings by averaged perceptrons with a margin, yes/no decisions by logistic regression. Deterministic: articles and
// epochs have one order. Rates of lemmas are those of the other folds' articles, as for unseen text.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <map>
#include <string>

#include "extract/content_ranker.h"
#include "extract/cue_classifier.h"
#include "extract/run_on_quotes.h"
#include "extract/source_ranker.h"
#include "extract/train_gold.h"

namespace corroborate::extraction {
namespace {

constexpr std::size_t fold_count = 8;
using Keys = std::vector<std::uint32_t>;

Keys copy(const FeatureKeys& keys) { return {keys.all().begin(), keys.all().end()}; }

// ---- rates of lemmas

struct Counts {
  std::array<std::uint32_t, fold_count> uses{}, cues{}, sources{};
};

std::uint8_t rate_class(std::uint32_t part, std::uint32_t all) {
  if (part < 2 || all == 0) return 0;
  const double rate = static_cast<double>(part) / all;
  constexpr double limits[] = {0.004, 0.02, 0.06, 0.15, 0.3, 0.5, 0.75};
  return static_cast<std::uint8_t>(std::upper_bound(std::begin(limits), std::end(limits), rate) - std::begin(limits));
}

// The classes as seen without one fold; fold_count = with all.
std::vector<LemmaClass> lemma_classes(const std::map<std::uint32_t, Counts>& counts, std::size_t without) {
  std::vector<LemmaClass> classes;
  for (const auto& [key, count] : counts) {
    std::uint32_t uses = 0, cues = 0, sources = 0;
    for (std::size_t fold = 0; fold < fold_count; ++fold) {
      if (fold == without) continue;
      uses += count.uses[fold];
      cues += count.cues[fold];
      sources += count.sources[fold];
    }
    const LemmaClass entry{key, rate_class(cues, uses), rate_class(sources, uses), 0};
    if (entry.cue != 0 || entry.source != 0) classes.push_back(entry);
  }
  return classes;
}

std::map<std::uint32_t, Counts> count_lemmas(const std::vector<GoldArticle>& articles) {
  std::map<std::uint32_t, Counts> counts;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto& analysis = *articles[i].analysis;
    const auto key = [&](std::size_t t) { return lemma_key(analysis.lemma(t), analysis.token(t).upos); };
    for (std::size_t t = 0; t < analysis.size(); ++t) {
      if (!articles[i].in_content[t]) ++counts[key(t)].uses[i % fold_count];
    }
    for (const auto& gold : articles[i].attributions) {
      ++counts[key(gold.cue)].cues[i % fold_count];
      if (gold.source != SIZE_MAX) ++counts[key(gold.source)].sources[i % fold_count];
    }
  }
  return counts;
}

// ---- learners

class Perceptron {
 public:
  explicit Perceptron(Task task) : mask_((1u << table_bits[static_cast<std::size_t>(task)]) - 1), weights_(mask_ + 1), sums_(mask_ + 1) {}
  WeightTable table() const { return {nullptr, weights_.data(), mask_, 1}; }
  float score(const Keys& keys) const {
    float sum = 0;
    for (const auto key : keys) sum += weights_[key & mask_];
    return sum;
  }
  void add(std::span<const std::uint32_t> keys, float amount) {
    for (const auto key : keys) {
      weights_[key & mask_] += amount;
      sums_[key & mask_] += amount * static_cast<double>(step_);
    }
  }
  void next() { ++step_; }
  std::vector<float> averaged() const {
    std::vector<float> result(weights_.size());
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = static_cast<float>(weights_[i] - sums_[i] / static_cast<double>(step_));
    return result;
  }

 private:
  std::uint32_t mask_;
  std::vector<float> weights_;
  std::vector<double> sums_;
  std::uint64_t step_ = 1;
};

struct YesNo {
  Keys keys;
  bool yes;
};

std::vector<float> learn_yes_no(Task task, const std::vector<YesNo>& cases, int epochs) {
  const std::uint32_t mask = (1u << table_bits[static_cast<std::size_t>(task)]) - 1;
  std::vector<float> weights(mask + 1), squares(mask + 1);
  constexpr float rate = 0.1f, decay = 1e-6f;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const auto& each = cases[(i * 7919 + static_cast<std::size_t>(epoch) * 104729) % cases.size()];
      float sum = 0;
      for (const auto key : each.keys) sum += weights[key & mask];
      const float slope = 1 / (1 + std::exp(-sum)) - (each.yes ? 1.0f : 0.0f);
      for (const auto key : each.keys) {
        float& weight = weights[key & mask];
        const float gradient = slope + decay * weight;
        squares[key & mask] += gradient * gradient;
        weight -= rate * gradient / (std::sqrt(squares[key & mask]) + 1e-3f);
      }
    }
  }
  return weights;
}

struct Ranking {
  std::vector<Keys> candidates;
  std::size_t right;
};

std::vector<float> learn_ranking(Task task, const std::vector<Ranking>& cases, int epochs) {
  Perceptron learner(task);
  std::size_t wrong = 0;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    wrong = 0;
    for (const auto& each : cases) {
      std::size_t best = each.right;
      float best_score = learner.score(each.candidates[each.right]);
      for (std::size_t i = 0; i < each.candidates.size(); ++i) {
        if (i == each.right) continue;
        const float score = learner.score(each.candidates[i]) + 1;
        if (score > best_score) {
          best_score = score;
          best = i;
        }
      }
      if (best != each.right) {
        learner.add(each.candidates[each.right], 1);
        learner.add(each.candidates[best], -1);
        ++wrong;
      }
      learner.next();
    }
  }
  fmt::print("  {} rankings, {} wrong or narrow in the last epoch\n", cases.size(), wrong);
  return learner.averaged();
}

// ---- content

struct ContentCase {
  const GoldArticle* article;
  const TokenAtoms* atoms;
  const GoldAttribution* gold;
};

// Overlap of a candidate with the gold content in the same sentences, in words.
class Overlap {
 public:
  Overlap(const TokenAtoms& atoms, const GoldAttribution& gold, TokenIndex begin, TokenIndex end) : begin_(begin), gold_(end - begin + 1), words_(end - begin + 1) {
    for (auto t = begin; t < end; ++t) {
      const bool word = atoms.mark[t] == 0;
      const bool in = word && std::any_of(gold.content.begin(), gold.content.end(), [&](const TokenRange& range) { return range.holds(t); });
      words_[t - begin + 1] = words_[t - begin] + word;
      gold_[t - begin + 1] = gold_[t - begin] + in;
    }
  }
  int all() const { return gold_.back(); }
  template <typename Ranges>
  float of(const Ranges& ranges) const {
    int words = 0, gold = 0;
    for (const auto& range : ranges) {
      words += words_[range.end - begin_] - words_[range.begin - begin_];
      gold += gold_[range.end - begin_] - gold_[range.begin - begin_];
    }
    const int most = std::max(words, all());
    return most == 0 ? 0 : static_cast<float>(gold) / static_cast<float>(most);
  }

 private:
  TokenIndex begin_;
  std::vector<int> gold_, words_;
};

bool same(const std::vector<TokenRange>& a, const std::vector<TokenRange>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const TokenRange& x, const TokenRange& y) { return x.begin == y.begin && x.end == y.end; });
}

// Exact boundaries weigh beyond the words they share.
float edge_bonus(const ContentCase& each, TokenRange first, TokenRange last) {
  float bonus = 0;
  for (const auto& range : each.gold->content) bonus += (range.begin == first.begin ? 0.02f : 0.0f) + (range.end == last.end ? 0.02f : 0.0f);
  return bonus;
}

std::vector<float> learn_content(const std::vector<ContentCase>& cases, int epochs) {
  Perceptron learner(Task::content);
  const auto table = learner.table();
  struct Target {
    ContentMode mode;
    std::vector<TokenRange> ranges;
  };
  std::vector<Target> targets(cases.size());
  FeatureKeys keys;
  std::vector<float> zero(1);
  for (int epoch = -1; epoch < epochs; ++epoch) {
    std::size_t wrong = 0, used = 0;
    double overlap_sum = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const auto& each = cases[i];
      const CueView view(*each.atoms, each.gold->cue);
      const auto number = each.article->analysis->sentence_of(each.gold->cue);
      const Overlap overlap(*each.atoms, *each.gold, number > 0 ? each.article->analysis->sentence(number - 1).begin : view.begin, view.end);
      if (overlap.all() == 0) continue;
      ContentRanker ranker(view, *each.atoms, epoch < 0 ? WeightTable{nullptr, zero.data(), 0, 1} : table, {each.gold->cue_range, each.gold->source_range});
      if (epoch < 0) {
        const auto best = ranker.best([&](const auto& ranges) {
          const float share = overlap.of(ranges);
          return share + edge_bonus(each, *ranges.begin(), *(ranges.end() - 1)) - 0.001f * static_cast<float>(ranges.size());
        });
        if (!best.ranges.empty() && overlap.of(best.ranges) >= 0.5f) targets[i] = {best.mode, best.ranges};
        continue;
      }
      const auto& target = targets[i];
      if (target.ranges.empty()) continue;
      ++used;
      const auto best = ranker.best([&](const auto& ranges) {
        const bool right = ranges.size() == target.ranges.size() && ranges.begin()->begin == target.ranges.front().begin &&
                           (ranges.end() - 1)->end == target.ranges.back().end;
        return right ? 0.0f : 0.5f + 2 * (1 - overlap.of(ranges));
      });
      overlap_sum += overlap.of(best.ranges);
      if (best.mode != target.mode || !same(best.ranges, target.ranges)) {
        keys.clear();
        ranker.add_features(target.mode, target.ranges, keys);
        learner.add(keys.all(), 1);
        keys.clear();
        ranker.add_features(best.mode, best.ranges, keys);
        learner.add(keys.all(), -1);
        ++wrong;
      }
      learner.next();
    }
    if (epoch >= 0) fmt::print("  epoch {}: {} contents, {} wrong or narrow, overlap {:.3f}\n", epoch, used, wrong, overlap_sum / static_cast<double>(used));
    std::fflush(stdout);
  }
  return learner.averaged();
}

// ---- all tasks

void add_span_cases(const CueView& view, const TokenAtoms& atoms, TokenRange range, std::size_t reach, std::vector<Ranking>& begins, std::vector<Ranking>& lasts) {
  FeatureKeys keys;
  const auto collect = [&](const std::vector<std::size_t>& candidates, std::size_t wanted, auto add, std::vector<Ranking>& cases) {
    const auto right = std::find(candidates.begin(), candidates.end(), wanted);
    if (right == candidates.end() || candidates.size() < 2) return;
    auto& each = cases.emplace_back();
    each.right = static_cast<std::size_t>(right - candidates.begin());
    for (const auto candidate : candidates) {
      keys.clear();
      add(view, atoms, candidate, keys);
      each.candidates.push_back(copy(keys));
    }
  };
  collect(span_begins(view, reach), range.begin, add_begin_features, begins);
  collect(span_lasts(view, reach), range.end - 1u, add_last_features, lasts);
}

void add_run_on_cases(const ContentCase& each, std::vector<YesNo>& cases) {
  const auto& atoms = *each.atoms;
  const auto& analysis = atoms.analysis;
  const auto& gold = *each.gold;
  // What the content in the cue's sentence is, as the ranker would find it.
  ContentChoice content;
  const auto& sentence = analysis.sentence(analysis.sentence_of(gold.cue));
  for (auto range : gold.content) {
    if (range.begin < sentence.end) content.ranges.push_back({range.begin, std::min<TokenIndex>(range.end, sentence.end)});
  }
  if (content.ranges.empty()) return;
  const auto first = content.ranges.front().begin;
  content.mode = first < sentence.begin ? ContentMode::previous : first > gold.cue ? ContentMode::after : content.ranges.back().begin > gold.cue ? ContentMode::around : ContentMode::before;
  widen_to_quotations(analysis, {gold.cue_range, gold.source_range}, content.ranges);
  std::size_t end = run_on_start(analysis, gold.cue, content.ranges);
  FeatureKeys keys;
  for (std::size_t count = 0; count < most_run_ons; ++count) {
    const auto next = next_quotation(atoms, end, count);
    if (next.quotation.begin == next.quotation.end) return;
    int in = 0, all = 0;
    for (auto t = next.quotation.begin; t < next.quotation.end; ++t) {
      ++all;
      in += std::any_of(gold.content.begin(), gold.content.end(), [&](const TokenRange& range) { return range.holds(t); });
    }
    keys.clear();
    add_run_on_features(atoms, gold.cue, content, next, keys);
    const bool yes = in * 2 > all;
    cases.push_back({copy(keys), yes});
    if (!yes) return;
    content.ranges.push_back(next.quotation);
    end = next.quotation.end;
  }
}

void write_model(const std::string& path, const std::vector<LemmaClass>& lemmas, const std::array<std::vector<float>, task_count>& weights) {
  AttributionHeader header{};
  std::copy(attribution_magic.begin(), attribution_magic.end(), header.magic);
  header.lemma_count = static_cast<std::uint32_t>(lemmas.size());
  std::string tables;
  for (std::size_t task = 0; task < task_count; ++task) {
    std::vector<float> sizes;
    for (const float weight : weights[task]) {
      if (weight != 0) sizes.push_back(std::abs(weight));
    }
    std::sort(sizes.begin(), sizes.end());
    // One weight in five hundred is cut to the largest step.
    const float largest = sizes.empty() ? 1 : sizes[static_cast<std::size_t>(static_cast<double>(sizes.size() - 1) * 0.9995)];
    header.scale[task] = largest / 127;
    for (const float weight : weights[task]) {
      tables += static_cast<char>(static_cast<std::int8_t>(std::lround(std::clamp(weight / header.scale[task], -127.0f, 127.0f))));
    }
    fmt::print("task {}: {} weights, largest {:.2f} of {:.2f}\n", task, sizes.size(), largest, sizes.empty() ? 0 : sizes.back());
  }
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(reinterpret_cast<const char*>(lemmas.data()), static_cast<std::streamsize>(lemmas.size() * sizeof(LemmaClass)));
  file.write(tables.data(), static_cast<std::streamsize>(tables.size()));
}

void train(const std::string& model_path, const std::string& articles_path) {
  const auto articles = read_gold(articles_path, "train");
  fmt::print("{} articles\n", articles.size());
  std::fflush(stdout);
  const auto counts = count_lemmas(articles);
  std::vector<std::vector<LemmaClass>> classes;
  std::vector<AttributionModel> views(fold_count);
  for (std::size_t fold = 0; fold <= fold_count; ++fold) classes.push_back(lemma_classes(counts, fold));
  for (std::size_t fold = 0; fold < fold_count; ++fold) views[fold].lemmas = classes[fold];

  std::vector<std::unique_ptr<TokenAtoms>> atoms;
  std::vector<YesNo> cues, run_ons;
  std::vector<Ranking> sources, source_begins, source_lasts, cue_begins, cue_lasts;
  std::vector<ContentCase> contents;
  FeatureKeys keys;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto& article = articles[i];
    atoms.push_back(std::make_unique<TokenAtoms>(*article.analysis, *article.entities, views[i % fold_count]));
    const auto& here = *atoms.back();
    std::vector<bool> is_cue(article.analysis->size());
    for (const auto& gold : article.attributions) is_cue[gold.cue] = true;
    for (std::size_t t = 0; t < article.analysis->size(); ++t) {
      if (!may_be_cue(here, t)) continue;
      keys.clear();
      add_cue_features(here, t, keys);
      cues.push_back({copy(keys), is_cue[t]});
    }
    for (const auto& gold : article.attributions) {
      const CueView view(here, gold.cue);
      add_span_cases(view, here, gold.cue_range, cue_reach, cue_begins, cue_lasts);
      if (gold.source != SIZE_MAX) add_span_cases(CueView(here, gold.source), here, gold.source_range, source_reach, source_begins, source_lasts);
      const auto candidates = source_candidates(view, here);
      const auto right = std::find(candidates.begin(), candidates.end(), gold.source);
      if (right != candidates.end()) {
        auto& each = sources.emplace_back();
        each.right = static_cast<std::size_t>(right - candidates.begin());
        for (const auto candidate : candidates) {
          keys.clear();
          add_source_features(view, here, candidate, keys);
          each.candidates.push_back(copy(keys));
        }
      }
      contents.push_back({&article, &here, &gold});
      add_run_on_cases(contents.back(), run_ons);
    }
  }
  fmt::print("{} cue candidates, {} attributions, {} run-on quotations\n", cues.size(), contents.size(), run_ons.size());
  std::fflush(stdout);
  std::array<std::vector<float>, task_count> weights;
  const auto at = [&](Task task) -> std::vector<float>& { return weights[static_cast<std::size_t>(task)]; };
  at(Task::cue) = learn_yes_no(Task::cue, cues, 6);
  at(Task::run_on) = learn_yes_no(Task::run_on, run_ons, 10);
  at(Task::source) = learn_ranking(Task::source, sources, 6);
  at(Task::source_begin) = learn_ranking(Task::source_begin, source_begins, 6);
  at(Task::source_end) = learn_ranking(Task::source_end, source_lasts, 6);
  at(Task::cue_begin) = learn_ranking(Task::cue_begin, cue_begins, 6);
  at(Task::cue_end) = learn_ranking(Task::cue_end, cue_lasts, 6);
  at(Task::content) = learn_content(contents, 5);
  write_model(model_path, classes.back(), weights);
}

}  // namespace
}  // namespace corroborate::extraction

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: train_attributions MODEL ARTICLES.jsonl\n");
    return 2;
  }
  corroborate::extraction::train(argv[1], argv[2]);
  return 0;
}
