// The tagger's training: averaged perceptron, greedy from left to right over its own guesses.
#include "train/syntax_tagger.h"

#include <algorithm>
#include <array>
#include <map>

#include "syntax/tag_features.h"
#include "train/syntax_threads.h"

namespace corroborate::syntax {

namespace {

using TagCounts = std::map<std::uint8_t, int>;

constexpr int least_for_class = 3;       // occurrences of a word before its tags are trusted
constexpr int least_for_fixed_tag = 15;  // and before it is not looked at any more
constexpr std::size_t most_classes = 250;

// The tags that make up at least a thirtieth of a word's occurrences, most frequent first.
std::vector<std::uint8_t> usual_tags(const TagCounts& counts, int total) {
  std::vector<std::pair<int, std::uint8_t>> ranked;
  for (const auto& [tag, count] : counts)
    if (count * 30 >= total && (count > 1 || total < 10)) ranked.emplace_back(-count, tag);
  std::ranges::sort(ranked);
  std::vector<std::uint8_t> tags;
  for (const auto& [count, tag] : ranked) tags.push_back(tag);
  return tags;
}

struct WordCounts {
  TagCounts tags;
  int total = 0;
};

std::map<Key, WordCounts> count_words(const Sentences& sentences) {
  std::map<Key, WordCounts> words;
  for (const auto* sentence : sentences) {
    for (const auto& token : *sentence) {
      auto& counts = words[token.word.form];
      ++counts.tags[token.gold_tag];
      ++counts.total;
    }
  }
  return words;
}

// Numbers for the most frequent ambiguity classes, from 1.
std::map<std::vector<std::uint8_t>, std::uint8_t> number_classes(const std::map<Key, WordCounts>& words) {
  std::map<std::vector<std::uint8_t>, int> frequency;
  for (const auto& [key, counts] : words) {
    if (counts.total < least_for_class) continue;
    auto tags = usual_tags(counts.tags, counts.total);
    frequency[tags] += counts.total;
    frequency[std::vector<std::uint8_t>(1, tags[0])] += 1;
  }
  std::vector<std::pair<int, std::vector<std::uint8_t>>> ranked;
  for (const auto& [tags, count] : frequency) ranked.emplace_back(-count, tags);
  std::ranges::sort(ranked);
  std::map<std::vector<std::uint8_t>, std::uint8_t> numbers;
  for (const auto& [count, tags] : ranked)
    if (numbers.size() < most_classes) numbers[tags] = static_cast<std::uint8_t>(numbers.size() + 1);
  return numbers;
}

WordTable build_words(const Sentences& sentences) {
  const auto counted = count_words(sentences);
  const auto classes = number_classes(counted);
  WordTable table;
  for (const auto& [key, counts] : counted) {
    if (counts.total < least_for_class) continue;
    auto tags = usual_tags(counts.tags, counts.total);
    WordClasses& word = table[key];
    while (tags.size() > 1 && !classes.contains(tags)) tags.pop_back();
    const auto found = classes.find(tags);
    word.ambiguity = found == classes.end() ? 0 : found->second;
    const int best = counts.tags.at(tags[0]);
    const bool fixed = counts.total >= least_for_fixed_tag && best * 1000 >= counts.total * 995;
    word.fixed_tag = fixed ? static_cast<std::uint8_t>(tags[0] + 1) : std::uint8_t{0};
  }
  return table;
}

// The words of a sentence with their classes and two words of padding on both sides.
std::vector<Word> prepare(const WordTable& table, const GoldSentence& sentence) {
  std::vector<Word> words(sentence.size() + 4);
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    words[at + 2] = sentence[at].word;
    const auto found = table.find(sentence[at].word.form);
    if (found == table.end()) continue;
    words[at + 2].ambiguity = found->second.ambiguity;
    words[at + 2].fixed_tag = found->second.fixed_tag;
  }
  return words;
}

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

// One decision; learns from it when it was wrong or won by less than the margin.
std::uint8_t learn_tag(Learner& learner, std::span<const Key> keys, std::size_t gold, float margin) {
  std::array<float, 256> scores{};
  learner.score(keys, scores.data());
  const std::size_t guess = best_of(scores.data(), learner.outputs());
  const float gold_score = scores[gold];
  scores[gold] = -1e30f;
  const std::size_t rival = best_of(scores.data(), learner.outputs());
  if (gold_score - scores[rival] <= margin) learner.update(keys, rival, gold);
  learner.tick();
  return static_cast<std::uint8_t>(guess);
}

void learn_sentence(Tagger& tagger, const GoldSentence& sentence, float margin) {
  const auto words = prepare(tagger.words, sentence);
  std::array<Key, tag_feature_count> keys;
  Key previous = no_tag, before = no_tag;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    unsigned tag = 0;
    if (words[at + 2].fixed_tag != 0) {
      tag = words[at + 2].fixed_tag - 1u;
    } else {
      list_tag_keys(&words[at + 2], previous, before, keys.data());
      tag = learn_tag(tagger.learner, keys, sentence[at].gold_tag, margin);
    }
    before = previous;
    previous = tag_atom(tagger.tags[tag]);
  }
}

}  // namespace

Sentences all_of(const Treebank& treebank) {
  Sentences sentences;
  for (const auto& sentence : treebank) sentences.push_back(&sentence);
  return sentences;
}

std::unique_ptr<Tagger> train_taggers(const Sentences& sentences, std::span<const JointTag> tags,
                                      const TaggerOptions& options) {
  std::vector<std::unique_ptr<Tagger>> taggers(static_cast<std::size_t>(options.runs));
  run_on_two_threads(taggers.size(), [&](std::size_t run) {
    TaggerOptions own = options;
    own.seed = options.seed + run;
    taggers[run] = train_tagger(sentences, tags, own);
  });
  for (std::size_t run = 1; run < taggers.size(); ++run) taggers[0]->learner.add(taggers[run]->learner);
  return std::move(taggers[0]);
}

std::unique_ptr<Tagger> train_tagger(const Sentences& sentences, std::span<const JointTag> tags,
                                     const TaggerOptions& options) {
  auto tagger = std::make_unique<Tagger>(tags);
  tagger->words = build_words(sentences);
  Sentences order = sentences;
  Random random(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order, random);
    for (const auto* sentence : order) learn_sentence(*tagger, *sentence, options.margin);
  }
  tagger->learner.average();
  return tagger;
}

std::vector<std::uint8_t> apply_tagger(const Tagger& tagger, const GoldSentence& sentence) {
  const auto words = prepare(tagger.words, sentence);
  std::array<Key, tag_feature_count> keys;
  std::array<float, 256> scores{};
  std::vector<std::uint8_t> tags;
  Key previous = no_tag, before = no_tag;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    unsigned tag = words[at + 2].fixed_tag - 1u;
    if (words[at + 2].fixed_tag == 0) {
      list_tag_keys(&words[at + 2], previous, before, keys.data());
      tagger.learner.score(keys, scores.data());
      tag = static_cast<unsigned>(best_of(scores.data(), tagger.learner.outputs()));
    }
    tags.push_back(static_cast<std::uint8_t>(tag));
    before = previous;
    previous = tag_atom(tagger.tags[tag]);
  }
  return tags;
}

void jackknife(Treebank& treebank, std::span<const JointTag> tags, const TaggerOptions& options) {
  constexpr std::size_t folds = 6;
  const auto run_fold = [&](std::size_t fold) {
    Sentences others;
    for (std::size_t at = 0; at < treebank.size(); ++at)
      if (at % folds != fold) others.push_back(&treebank[at]);
    const auto tagger = train_tagger(others, tags, options);
    for (std::size_t at = fold; at < treebank.size(); at += folds) {
      const auto guesses = apply_tagger(*tagger, treebank[at]);
      for (std::size_t token = 0; token < guesses.size(); ++token) treebank[at][token].tag = guesses[token];
    }
  };
  run_on_two_threads(folds, run_fold);
}

}  // namespace corroborate::syntax
