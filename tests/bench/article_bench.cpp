// Speed of the syntax floor and of the whole of extract over real articles: JSON Lines with a "text", named by the
// variable BENCH_TEXTS.
//
// Each figure is of one core, with the text already in memory. tools/bench.sh sets the variable and runs this.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "syntax/analyse.h"
#include "syntax/sentences.h"
#include "syntax/tokenize.h"

namespace {

namespace syntax = corroborate::syntax;

constexpr std::size_t most_bytes = 1'000'000;  // of text; larger than every cache but the last

struct Texts {
  std::vector<std::string> items;
  std::size_t bytes = 0;
};

Texts read_texts() {
  Texts texts;
  const char* path = std::getenv("BENCH_TEXTS");
  std::ifstream in(path == nullptr ? "" : path);
  for (std::string line; std::getline(in, line) && texts.bytes < most_bytes;) {
    texts.items.push_back(nlohmann::json::parse(line).at("text").get<std::string>());
    texts.bytes += texts.items.back().size();
  }
  return texts;
}

const Texts& texts() {
  static const Texts all = read_texts();
  return all;
}

// Runs `work`, which returns a number of tokens, over all texts.
template <typename Work>
void measure(benchmark::State& state, const Work& work) {
  if (texts().items.empty()) return state.SkipWithError("BENCH_TEXTS names no JSON Lines file");
  std::size_t tokens = 0;
  for (auto _ : state)
    for (const auto& text : texts().items) tokens += work(text);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(texts().bytes));
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}

std::size_t count_icu_words(icu::BreakIterator& words, const icu::UnicodeString& text) {
  words.setText(text);
  std::size_t count = 0;
  while (words.next() != icu::BreakIterator::DONE) count += words.getRuleStatus() != UBRK_WORD_NONE;
  return count;
}

void icu_words(benchmark::State& state) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getUS(), error));
  measure(state, [&](const std::string& text) { return count_icu_words(*words, icu::UnicodeString::fromUTF8(text)); });
}

void tokenise(benchmark::State& state) {
  syntax::Document document;
  measure(state, [&document](const std::string& text) {
    document.text = text;
    document.tokens.clear();
    document.sentences.clear();
    syntax::tokenize(text, document.tokens);
    syntax::split_sentences(document);
    return document.tokens.size();
  });
}

void tag(benchmark::State& state) {
  measure(state, [](const std::string& text) { return syntax::tag(text).tokens.size(); });
}

void tag_and_parse(benchmark::State& state) {
  measure(state, [](const std::string& text) {
    auto document = syntax::tag(text);
    for (auto& sentence : document.sentences) syntax::parse(document, sentence);
    return document.tokens.size();
  });
}

void extract(benchmark::State& state) {
  measure(state, [](const std::string& text) {
    corroborate::Article article;
    article.id = "bench";
    article.body = text;
    return std::size_t{corroborate::extract(article).token_count};
  });
}

BENCHMARK(icu_words);
BENCHMARK(tokenise);
BENCHMARK(tag);
BENCHMARK(tag_and_parse);
BENCHMARK(extract);

}  // namespace
