// The report as one HTML page: conflicts first, then what is compatible, what agrees, and, folded, what only one
// source says; then the timeline, the provenance and the quoted sentences.
//
// The page loads nothing: its policy allows the one inline style and the one inline script by their hashes. The filter
// of verdicts is form controls that the style sheet looks at; the script adds those of sources and origins, which as
// rules of a style sheet, one a choice, would keep a browser busy for minutes, and the search, and counts what is left.
// Without it the page reads the same.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "corroborate/names.h"
#include "report/content_hash.h"
#include "report/formats.h"
#include "report/html_script.h"
#include "report/html_sections.h"
#include "report/html_style.h"
#include "report/html_text.h"
#include "report/order.h"
#include "report/value_words.h"
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

std::string head(const Report& report) {
  const std::string_view style = html_style;
  const std::size_t conflicts = count_verdict(report, Verdict::conflict);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; script-src '{}'; "
      "base-uri 'none'; "
      "form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"corroborate\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{} {} in {}</title>\n<style>{}</style>\n</head>\n",
      content_hash(style), content_hash(html_script), conflicts, in_words(Verdict::conflict, conflicts),
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

std::string story_label(const Story& story) {
  return escape(spoken_label(story.label.empty() ? story.id : story.label));
}

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

// Rather who is quoted than the outlet that took it over.
std::string first_voice(const Report& report, const Position& position) {
  const auto quoted =
      std::ranges::find_if(position.claims, [&](std::uint32_t claim) { return !report.claims[claim].chain.empty(); });
  if (quoted != position.claims.end()) return speaker_of(report, report.claims[*quoted]);
  return position.claims.empty() ? std::string() : speaker_of(report, report.claims[position.claims.front()]);
}

// "9 (port authority) | 12 (dockers' union +1)": a voice for each value, and how many more.
std::string values_with_voices(const Report& report, const Finding& finding) {
  std::string values;
  for (const std::uint32_t number : deciding_positions(finding)) {
    const Position& position = finding.positions[number];
    const std::string more = position.origins.size() > 1 ? fmt::format(" +{}", position.origins.size() - 1) : "";
    values += fmt::format("{}<b>{}</b> ({}{})", values.empty() ? "" : " | ", escape(value_in_words(finding, position)),
                          escape(first_voice(report, position)), more);
  }
  return values;
}

// The findings of a verdict that so many origins stand behind, a line each, whichever story they are of.
std::string answer_list(const HtmlIndex& index, const std::vector<std::uint32_t>& numbers, Verdict verdict,
                        std::uint32_t min_origins) {
  const Report& report = index.report();
  std::string out;
  for (const std::uint32_t f : numbers) {
    const Finding& finding = report.findings[f];
    if (finding.verdict != verdict || finding.origins < min_origins) continue;
    out += fmt::format(R"(<li class="{}"><a href="#f{}">{}</a>: {} <small>{}; {}</small></li>)"
                       "\n",
                       index.filter_classes(finding), f, escape(topic_of(finding)), values_with_voices(report, finding),
                       count_of(finding.origins, "origin"), escape(event_in_words(report.events[finding.event])));
  }
  return out;
}

// The answer, before anything else.
std::string answer(const HtmlIndex& index, Order sort) {
  const auto numbers = in_order(index.report(), sort);
  const auto section = [&](Verdict verdict, std::uint32_t min_origins, std::string_view id, std::string_view title) {
    const std::string items = answer_list(index, numbers, verdict, min_origins);
    if (items.empty()) return items;
    return fmt::format(
        "<nav class=\"group answer {0}\" aria-labelledby=\"{1}\"><h2 id=\"{1}\">{2}</h2><ol>\n{3}</ol></nav>\n",
        name_of(verdict), id, title, items);
  };
  return section(Verdict::conflict, 0, "conflicts", "What conflicts") +
         section(Verdict::agree, 2, "agreements", "What several origins agree on");
}

template <typename Name>
std::string choice(std::string_view label, char kind, std::size_t count, Name name) {
  std::string out = fmt::format(R"(<label class="scripted" hidden>{} <select><option>all</option>)", label);
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
  out += "<label class=\"scripted\" hidden>Search <input type=\"search\" id=\"search\"></label>\n";
  return out + "</form>\n<p id=\"nothing\" role=\"status\" hidden>Nothing matches.</p>\n";
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
  out += "<h3>The articles</h3>\n";
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
    "bound. In the drawings a dot is a stated value, a bar a range, an arrow an open end; who states it stands beside "
    "it.</p>"
    "<p>The report shows agreement and disagreement; it does not rule on who is right. Check the quote before you rely "
    "on a claim.</p></footer>\n";

}  // namespace

std::string write_html(const Report& report, const WriteOptions& options) {
  const HtmlIndex index(report, options.order);
  std::string out =
      head(report) + "<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n" +
      std::string(html_shapes) +
      fmt::format("\n<header><h1>Where {} agree and conflict</h1>\n<p>{}, at most {}.</p>\n",
                  count_of(report.articles.size(), "article"),
                  report.stories.size() == 1 ? "1 story" : fmt::format("{} stories", report.stories.size()),
                  count_of(report.origins.size(), "origin")) +
      tally(index) + story_links(index) + "</header>\n" + filters(index) + answer(index, options.order) +
      "<main id=\"findings\">\n";
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    if (index.has_findings(story)) out += story_section(index, story);
  }
  return out + other_articles(index) + problems(report) + "</main>\n" + std::string(legend) + "<script>" +
         std::string(html_script) + "</script>\n</body>\n</html>\n";
}

}  // namespace corroborate::reporting
