#include "cli/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "corroborate/names.h"

namespace corroborate::cli {
namespace {

constexpr std::size_t batch_articles = 256;      // enough to keep the threads busy
constexpr std::size_t batch_bytes = 64'000'000;  // of bodies, whichever is reached first

// Collects articles until there are enough for all threads, then passes them through.
class Batches {
 public:
  Batches(const Options& options, Bodies bodies, Console& console,
          const std::function<void(std::vector<Extraction>&&)>& take)
      : options_(options), bodies_(bodies), console_(console), take_(take) {}

  void add(Article&& article) {
    bytes_ += article.body.size();
    articles_.push_back(std::move(article));
    if (articles_.size() >= batch_articles || bytes_ >= batch_bytes) flush();
  }

  void flush() {
    if (articles_.empty()) return;
    std::vector<std::string> kept;
    if (bodies_ == Bodies::keep) {
      for (const Article& article : articles_) kept.push_back(article.body);
    }
    count_ += articles_.size();
    std::vector<Extraction> extractions = extract_all(std::move(articles_), options_.threads);
    for (std::size_t i = 0; i < kept.size(); ++i) extractions[i].article.body = std::move(kept[i]);
    articles_ = {};
    bytes_ = 0;
    take_(std::move(extractions));
    console_.progress(fmt::format("{} articles read", count_));
  }

  std::size_t count() const { return count_; }

 private:
  const Options& options_;
  Bodies bodies_;
  Console& console_;
  const std::function<void(std::vector<Extraction>&&)>& take_;
  std::vector<Article> articles_;
  std::size_t bytes_ = 0, count_ = 0;
};

bool use_colour(const Options& options, const Console& console) {
  if (options.color != "auto") return options.color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return console.writes_to_terminal() && !dumb && (no_color == nullptr || *no_color == '\0');
}

// A verdict as a gate stands for the severity that it usually has, so that what was turned down passes.
Level level_of_gate(std::string_view gate) {
  if (gate == name_of(Verdict::conflict)) return Level::warning;
  if (gate == name_of(Verdict::compatible) || gate == name_of(Verdict::agree)) return Level::note;
  return from_name<Level>(gate).value_or(Level::error);
}

bool trips(const Report& report, std::string_view gate) {
  const Level level = level_of_gate(gate);
  const bool agreement = gate == name_of(Verdict::agree);
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.severity >= level || (agreement && finding.verdict == Verdict::agree);
  });
}

}  // namespace

void extract_paths(const Options& options, Bodies bodies, Console& console,
                   const std::function<void(std::vector<Extraction>&&)>& take) {
  Batches batches(options, bodies, console, take);
  load(options.paths, std::cin,
       {[&](Article&& article) { batches.add(std::move(article)); },
        [&](Problem&& problem) { console.problem(problem); }},
       {options.map});
  batches.flush();
  if (batches.count() > 0) return;
  console.note("nothing to report on: no article could be read");
  console.raise(Status::nothing);
}

Report report_on_paths(const Options& options, Console& console, std::vector<ArticleText>* texts) {
  std::vector<Extraction> all;
  extract_paths(options, texts == nullptr ? Bodies::drop : Bodies::keep, console,
                [&](std::vector<Extraction>&& extractions) {
                  for (Extraction& extraction : extractions) {
                    if (texts != nullptr) texts->push_back({extraction.article.id, std::move(extraction.article.body)});
                    extraction.article.body = {};
                    all.push_back(std::move(extraction));
                  }
                });
  console.progress("comparing");
  Report report = reconcile(std::move(all), {options.best, options.sources, options.levels});
  tell(report, console);
  return report;
}

void tell(const Report& report, Console& console) {
  for (const Problem& problem : report.problems) console.problem(problem);
}

void print(const Report& report, const Options& options, Console& console) {
  console.write(write_report(report, options.format, {use_colour(options, console), console.width(), options.all, options.profile}));
  if (!options.fail_on.empty() && trips(report, options.fail_on)) console.raise(Status::gate);
}

}  // namespace corroborate::cli
