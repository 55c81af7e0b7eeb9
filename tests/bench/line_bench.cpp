// Speed of writing and reading the lines of extract, in bytes of the lines: over the articles (.txt) of the folder that
// the variable BENCH_ARTICLES names.
//
// Each figure is of one core. Line follows line, with all extractions in memory; "again" is each line once more at once,
// when nothing of it is new to the machine, and "cold" is a line right behind the extraction of its article, as
// `extract` writes it. What is read is kept until all has been read, as `reconcile` keeps it.
#include <benchmark/benchmark.h>
#include <time.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"

namespace {

using corroborate::LineForm;

struct News {
  std::vector<corroborate::Article> articles;
  std::vector<corroborate::Extraction> extractions;
};

News read_news() {
  News news;
  const char* folder = std::getenv("BENCH_ARTICLES");
  if (folder == nullptr) return news;
  std::istringstream no_input;
  corroborate::LoadOptions options;
  options.globs = {"*.txt"};
  const std::vector<std::string> paths = {folder};
  corroborate::load(paths, no_input,
                    {[&](corroborate::Article&& article) { news.articles.push_back(std::move(article)); },
                     [](corroborate::Problem&&) {}},
                    options);
  for (const auto& article : news.articles) news.extractions.push_back(corroborate::extract(article));
  return news;
}

const News& news() {
  static const News all = read_news();
  return all;
}

std::vector<std::string> lines_of(LineForm form) {
  std::vector<std::string> lines;
  for (const auto& extraction : news().extractions) lines.push_back(corroborate::write_extraction(extraction, form));
  return lines;
}

std::size_t bytes_of(const std::vector<std::string>& lines) {
  std::size_t bytes = 0;
  for (const auto& line : lines) bytes += line.size();
  return bytes;
}

// Runs `work`, which returns seconds, over all lines of a form.
template <typename Work>
void measure(benchmark::State& state, LineForm form, const Work& work) {
  const auto lines = lines_of(form);
  if (lines.empty()) return state.SkipWithError("BENCH_ARTICLES names no folder of articles");
  for (auto _ : state) state.SetIterationTime(work(lines));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes_of(lines)));
}

// Of this thread: others may be at work beside it.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

template <typename Work>
double seconds(const Work& work) {
  const double start = now();
  work();
  return now() - start;
}

template <LineForm form>
void read_lines(benchmark::State& state) {
  measure(state, form, [](const std::vector<std::string>& lines) {
    std::vector<corroborate::ExtractionOrError> kept(lines.size());
    return seconds([&] {
      for (std::size_t l = 0; l < lines.size(); ++l) kept[l] = corroborate::read_extraction(lines[l]);
    });
  });
}

template <LineForm form>
void write_lines(benchmark::State& state) {
  measure(state, form, [](const std::vector<std::string>&) {
    return seconds([] {
      for (const auto& extraction : news().extractions)
        benchmark::DoNotOptimize(corroborate::write_extraction(extraction, form));
    });
  });
}

template <LineForm form>
void write_lines_again(benchmark::State& state) {
  measure(state, form, [](const std::vector<std::string>&) {
    double sum = 0;
    for (const auto& extraction : news().extractions) {
      benchmark::DoNotOptimize(corroborate::write_extraction(extraction, form));
      sum += seconds([&] { benchmark::DoNotOptimize(corroborate::write_extraction(extraction, form)); });
    }
    return sum;
  });
}

template <LineForm form>
void write_lines_cold(benchmark::State& state) {
  measure(state, form, [](const std::vector<std::string>&) {
    double sum = 0;
    for (const auto& article : news().articles) {
      const auto extraction = corroborate::extract(article);
      sum += seconds([&] { benchmark::DoNotOptimize(corroborate::write_extraction(extraction, form)); });
    }
    return sum;
  });
}

void read_plain(benchmark::State& state) { read_lines<LineForm::plain>(state); }
void read_packed(benchmark::State& state) { read_lines<LineForm::packed>(state); }
void write_plain(benchmark::State& state) { write_lines<LineForm::plain>(state); }
void write_packed(benchmark::State& state) { write_lines<LineForm::packed>(state); }
void write_plain_again(benchmark::State& state) { write_lines_again<LineForm::plain>(state); }
void write_packed_again(benchmark::State& state) { write_lines_again<LineForm::packed>(state); }
void write_plain_cold(benchmark::State& state) { write_lines_cold<LineForm::plain>(state); }
void write_packed_cold(benchmark::State& state) { write_lines_cold<LineForm::packed>(state); }

BENCHMARK(read_plain)->UseManualTime();
BENCHMARK(read_packed)->UseManualTime();
BENCHMARK(write_plain)->UseManualTime();
BENCHMARK(write_packed)->UseManualTime();
BENCHMARK(write_plain_again)->UseManualTime();
BENCHMARK(write_packed_again)->UseManualTime();
BENCHMARK(write_plain_cold)->UseManualTime();
BENCHMARK(write_packed_cold)->UseManualTime();

}  // namespace
