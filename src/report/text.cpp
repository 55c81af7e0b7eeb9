// The report for people: a summary, then story by story what conflicts, what is compatible, what agrees, and what only
// one source says.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/formats.h"
#include "report/text_finding.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::array<Verdict, 4> order = {Verdict::conflict, Verdict::compatible, Verdict::agree, Verdict::single};
constexpr std::size_t narrowest = 40;  // columns; below, lines are longer than the terminal

// A proposition on which nobody differs: the whole of what articles repeat of one another would drown the rest.
bool is_undisputed(const Finding& finding) {
  if (finding.kind != ClaimKind::proposition || finding.verdict == Verdict::conflict) return false;
  return std::ranges::all_of(finding.relations, [](const PairRelation& relation) {
    return relation.verdict == Verdict::agree || relation.reason == Reason::refines || relation.reason == Reason::apart;
  });
}

// Figures that only their words tie together are worth a reader's time where they are the same.
bool is_loose(const Finding& finding) { return finding.property == "figure" && finding.verdict == Verdict::compatible; }

bool is_told(const Finding& finding, const WriteOptions& options) {
  return options.all || !(is_undisputed(finding) || is_loose(finding));
}

std::size_t count_verdict(const Report& report, Verdict verdict, const WriteOptions& options) {
  return static_cast<std::size_t>(std::ranges::count_if(report.findings, [&](const Finding& finding) {
    return finding.verdict == verdict && (options.all || !is_undisputed(finding));
  }));
}

std::string summary(const Report& report, const WriteOptions& options) {
  const auto stories =
      report.stories.size() == 1 ? std::string("1 story") : fmt::format("{} stories", report.stories.size());
  const auto count = [&](Verdict verdict) { return count_verdict(report, verdict, options); };
  std::string conflicts = count_of(count(Verdict::conflict), "conflict");
  if (count(Verdict::conflict) > 0) conflicts = Style(options.colour).conflict(conflicts);
  const std::string input = fmt::format("{}, {}, at most {}", count_of(report.articles.size(), "article"), stories,
                                        count_of(report.origins.size(), "origin"));
  const std::string found =
      fmt::format("{}, {} compatible, {}, {} from a single source", conflicts, count(Verdict::compatible),
                  count_of(count(Verdict::agree), "agreement"), count(Verdict::single));
  return wrap(input, {options.width, 0, 2}) + wrap(found, {options.width, 0, 2});
}

std::string article_line(const ReportArticle& article, const WriteOptions& options) {
  std::string text = clean(article.path);
  if (!article.outlet.empty()) text += "  " + clean(article.outlet);
  if (!article.published.empty()) text += "  " + clean(article.published);
  if (!article.published.empty() && !article.basis.empty()) text += " (" + clean(article.basis) + ")";
  return wrap(text, {options.width, 2, 4});
}

std::string story_head(const Report& report, const Story& story, const WriteOptions& options) {
  const Style style(options.colour);
  const std::string label = clean(story.label.empty() ? story.id : story.label);
  std::string out = wrap(fmt::format("{}  {}", style.heading("STORY"), style.heading(label)), {options.width, 0, 4});
  for (const std::uint32_t article : story.articles) out += article_line(report.articles[article], options);
  return out;
}

// The longest first; a reader wants to know that there are copies, and the rest is left to --all.
std::string copies_of(const Report& report, const Story& story, const WriteOptions& options) {
  constexpr std::size_t most = 5, columns = 24;  // a pair on a line
  const auto holds = [&](std::uint32_t article) {
    return std::find(story.articles.begin(), story.articles.end(), article) != story.articles.end();
  };
  std::vector<Copy> copies;
  for (const Copy& copy : report.copies)
    if (holds(copy.a) && holds(copy.b)) copies.push_back(copy);
  std::ranges::stable_sort(copies, std::greater{}, &Copy::tokens);
  const std::size_t shown = options.all ? copies.size() : std::min(copies.size(), most);
  const auto name = [&](std::uint32_t article) { return shorten_path(clean(report.articles[article].path), columns); };
  std::string out;
  for (std::size_t c = 0; c < shown; ++c) {
    const Copy& copy = copies[c];
    out += wrap(fmt::format("copied: {} words, in {} and {}", copy.tokens, name(copy.a), name(copy.b)), {options.width, 2, 4});
  }
  if (shown < copies.size()) out += wrap(fmt::format("copied: and {} more", count_of(copies.size() - shown, "pair")), {options.width, 2, 4});
  return out;
}

std::string story_text(const Report& report, std::uint32_t index, const WriteOptions& options) {
  const Story& story = report.stories[index];
  std::string out = story_head(report, story, options) + copies_of(report, story, options);
  for (const Verdict verdict : order) {
    const bool brief = verdict == Verdict::single && !options.all;
    bool first = true;
    for (const Finding& finding : report.findings) {
      if (finding.story != index || finding.verdict != verdict) continue;
      if (!is_told(finding, options)) continue;
      if (first || !brief) out += "\n";
      if (first && brief) out += Style(options.colour).heading("SINGLE") + "  said by one source only\n";
      out += brief ? finding_in_brief(report, finding, options) : finding_in_full(report, finding, options);
      first = false;
    }
  }
  return out;
}

}  // namespace

std::string write_text(const Report& report, const WriteOptions& asked) {
  WriteOptions options = asked;
  options.width = std::max<unsigned>(options.width, narrowest);
  std::string out = summary(report, options);
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    const bool has_finding = std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
      return finding.story == story && is_told(finding, options);
    });
    if (has_finding || options.all) out += "\n" + story_text(report, story, options);
  }
  return out;
}

}  // namespace corroborate::reporting
