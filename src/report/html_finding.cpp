// One finding in the HTML report.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "corroborate/names.h"
#include "report/html_plot.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::size_t reach = 140;          // columns of context on either side of a quote
constexpr std::size_t quotes_shown = 3;     // of one voice; the others are folded
constexpr std::size_t relations_shown = 6;  // ten positions make 45 pairs

bool is_same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char c, char d) { return lower(c) == lower(d); });
}

std::string quote_item(const HtmlIndex& index, std::uint32_t number) {
  const ReportClaim& claim = index.report().claims[number];
  return fmt::format(R"(<li><a class="place" href="#c{}">{}, line {}</a> <q dir="auto">{}</q></li>)", number,
                     escape(index.name_of_article(claim.article)), claim.line,
                     marked_excerpt(claim.context, claim.quote, reach));
}

// All items, those past the first `shown` folded away.
std::string folded_list(const std::vector<std::string>& items, std::size_t shown, std::string_view noun) {
  const auto list = [&](std::size_t begin, std::size_t end) {
    return begin == end ? std::string()
                        : fmt::format(R"(<ul class="{}s">{}</ul>)", noun,
                                      fmt::join(items.data() + begin, items.data() + end, ""));
  };
  shown = std::min(shown, items.size());
  const std::string more = list(shown, items.size());
  if (more.empty()) return list(0, shown);
  return list(0, shown) + fmt::format("<details><summary>{}</summary>{}</details>",
                                      count_of(items.size() - shown, fmt::format("more {}", noun)), more);
}

struct Voice {
  std::string name;  // as HTML
  std::vector<std::string> quotes;
};

// Claims of one position under the voice that states them, in the order of their first claim. Two claims of the same
// words ("two jets and two bombers") are quoted once.
std::vector<Voice> voices_of(const HtmlIndex& index, const Position& position) {
  std::vector<Voice> voices;
  std::map<std::string, std::size_t> places;
  std::set<std::tuple<std::size_t, std::uint32_t, std::uint32_t, std::uint32_t>> quoted;
  for (const std::uint32_t number : position.claims) {
    const ReportClaim& claim = index.report().claims[number];
    const std::string name = html_voice(index, claim);
    const auto [place, is_new] = places.emplace(name, voices.size());
    if (is_new) voices.push_back({name, {}});
    const bool is_first = quoted.emplace(place->second, claim.article, claim.span.begin, claim.span.end).second;
    if (is_first) voices[place->second].quotes.push_back(quote_item(index, number));
  }
  return voices;
}

std::string voices(const HtmlIndex& index, const Position& position) {
  std::string out;
  for (const Voice& voice : voices_of(index, position)) {
    out += fmt::format(R"(<div class="voice"><p class="chain">{}</p>{}</div>)", voice.name,
                       folded_list(voice.quotes, quotes_shown, "quote"));
  }
  return out;
}

std::string positions(const HtmlIndex& index, std::uint32_t number) {
  const Finding& finding = index.report().findings[number];
  std::string out = R"(<ol class="positions">)";
  for (std::size_t p = 0; p < finding.positions.size(); ++p) {
    const Position& position = finding.positions[p];
    out += fmt::format(R"(<li id="f{}p{}"><p class="value">{} <small>{}</small></p>{}</li>)", number, p,
                       escape(position.value), count_of(position.origins.size(), "origin"), voices(index, position));
  }
  return out + "</ol>\n";
}

// The pairs that made the verdict, the others folded.
std::string relations(const Finding& finding) {
  std::vector<std::string> items;
  std::size_t deciding = 0;
  for (const bool decides : {true, false}) {
    for (const PairRelation& relation : finding.relations) {
      if ((relation.verdict == finding.verdict) != decides) continue;
      deciding += decides ? 1 : 0;
      items.push_back(fmt::format(R"(<li><b class="{0}">{0}</b> {1}</li>)", name_of(relation.verdict),
                                  escape(relation_in_words(finding, relation))));
    }
  }
  return items.empty() ? std::string{} : folded_list(items, std::min(deciding, relations_shown), "pair") + "\n";
}

}  // namespace

std::string html_voice(const HtmlIndex& index, const ReportClaim& claim) {
  const Report& report = index.report();
  const std::uint32_t origin = index.origin_of(claim);
  const std::string label = origin < report.origins.size() ? clean(report.origins[origin].label) : clean(claim.origin);
  const std::string source = claim.chain.empty() ? index.name_of_article(claim.article) : clean(claim.chain.back());
  std::string out = fmt::format(R"({}<b>{}</b>)", index.key_of(origin), escape(source));
  if (claim.chain.empty()) out += ", in its own voice";
  if (!is_same_name(label, source)) out += fmt::format(" <small>(origin: {})</small>", escape(label));
  for (std::size_t i = claim.chain.size(); i-- > 1;)
    out += "<span class=\"via\"> via </span>" + escape(claim.chain[i - 1]);
  return out;
}

std::string html_finding(const HtmlIndex& index, std::uint32_t number) {
  const Report& report = index.report();
  const Finding& finding = report.findings[number];
  return fmt::format(R"(<article class="{}" id="f{}" aria-labelledby="f{}h"><h4 id="f{}h"><b class="{}">{}</b> {}</h4>)"
                     R"(<p class="event">{}</p>)"
                     "\n",
                     index.filter_classes(finding), number, number, number, name_of(finding.verdict),
                     name_of(finding.verdict), escape(topic_of(finding)),
                     escape(event_in_words(report.events[finding.event]))) +
         range_plot(index, number) + relations(finding) + positions(index, number) +
         fmt::format(R"(<p class="support">{}; {}</p><p class="id"><a href="#f{}"><code>{}</code></a></p></article>)"
                     "\n",
                     escape(counts_in_words(finding)), escape(grade_in_words(finding)), number, escape(finding.id));
}

std::string html_single(const HtmlIndex& index, std::uint32_t number) {
  const Report& report = index.report();
  const Finding& finding = report.findings[number];
  std::string out =
      fmt::format(R"(<li class="{}" id="f{}"><b>{}</b> <small>{}</small>)", index.filter_classes(finding), number,
                  escape(topic_of(finding)), escape(event_in_words(report.events[finding.event])));
  for (std::size_t p = 0; p < finding.positions.size(); ++p) {
    const Position& position = finding.positions[p];
    out += fmt::format(R"(<div id="f{}p{}"><span class="value">{}</span>)", number, p, escape(position.value));
    for (const std::uint32_t claim : position.claims) {
      out += fmt::format(R"( <span class="said">{} <a class="place" href="#c{}">{}, line {}</a></span>)",
                         html_voice(index, report.claims[claim]), claim,
                         escape(index.name_of_article(report.claims[claim].article)), report.claims[claim].line);
    }
    out += "</div>";
  }
  return out + fmt::format(R"(<p class="id"><code>{}</code></p></li>)"
                           "\n",
                           escape(finding.id));
}

}  // namespace corroborate::reporting
