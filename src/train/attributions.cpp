// Learns the attribution model: train_attributions MODEL ARTICLES.jsonl
//
// First the decisions one by one, each from the annotation; then, over what those give for the half of the articles
// that they have not seen, the second pass: which of the attributions found are to be kept.
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

#include "extract/speakers/learned/candidates.h"
#include "extract/speakers/learned/cue_classifier.h"
#include "extract/speakers/learned/run_on_quotes.h"
#include "extract/speakers/learned/source_ranker.h"
#include "train/attributions_content.h"
#include "train/attributions_gold.h"
#include "train/attributions_learners.h"

namespace corroborate::extraction {
namespace {

constexpr std::size_t fold_count = 8;
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

std::map<std::uint32_t, Counts> count_lemmas(const std::vector<const GoldArticle*>& articles) {
  std::map<std::uint32_t, Counts> counts;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto& analysis = *articles[i]->analysis;
    const auto key = [&](std::size_t t) { return lemma_key(analysis.lemma(t), analysis.token(t).upos); };
    for (std::size_t t = 0; t < analysis.size(); ++t) {
      if (!articles[i]->in_content[t]) ++counts[key(t)].uses[i % fold_count];
    }
    for (const auto& gold : articles[i]->attributions) {
      ++counts[key(gold.cue)].cues[i % fold_count];
      if (gold.source != SIZE_MAX) ++counts[key(gold.source)].sources[i % fold_count];
    }
  }
  return counts;
}

// ---- all tasks

void add_span_cases(const CueView& view, const TokenAtoms& atoms, TokenRange range, std::size_t reach,
                    std::vector<Ranking>& begins, std::vector<Ranking>& lasts) {
  FeatureKeys keys;
  const auto collect = [&](const std::vector<std::size_t>& candidates, std::size_t wanted, auto add,
                           std::vector<Ranking>& cases) {
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
    if (range.begin < sentence.end)
      content.ranges.push_back({range.begin, std::min<TokenIndex>(range.end, sentence.end)});
  }
  if (content.ranges.empty()) return;
  const auto first = content.ranges.front().begin;
  content.mode = first < sentence.begin                   ? ContentMode::previous
                 : first > gold.cue                       ? ContentMode::after
                 : content.ranges.back().begin > gold.cue ? ContentMode::around
                                                          : ContentMode::before;
  widen_to_quotations(analysis, {gold.cue_range, gold.source_range}, content.ranges);
  std::size_t end = run_on_start(analysis, gold.cue, content.ranges);
  FeatureKeys keys;
  for (std::size_t count = 0; count < most_run_ons; ++count) {
    const auto next = next_quotation(atoms, end, count);
    if (next.quotation.begin == next.quotation.end) return;
    int in = 0, all = 0;
    for (auto t = next.quotation.begin; t < next.quotation.end; ++t) {
      ++all;
      in += std::any_of(gold.content.begin(), gold.content.end(),
                        [&](const TokenRange& range) { return range.holds(t); });
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

void write_model(const std::string& path, const std::vector<LemmaClass>& lemmas,
                 const std::array<std::vector<float>, task_count>& weights) {
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
    const float largest =
        sizes.empty() ? 1 : sizes[static_cast<std::size_t>(static_cast<double>(sizes.size() - 1) * 0.9995)];
    header.scale[task] = largest / 127;
    for (const float weight : weights[task]) {
      tables += static_cast<char>(
          static_cast<std::int8_t>(std::lround(std::clamp(weight / header.scale[task], -127.0f, 127.0f))));
    }
    fmt::print("task {}: {} weights, largest {:.2f} of {:.2f}\n", task, sizes.size(), largest,
               sizes.empty() ? 0 : sizes.back());
  }
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(reinterpret_cast<const char*>(lemmas.data()),
             static_cast<std::streamsize>(lemmas.size() * sizeof(LemmaClass)));
  file.write(tables.data(), static_cast<std::streamsize>(tables.size()));
}

using Articles = std::vector<const GoldArticle*>;

// What one training gives, and the model that it is.
struct Learned {
  std::vector<LemmaClass> lemmas;
  std::array<std::vector<float>, task_count> weights;

  std::vector<float>& operator[](Task task) { return weights[static_cast<std::size_t>(task)]; }
  AttributionModel model() const {
    AttributionModel model;
    model.lemmas = lemmas;
    for (std::size_t task = 0; task < task_count; ++task) {
      const auto& live = weights[task];
      if (!live.empty()) model.tables[task] = {nullptr, live.data(), static_cast<std::uint32_t>(live.size() - 1), 1};
    }
    return model;
  }
};

// The cases of the first pass, from all articles.
struct Cases {
  std::vector<std::unique_ptr<TokenAtoms>> atoms;
  std::vector<YesNo> cues, run_ons;
  std::vector<Ranking> sources, source_begins, source_lasts, cue_begins, cue_lasts;
  std::vector<ContentCase> contents;
};

void add_cue_cases(const GoldArticle& article, const TokenAtoms& atoms, std::vector<YesNo>& cases) {
  std::vector<bool> is_cue(article.analysis->size());
  for (const auto& gold : article.attributions) is_cue[gold.cue] = true;
  FeatureKeys keys;
  for (std::size_t t = 0; t < article.analysis->size(); ++t) {
    if (!may_be_cue(atoms, t)) continue;
    keys.clear();
    add_cue_features(atoms, t, keys);
    cases.push_back({copy(keys), is_cue[t]});
  }
}

void add_source_case(const CueView& view, const TokenAtoms& atoms, std::size_t wanted, std::vector<Ranking>& cases) {
  const auto candidates = source_candidates(view, atoms);
  const auto right = std::find(candidates.begin(), candidates.end(), wanted);
  if (right == candidates.end()) return;
  auto& each = cases.emplace_back();
  each.right = static_cast<std::size_t>(right - candidates.begin());
  FeatureKeys keys;
  for (const auto candidate : candidates) {
    keys.clear();
    add_source_features(view, atoms, candidate, keys);
    each.candidates.push_back(copy(keys));
  }
}

void add_article(const GoldArticle& article, const AttributionModel& lemmas, Cases& cases) {
  cases.atoms.push_back(std::make_unique<TokenAtoms>(*article.analysis, *article.entities, lemmas));
  const auto& atoms = *cases.atoms.back();
  add_cue_cases(article, atoms, cases.cues);
  for (const auto& gold : article.attributions) {
    const CueView view(atoms, gold.cue);
    add_span_cases(view, atoms, gold.cue_range, cue_reach, cases.cue_begins, cases.cue_lasts);
    if (gold.source != SIZE_MAX) {
      add_span_cases(CueView(atoms, gold.source), atoms, gold.source_range, source_reach, cases.source_begins,
                     cases.source_lasts);
    }
    add_source_case(view, atoms, gold.source, cases.sources);
    cases.contents.push_back({&article, &atoms, &gold});
    add_run_on_cases(cases.contents.back(), cases.run_ons);
  }
}

Learned learn_first_pass(const Articles& articles) {
  const auto counts = count_lemmas(articles);
  std::vector<std::vector<LemmaClass>> classes;
  std::vector<AttributionModel> views(fold_count);
  for (std::size_t fold = 0; fold <= fold_count; ++fold) classes.push_back(lemma_classes(counts, fold));
  for (std::size_t fold = 0; fold < fold_count; ++fold) views[fold].lemmas = classes[fold];
  Cases cases;
  for (std::size_t i = 0; i < articles.size(); ++i) add_article(*articles[i], views[i % fold_count], cases);
  fmt::print("{} cue candidates, {} attributions, {} run-on quotations\n", cases.cues.size(), cases.contents.size(),
             cases.run_ons.size());
  std::fflush(stdout);
  Learned learned;
  learned.lemmas = std::move(classes.back());
  learned[Task::cue] = learn_yes_no(Task::cue, cases.cues, 6);
  learned[Task::run_on] = learn_yes_no(Task::run_on, cases.run_ons, 10);
  learned[Task::source] = learn_ranking(Task::source, cases.sources, 6);
  learned[Task::source_begin] = learn_ranking(Task::source_begin, cases.source_begins, 6);
  learned[Task::source_end] = learn_ranking(Task::source_end, cases.source_lasts, 6);
  learned[Task::cue_begin] = learn_ranking(Task::cue_begin, cases.cue_begins, 6);
  learned[Task::cue_end] = learn_ranking(Task::cue_end, cases.cue_lasts, 6);
  learned[Task::content] = learn_content(cases.contents, 5);
  return learned;
}

// ---- the second pass

// At least half of the words of either content are the other's too.
bool is_right(const TokenAtoms& atoms, const LearnedAttribution& found, const GoldAttribution& gold) {
  const auto holds = [](const std::vector<TokenRange>& ranges, std::size_t t) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const TokenRange& range) { return range.holds(t); });
  };
  std::size_t both = 0, all = 0;
  for (const auto* side : {&found.content.ranges, &gold.content}) {
    for (const auto& range : *side) {
      for (auto t = range.begin; t < range.end; ++t) {
        if (!atoms.is_word(t)) continue;
        ++all;
        both += holds(found.content.ranges, t) && holds(gold.content, t);
      }
    }
  }
  return all > 0 && both * 2 > all;  // each shared word is met twice
}

void add_keep_cases(const GoldArticle& article, const AttributionModel& model, std::vector<YesNo>& cases) {
  const TokenAtoms atoms(*article.analysis, *article.entities, model);
  const auto candidates = read_candidates(atoms, model);
  const Candidates all(atoms, candidates);
  FeatureKeys keys;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto gold =
        std::find_if(article.attributions.begin(), article.attributions.end(),
                     [&](const GoldAttribution& each) { return each.cue_range.holds(candidates[i].cue); });
    keys.clear();
    all.add_features(i, keys);
    cases.push_back({copy(keys), gold != article.attributions.end() && is_right(atoms, candidates[i], *gold)});
  }
}

// Every half is read with what was learned on the other.
std::vector<YesNo> cross_predict(const Articles& articles) {
  std::vector<YesNo> cases;
  for (std::size_t half = 0; half < 2; ++half) {
    Articles others;
    for (std::size_t i = 0; i < articles.size(); ++i)
      if (i % 2 != half) others.push_back(articles[i]);
    const Learned learned = learn_first_pass(others);
    for (std::size_t i = half; i < articles.size(); i += 2) add_keep_cases(*articles[i], learned.model(), cases);
  }
  return cases;
}

void train(const std::string& model_path, const std::string& articles_path) {
  const auto read = read_gold(articles_path, "train");
  Articles articles;
  for (const auto& article : read) articles.push_back(&article);
  fmt::print("{} articles\n", articles.size());
  const auto keep_cases = cross_predict(articles);
  fmt::print("{} attributions to keep or not\n", keep_cases.size());
  Learned learned = learn_first_pass(articles);
  learned[Task::keep] = learn_yes_no(Task::keep, keep_cases, 10);
  write_model(model_path, learned.lemmas, learned.weights);
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
