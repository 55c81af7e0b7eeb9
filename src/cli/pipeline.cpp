#include "cli/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/allocator.h"
#include "cli/progress.h"

namespace corroborate::cli {
namespace {

constexpr std::size_t long_article = 100'000;  // bytes; news have some 3,000

bool use_colour(const Options& options, const Console& console) {
  if (options.color != "auto") return options.color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return console.writes_to_terminal() && !dumb && (no_color == nullptr || *no_color == '\0');
}

// Empty where it cannot be read: the option has checked that the file is there.
std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Folder that relative paths start from where the terminal is known to take links (OSC 8); else empty. Each of these
// variables is set by terminals that do.
std::string links_from(const Console& console) {
  constexpr std::array<const char*, 6> set_by = {"VTE_VERSION",     "KITTY_WINDOW_ID", "WT_SESSION",
                                                 "KONSOLE_VERSION", "WEZTERM_PANE",    "ITERM_SESSION_ID"};
  const char* program = std::getenv("TERM_PROGRAM");
  const bool takes =
      std::ranges::any_of(set_by, [](const char* name) { return std::getenv(name) != nullptr; }) ||
      (program != nullptr && (std::string_view(program) == "vscode" || std::string_view(program) == "ghostty"));
  std::error_code unknown;
  const std::string folder =
      takes && console.writes_to_terminal() ? std::filesystem::current_path(unknown).generic_string() : std::string();
  return unknown ? std::string() : folder;
}

}  // namespace

WriteOptions write_options(const Options& options, const Console& console, std::size_t left_out) {
  WriteOptions write{use_colour(options, console), options.width == 0 ? console.width() : options.width, options.all,
                     options.profile};
  write.order = options.order;
  write.brief = options.brief;
  write.paths = options.verbosity > 0;
  write.links = links_from(console);
  write.left_out = left_out;
  return write;
}

LoadOptions load_options(const Options& options) {
  LoadOptions reading;
  reading.map = options.map;
  reading.globs = options.globs;
  reading.type = options.type;
  reading.except = options.output;
  return reading;
}

void extract_paths(const Options& options, const Wanted& wanted, Console& console,
                   const std::function<void(Extracted&&)>& take) {
  const auto start = std::chrono::steady_clock::now();
  std::size_t count = 0;
  LoadProgress progress;
  ExtractionStream stream({options.threads, wanted.bodies, wanted.lines}, [&](Extracted&& made) {
    ++count;
    take(std::move(made));
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    if (console.shows_progress()) console.progress(progress_line(count, progress, passed.count()));
  });
  const unsigned readers = options.threads == 1 ? 1 : 2 * options.threads;  // cold files keep a reader waiting
  LoadOptions reading = load_options(options);
  reading.threads = readers;
  if (console.shows_progress()) reading.progress = [&](const LoadProgress& now) { progress = now; };
  load(options.paths, std::cin,
       {[&](Article&& article) {
          if (article.body.size() >= long_article) give_back_memory();  // the tree of its page
          stream.add(std::move(article));
        },
        [&](Problem&& problem) { console.problem(problem); }},
       reading);
  stream.finish();
  if (count > 0) return;
  console.note("nothing to report on: no article could be read");
  console.raise(Status::nothing);
}

bool shows_texts(const Options& options) { return options.format == "html"; }

ReconcileOptions reconcile_options(const Options& options, std::size_t articles, Console& console,
                                   const Collection& collection) {
  ReconcileOptions reconciling{options.best,
                               options.sources,
                               options.levels,
                               options.alignment.empty() ? std::string() : bytes_of(options.alignment),
                               options.frequencies.empty() ? nullptr : &collection.frequencies,
                               options.links.empty() ? nullptr : &collection.links,
                               options.threads};
  console.progress(comparing_line(0, articles));
  if (console.shows_progress())
    reconciling.progress = [&](std::size_t done, std::size_t of) { console.progress(comparing_line(done, of)); };
  return reconciling;
}

std::vector<Extraction> extract_all(const Options& options, Console& console, std::vector<ArticleText>* texts) {
  std::vector<Extraction> all;
  extract_paths(options, {.bodies = texts != nullptr || shows_texts(options)}, console, [&](Extracted&& made) {
    Article& article = made.extraction.article;
    if (texts != nullptr) texts->push_back({article.id, article.body});
    if (!shows_texts(options)) article.body = {};
    all.push_back(std::move(made.extraction));
  });
  return all;
}

Report report_on_paths(const Options& options, Console& console, std::vector<ArticleText>* texts) {
  std::vector<Extraction> all = extract_all(options, console, texts);
  const auto reconciling = reconcile_options(options, all.size(), console, {});
  Report report = reconcile(std::move(all), reconciling);
  tell(report, console);
  return report;
}

void tell(const Report& report, Console& console) {
  for (const Problem& problem : report.problems) console.problem(problem);
}

}  // namespace corroborate::cli
