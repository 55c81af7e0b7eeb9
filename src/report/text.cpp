// The report for people: the counts, the answer in a line a finding, the stories, then every finding with its quotes in
// the same order, and at the end what is looked up rather than read: single ones, paths, days, copies.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "report/formats.h"
#include "report/order.h"
#include "report/text_answer.h"
#include "report/text_finding.h"
#include "report/text_layout.h"
#include "report/text_place.h"
#include "report/value_words.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr unsigned narrowest = 40;  // columns; below, lines are longer than the terminal

using Numbers = std::span<const std::uint32_t>;  // of findings, in the order in which they are told

std::vector<std::uint32_t> told(const Report& report, const WriteOptions& options) {
  auto numbers = in_order(report, options.order);
  if (!options.all)
    std::erase_if(numbers, [&](std::uint32_t number) { return is_undisputed(report.findings[number]); });
  return numbers;
}

std::string stories_in_words(std::size_t number) { return number == 1 ? "1 story" : fmt::format("{} stories", number); }

std::string summary(const Report& report, Numbers order, const WriteOptions& options) {
  const auto count = [&](Verdict verdict) {
    return static_cast<std::size_t>(
        std::ranges::count(order, verdict, [&](std::uint32_t number) { return report.findings[number].verdict; }));
  };
  std::string conflicts = count_of(count(Verdict::conflict), "conflict");
  if (count(Verdict::conflict) > 0) conflicts = Style(options.colour).conflict(conflicts);
  const std::string input =
      fmt::format("{}, {}, at most {}", count_of(report.articles.size(), "article"),
                  stories_in_words(report.stories.size()), count_of(report.origins.size(), "origin"));
  const std::string found =
      fmt::format("{}, {} compatible, {}, {} from a single source", conflicts, count(Verdict::compatible),
                  count_of(count(Verdict::agree), "agreement"), count(Verdict::single));
  std::string out = wrap(input, {options.width, 0, 2}) + wrap(found, {options.width, 0, 2});
  if (options.left_out > 0)
    out += wrap(fmt::format("{} left out, as asked", count_of(options.left_out, "finding")), {options.width, 0, 2});
  return out;
}

// "2016-09-17 to 2016-09-18", "2016-09-17"; empty where no day is known.
std::string days_of(const Report& report, const Story& story) {
  std::string first, last;
  for (const std::uint32_t number : story.articles) {
    const std::string& day = report.articles[number].published;
    if (day.empty()) continue;
    if (first.empty() || day < first) first = day;
    if (day > last) last = day;
  }
  return first == last ? first : first + " to " + last;
}

std::string stories_in_text(const Report& report, Numbers order, const WriteOptions& options) {
  std::vector<bool> told(report.stories.size(), options.all);
  for (const auto number : order) told[report.findings[number].story] = true;
  std::string out;
  std::size_t silent = 0;
  for (std::size_t number = 0; number < report.stories.size(); ++number) {
    const Story& story = report.stories[number];
    if (!told[number]) {
      ++silent;
      continue;
    }
    const std::string days = days_of(report, story);
    out += wrap(fmt::format("{}: {}{}", spoken_label(clean(story.label.empty() ? story.id : story.label)),
                            count_of(story.articles.size(), "article"), days.empty() ? "" : ", published " + days),
                {options.width, 2, 6});
  }
  if (silent > 0) out += wrap(fmt::format("and {} without a finding", stories_in_words(silent)), {options.width, 2, 6});
  return out.empty() ? out : "\n" + Style(options.colour).heading("STORIES") + "\n" + out;
}

std::string details_in_text(const Report& report, Numbers order, const WriteOptions& options) {
  if (report.articles.empty()) return {};
  std::string out;
  std::size_t left = report.findings.size() - order.size();
  for (const std::uint32_t number : order) {
    const Finding& finding = report.findings[number];
    if (options.all || finding.verdict != Verdict::single)
      out += "\n" + finding_in_full(report, finding, options);
    else
      ++left;
  }
  out += "\n";
  if (left > 0)
    out += wrap(fmt::format("--all shows {} more, of one source or disputed by nobody", count_of(left, "finding")),
                {options.width, 0, 2});
  return out;
}

std::string article_line(const ReportArticle& article, const WriteOptions& options) {
  const std::string name = name_of_article(article), path = clean(article.path);
  const bool unknown = article.outlet.empty() && article.publisher.empty();
  std::string text = unknown ? "outlet unknown" : name;
  text += standing_of(article);
  if (!article.published.empty()) text += "  " + clean(article.published);
  if (!article.published.empty() && !article.basis.empty()) text += " (" + clean(article.basis) + ")";
  return wrap(hyperlink(whole(path), address_of(article, options)) + "  " + text, {options.width, 2, 4});
}

// The longest first.
std::string copies_in_text(const Report& report, const WriteOptions& options) {
  std::vector<Copy> copies = report.copies;
  std::ranges::stable_sort(copies, std::greater{}, &Copy::tokens);
  std::string out;
  for (const Copy& copy : copies) {
    out += wrap(fmt::format("{} words, in {} and {}", copy.tokens, whole(name_of_article(report.articles[copy.a])),
                            whole(name_of_article(report.articles[copy.b]))),
                {options.width, 2, 4});
  }
  return out.empty() ? out : "\n" + Style(options.colour).heading("COPIED") + "\n" + out;
}

std::string paths_in_text(const Report& report, const WriteOptions& options) {
  if (report.articles.empty()) return {};
  std::string out = Style(options.colour).heading("ARTICLES") + "\n";
  for (const ReportArticle& article : report.articles) out += article_line(article, options);
  return out + copies_in_text(report, options);
}

// What there is besides, where it is not shown.
std::string hint(const Report& report, const WriteOptions& options) {
  if (report.articles.empty()) return {};
  const std::string copies =
      report.copies.empty() ? "" : fmt::format(", {} with copied passages", count_of(report.copies.size(), "pair"));
  return wrap(fmt::format("-v lists the articles: paths, days{}", copies), {options.width, 0, 2});
}

}  // namespace

std::string write_text(const Report& report, const WriteOptions& asked) {
  WriteOptions options = asked;
  options.width = std::max(options.width, narrowest);
  const auto order = told(report, options);
  const std::string answer = summary(report, order, options) + answer_in_text(report, order, options);
  if (options.brief) return answer;
  const std::string details =
      answer + stories_in_text(report, order, options) + details_in_text(report, order, options);
  return details + (options.all || options.paths ? paths_in_text(report, options) : hint(report, options));
}

}  // namespace corroborate::reporting
