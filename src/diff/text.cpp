// The difference for people: a line a change, in the words of the report, what weighs most first.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diff/write.h"
#include "report/text_answer.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::diffing {
namespace {

using reporting::count_of;

constexpr std::size_t most_parts = 4;     // of one line; the reports have them all
constexpr std::size_t most_speakers = 2;  // of one value
constexpr std::size_t most_articles = 20;

// "a | b | 3 more"
std::string joined(const std::vector<std::string>& parts) {
  std::string words;
  for (std::size_t i = 0; i < std::min(most_parts, parts.size()); ++i) words += (i == 0 ? "" : " | ") + parts[i];
  return parts.size() > most_parts ? fmt::format("{} | {} more", words, parts.size() - most_parts) : words;
}

std::string labels_of(const Report& report, const std::vector<std::uint32_t>& origins) {
  std::string words;
  for (std::size_t i = 0; i < std::min(most_speakers, origins.size()); ++i)
    words += (i == 0 ? "" : ", ") + reporting::clean(report.origins[origins[i]].label);
  return origins.size() > most_speakers ? fmt::format("{} +{}", words, origins.size() - most_speakers) : words;
}

class Writer {
 public:
  Writer(const Compared& compared, const WriteOptions& options) : compared_(compared), options_(options) {}

  std::string write() {
    constexpr std::array<std::pair<ChangeKind, std::string_view>, 4> sections = {
        {{ChangeKind::conflict, "NEW CONFLICTS"},
         {ChangeKind::settled, "SETTLED"},
         {ChangeKind::positions, "CHANGED"},
         {ChangeKind::agreement, "NEW AGREEMENTS of several origins"}}};
    out_ = reporting::wrap(summary(), {options_.width, 0, 2});
    for (const auto& [kind, title] : sections) write_section(kind, title);
    write_articles();
    return std::move(out_);
  }

 private:
  std::size_t count(ChangeKind kind) const {
    return static_cast<std::size_t>(std::ranges::count(compared_.difference.changes, kind, &Change::kind));
  }

  std::string summary() const {
    const auto& [before, now, difference] = compared_;
    if (difference.changes.empty() && difference.articles_new.empty() && difference.articles_gone.empty())
      return "nothing new";
    return fmt::format("{}, {} settled, {} changed, {}; {}, {} gone",
                       count_of(count(ChangeKind::conflict), "new conflict"), count(ChangeKind::settled),
                       count(ChangeKind::positions), count_of(count(ChangeKind::agreement), "new agreement"),
                       count_of(difference.articles_new.size(), "new article"), difference.articles_gone.size());
  }

  void write_section(ChangeKind kind, std::string_view title) {
    if (count(kind) == 0) return;
    const reporting::Style style(options_.colour);
    out_ += "\n" + (kind == ChangeKind::conflict ? style.conflict(title) : style.heading(title)) + "\n";
    for (const Change& change : compared_.difference.changes)
      if (change.kind == kind) out_ += line_of(change);
  }

  std::string line_of(const Change& change) const {
    switch (change.kind) {
      case ChangeKind::conflict:
        return reporting::conflict_line(compared_.now, compared_.now.findings[*change.now], options_);
      case ChangeKind::agreement:
        return reporting::agreement_line(compared_.now, compared_.now.findings[*change.now], options_);
      case ChangeKind::settled:
        return line(question(change), settled(change));
      case ChangeKind::positions:
        return line(question(change), moved(change));
    }
    return {};
  }

  std::string line(const std::string& question, const std::string& what) const {
    return reporting::wrap(question + ": " + what, {options_.width, 2, 6});
  }

  std::string question(const Change& change) const {
    return change.now ? reporting::question_in_words(compared_.now, compared_.now.findings[*change.now])
                      : reporting::question_in_words(compared_.before, compared_.before.findings[*change.before]);
  }

  std::string stated(const Report& report, std::uint32_t finding, std::uint32_t position) const {
    return reporting::stated_in_words(report, report.findings[finding], position, options_.colour);
  }

  std::vector<std::string> all_stated(const Report& report, std::uint32_t finding) const {
    std::vector<std::string> parts;
    for (std::uint32_t p = 0; p < report.findings[finding].positions.size(); ++p)
      parts.push_back(stated(report, finding, p));
    return parts;
  }

  // "12 (dockers' union); was 9 (port authority) | 12 (dockers' union)"
  std::string settled(const Change& change) const {
    const std::string now =
        change.now ? joined(all_stated(compared_.now, *change.now)) : std::string("no longer stated");
    return now + "; was " + joined(all_stated(compared_.before, *change.before));
  }

  // "new 14 (county hospital) | 12 also by Gull Wire | no more 9 (port authority)"
  std::string moved(const Change& change) const {
    std::vector<std::string> parts;
    for (const PositionChange& position : change.positions) {
      if (!position.now)
        parts.push_back("no more " + stated(compared_.before, *change.before, *position.before));
      else if (!position.before)
        parts.push_back("new " + stated(compared_.now, *change.now, *position.now));
      else
        parts.push_back(kept(change, position));
    }
    return joined(parts);
  }

  std::string kept(const Change& change, const PositionChange& position) const {
    const Finding& finding = compared_.now.findings[*change.now];
    const Position& now = finding.positions[*position.now];
    const bool was = compared_.before.findings[*change.before].positions[*position.before].superseded;
    std::string words = reporting::Style(options_.colour).heading(reporting::value_in_words(finding, now));
    if (now.superseded && !was) words += " superseded";
    if (!now.superseded && was) words += " stands again";
    if (!position.origins.empty()) words += " also by " + labels_of(compared_.now, position.origins);
    if (!position.origins_gone.empty()) words += " no longer by " + labels_of(compared_.before, position.origins_gone);
    return words;
  }

  void write_articles() {
    const auto& difference = compared_.difference;
    if (difference.articles_new.empty() && difference.articles_gone.empty()) return;
    out_ += "\n" + reporting::Style(options_.colour).heading("ARTICLES") + "\n";
    list_articles("new", compared_.now, difference.articles_new);
    list_articles("gone", compared_.before, difference.articles_gone);
  }

  void list_articles(std::string_view what, const Report& report, const std::vector<std::uint32_t>& numbers) {
    for (std::size_t i = 0; i < std::min(most_articles, numbers.size()); ++i) {
      const ReportArticle& article = report.articles[numbers[i]];
      out_ += reporting::wrap(fmt::format("{}  {}  {}{}", what, reporting::whole(reporting::clean(article.path)),
                                          reporting::name_of_article(article), reporting::standing_of(article)),
                              {options_.width, 2, 6});
    }
    if (numbers.size() > most_articles)
      out_ +=
          reporting::wrap(fmt::format("and {} more {}", numbers.size() - most_articles, what), {options_.width, 2, 6});
  }

  const Compared& compared_;
  const WriteOptions& options_;
  std::string out_;
};

}  // namespace

std::string write_text(const Compared& compared, const WriteOptions& options) {
  return Writer(compared, options).write();
}

}  // namespace corroborate::diffing
