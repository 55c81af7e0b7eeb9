// The report as one HTML page: conflicts first, then what is compatible, what agrees, and, folded, what only one
// source says; then the timeline, the provenance and the quoted sentences.
//
// The page loads nothing and runs nothing: its policy allows the one inline style by its hash and no script at all.
// Filters are form controls that the style sheet looks at.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "corroborate/names.h"
#include "report/content_hash.h"
#include "report/formats.h"
#include "report/html_sections.h"
#include "report/html_style.h"
#include "report/html_text.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::array<Verdict, 4> order = {Verdict::conflict, Verdict::compatible, Verdict::agree, Verdict::single};

std::string_view heading_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return "Conflicts";
    case Verdict::compatible:
      return "Compatible: both can be true";
    case Verdict::agree:
      return "Agreements";
    case Verdict::single:
      return "Said by one source only";
  }
  return {};
}

std::string in_words(Verdict verdict, std::size_t number) {
  switch (verdict) {
    case Verdict::conflict:
      return number == 1 ? "conflict" : "conflicts";
    case Verdict::compatible:
      return "compatible";
    case Verdict::agree:
      return number == 1 ? "agreement" : "agreements";
    case Verdict::single:
      return "from a single source";
  }
  return {};
}

std::size_t count_verdict(const Report& report, Verdict verdict) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [&](const Finding& finding) { return finding.verdict == verdict; }));
}

// Hides what the chosen article or origin has no part in: a rule for each choice.
std::string filter_rules(const Report& report) {
  std::string rules;
  const auto add = [&](char kind, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      rules += fmt::format("body:has(#only-{0}{1}:checked) .item:not(.{0}{1}){{display:none}}\n", kind, i);
    }
  };
  add('a', report.articles.size());
  add('o', report.origins.size());
  return rules;
}

std::string head(const Report& report) {
  const std::string style = std::string(html_style) + filter_rules(report);
  const std::size_t conflicts = count_verdict(report, Verdict::conflict);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; base-uri 'none'; "
      "form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"corroborate\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{} {} in {}</title>\n<style>{}</style>\n</head>\n",
      content_hash(style), conflicts, in_words(Verdict::conflict, conflicts),
      count_of(report.articles.size(), "article"), style);
}

// The first group of a verdict that the page has, in whatever story.
std::string first_group(const HtmlIndex& index, Verdict verdict) {
  for (std::uint32_t story = 0; story < index.report().stories.size(); ++story) {
    if (!index.findings_of(story, verdict).empty()) return fmt::format("#s{}-{}", story, name_of(verdict));
  }
  return {};
}

std::string tally(const HtmlIndex& index) {
  std::string out = "<nav aria-label=\"By verdict\"><ul class=\"tally\">";
  for (const Verdict verdict : order) {
    const std::size_t number = count_verdict(index.report(), verdict);
    const std::string target = first_group(index, verdict);
    if (target.empty()) continue;
    out += fmt::format(R"(<li class="{}"><a href="{}"><b>{}</b> {}</a></li>)", name_of(verdict), target, number,
                       in_words(verdict, number));
  }
  return out + "</ul></nav>\n";
}

std::string story_label(const Story& story) { return escape(story.label.empty() ? story.id : story.label); }

std::string story_links(const HtmlIndex& index) {
  const Report& report = index.report();
  if (report.stories.size() < 2) return {};
  std::string out = "<nav aria-label=\"Stories\"><ul class=\"stories\">\n";
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    if (!index.has_findings(story)) continue;
    const std::size_t conflicts = index.findings_of(story, Verdict::conflict).size();
    out += fmt::format(R"(<li><a href="#s{}">{}</a> <small>{}, {}</small></li>)"
                       "\n",
                       story, story_label(report.stories[story]),
                       count_of(report.stories[story].articles.size(), "article"), count_of(conflicts, "conflict"));
  }
  return out + "</ul></nav>\n";
}

// All conflicts in a line each, where a reader would else look for them story by story.
std::string conflict_links(const HtmlIndex& index) {
  const Report& report = index.report();
  std::string out;
  for (std::uint32_t f = 0; f < report.findings.size(); ++f) {
    const Finding& finding = report.findings[f];
    if (finding.verdict != Verdict::conflict) continue;
    std::string values;
    for (const Position& position : finding.positions) values += (values.empty() ? "" : " / ") + escape(value_in_words(finding, position));
    out += fmt::format(R"(<li class="{}"><a href="#f{}">{}</a>: {} <small>{}</small></li>)"
                       "\n",
                       index.filter_classes(finding), f, escape(topic_of(finding)), values,
                       escape(event_in_words(report.events[finding.event])));
  }
  if (out.empty() || report.stories.size() < 2) return {};
  return "<nav aria-labelledby=\"conflicts\"><h2 id=\"conflicts\">All conflicts</h2><ol>\n" + out + "</ol></nav>\n";
}

template <typename Name>
std::string choice(std::string_view label, char kind, std::size_t count, Name name) {
  std::string out = fmt::format(R"(<label>{} <select><option>all</option>)", label);
  for (std::uint32_t i = 0; i < count; ++i) {
    out += fmt::format(R"(<option id="only-{}{}">{}</option>)", kind, i, escape(name(i)));
  }
  return out + "</select></label>\n";
}

std::string filters(const HtmlIndex& index) {
  const Report& report = index.report();
  std::string out =
      "<form class=\"filters\" aria-label=\"Show only\" autocomplete=\"off\"><fieldset><legend>Show</legend>"
      R"(<label><input type="radio" name="verdict" checked>all</label>)";
  for (const Verdict verdict : order) {
    out += fmt::format(R"(<label><input type="radio" name="verdict" id="v-{0}">{0}</label>)", name_of(verdict));
  }
  out += "</fieldset>\n";
  out += choice("Source", 'a', report.articles.size(), [&](std::uint32_t i) { return index.name_of_article(i); });
  out += choice("Origin", 'o', report.origins.size(), [&](std::uint32_t i) { return report.origins[i].label; });
  return out + "</form>\n";
}

std::string group(const HtmlIndex& index, std::uint32_t story, Verdict verdict) {
  const auto& found = index.findings_of(story, verdict);
  if (found.empty()) return {};
  const std::string id = fmt::format("s{}-{}", story, name_of(verdict));
  const std::string title =
      fmt::format(R"(<h3 id="{}h">{} <small>{}</small></h3>)", id, heading_of(verdict), found.size());
  std::string out = fmt::format(R"(<section class="group {0}" id="{1}" aria-labelledby="{1}h">)", name_of(verdict), id);
  const bool folded = verdict == Verdict::single;
  out += folded ? "<details><summary>" + title + "</summary><ul class=\"singles\">\n" : title + "\n";
  for (const std::uint32_t f : found) out += folded ? html_single(index, f) : html_finding(index, f);
  return out + (folded ? "</ul></details></section>\n" : "</section>\n");
}

std::string story_section(const HtmlIndex& index, std::uint32_t number) {
  const Story& story = index.report().stories[number];
  std::string out = fmt::format("<section id=\"s{0}\" aria-labelledby=\"s{0}h\"><h2 id=\"s{0}h\">{1}</h2>\n", number,
                                story_label(story)) +
                    html_matrix(index, number);
  for (const Verdict verdict : order) out += group(index, number, verdict);
  out += html_timeline(index, number) + html_provenance(index, number);
  out += "<h3>The articles, and what was read in them</h3>\n";
  for (const std::uint32_t article : story.articles) out += html_article(index, article);
  return out + "</section>\n";
}

// Articles that no story with findings has shown yet.
std::string other_articles(const HtmlIndex& index) {
  const Report& report = index.report();
  std::vector<bool> shown(report.articles.size(), false);
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    if (!index.has_findings(story)) continue;
    for (const std::uint32_t article : report.stories[story].articles) shown[article] = true;
  }
  std::string out;
  for (std::uint32_t article = 0; article < shown.size(); ++article) {
    if (!shown[article]) out += html_article(index, article);
  }
  return out.empty() ? out
                     : "<section aria-labelledby=\"rest\"><h2 id=\"rest\">Articles without a finding</h2>\n" + out +
                           "</section>\n";
}

std::string problems(const Report& report) {
  if (report.problems.empty()) return {};
  std::string out = "<section aria-labelledby=\"problems\"><h2 id=\"problems\">What could not be read</h2><ul>\n";
  for (const Problem& problem : report.problems) {
    out += fmt::format("<li>{}{}: {}</li>\n", escape(problem.path),
                       problem.line > 0 ? fmt::format(":{}", problem.line) : "", escape(problem.message));
  }
  return out + "</ul></section>\n";
}

constexpr std::string_view legend =
    "<footer><h2>How to read this</h2><dl>"
    "<dt><b class=\"conflict\">conflict</b></dt><dd>No value satisfies both.</dd>"
    "<dt><b class=\"compatible\">compatible</b></dt><dd>Both can be true: “more than 60” and 62.</dd>"
    "<dt><b class=\"agree\">agree</b></dt><dd>The same value.</dd>"
    "<dt><b class=\"single\">single</b></dt><dd>Nobody else speaks of it.</dd></dl>"
    "<p>An origin is who a claim goes back to; each has its colour and shape. Read the number of origins as an upper "
    "bound. In the drawings a dot is a stated value, a bar a range, an arrow an open end.</p>"
    "<p>The report shows agreement and disagreement; it does not rule on who is right. Check the quote before you rely "
    "on a claim.</p></footer>\n";

}  // namespace

std::string write_html(const Report& report, const WriteOptions&) {
  const HtmlIndex index(report);
  std::string out =
      head(report) + "<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n" +
      std::string(html_shapes) +
      fmt::format("\n<header><h1>Where {} agree and conflict</h1>\n<p>{}, at most {}.</p>\n",
                  count_of(report.articles.size(), "article"),
                  report.stories.size() == 1 ? "1 story" : fmt::format("{} stories", report.stories.size()),
                  count_of(report.origins.size(), "origin")) +
      tally(index) + story_links(index) + "</header>\n" + filters(index) + conflict_links(index) +
      "<main id=\"findings\">\n";
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    if (index.has_findings(story)) out += story_section(index, story);
  }
  return out + other_articles(index) + problems(report) + "</main>\n" + std::string(legend) + "</body>\n</html>\n";
}

}  // namespace corroborate::reporting
