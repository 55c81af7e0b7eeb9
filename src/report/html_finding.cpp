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
#include "report/value_words.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::size_t reach = 100;          // columns of context on either side of a quote, in a conflict
constexpr std::size_t other_reach = 28;     // the articles at the end have all of it
constexpr std::size_t conflict_quotes = 3;  // of one voice; the others by their place
constexpr std::size_t other_quotes = 1;
constexpr std::size_t other_voices = 2;     // where nothing conflicts: so many with their words
constexpr std::size_t relations_shown = 6;  // ten positions make 45 pairs

bool is_same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char c, char d) { return lower(c) == lower(d); });
}

std::string place_link(const HtmlIndex& index, std::uint32_t number) {
  const ReportClaim& claim = index.report().claims[number];
  return fmt::format(R"(<a href="#c{}">{}, line {}</a>)", number, escape(index.name_of_article(claim.article)),
                     claim.line);
}

// The line alone where the voice is the article itself.
std::string place_in_voice(const HtmlIndex& index, std::uint32_t number) {
  const ReportClaim& claim = index.report().claims[number];
  return claim.chain.empty() ? fmt::format(R"(<a href="#c{}">line {}</a>)", number, claim.line)
                             : place_link(index, number);
}

struct Voice {
  std::string name;                   // as HTML
  std::vector<std::uint32_t> claims;  // each of other words
};

// Claims of one position under the voice that states them, in the order of their first claim. Of two claims of the same
// words ("two jets and two bombers") there is the first.
std::vector<Voice> voices_of(const HtmlIndex& index, const Position& position) {
  std::vector<Voice> voices;
  std::map<std::string, std::size_t> places;
  std::set<std::tuple<std::size_t, std::uint32_t, std::uint32_t, std::uint32_t>> known;
  for (const std::uint32_t number : position.claims) {
    const ReportClaim& claim = index.report().claims[number];
    const std::string name = html_voice(index, claim);
    const auto [place, is_new] = places.emplace(name, voices.size());
    if (is_new) voices.push_back({name, {}});
    const bool is_first = known.emplace(place->second, claim.article, claim.span.begin, claim.span.end).second;
    if (is_first) voices[place->second].claims.push_back(number);
  }
  return voices;
}

// The first ones with their words, the others by their place: the articles at the end have the words of all.
std::string quotes_of(const HtmlIndex& index, const Voice& voice, std::size_t shown, std::size_t around) {
  std::string quotes, others;
  for (std::size_t i = 0; i < voice.claims.size(); ++i) {
    const ReportClaim& claim = index.report().claims[voice.claims[i]];
    const std::string place = place_in_voice(index, voice.claims[i]);
    if (i < shown) {
      quotes += fmt::format(R"(<p>{} <q>{}</q></p>)", place, marked_excerpt(claim.context, claim.quote, around));
    } else {
      others += (others.empty() ? "<p>also " : " · ") + place;
    }
  }
  return quotes + (others.empty() ? others : others + "</p>");
}

// All of them with their words in a conflict; else the first ones, the others in a line.
std::string voices(const HtmlIndex& index, const Position& position, bool conflict) {
  std::string out, others;
  std::size_t number = 0;
  for (const Voice& voice : voices_of(index, position)) {
    if (conflict || number++ < other_voices) {
      out += fmt::format(
          R"(<div class="voice">{}{}</div>)", voice.name,
          quotes_of(index, voice, conflict ? conflict_quotes : other_quotes, conflict ? reach : other_reach));
      continue;
    }
    others += others.empty() ? "<p class=\"others\">also " : "; ";
    others += voice.name;
    for (const std::uint32_t claim : voice.claims) others += " " + place_in_voice(index, claim);
  }
  return out + (others.empty() ? others : others + "</p>");
}

// Superseded, and the Admiralty mark where there is one.
std::string standing(const Position& position) {
  std::string words = count_of(position.origins.size(), "origin");
  if (position.superseded) words += ", superseded";
  if (!position.admiralty.empty()) words += ", " + position.admiralty;
  return escape(words);
}

// Which figure was printed when, each linked with its words.
std::string by_day(const Finding& finding) {
  if (finding.kind != ClaimKind::quantity) return {};
  std::string days, last;
  for (const TimedValue& value : finding.timeline) {
    const std::string words =
        fmt::format("{} ({})", escape(finding.positions[value.position].value), escape(value.day));
    if (words == last) continue;
    days += fmt::format(R"({}<a href="#c{}">{}</a>)", days.empty() ? "" : ", ", value.claim, words);
    last = words;
  }
  return days.empty() ? days : "<p class=\"support\">by day: " + days + "</p>\n";
}

std::string positions(const HtmlIndex& index, std::uint32_t number) {
  const Finding& finding = index.report().findings[number];
  std::string out = R"(<ol class="positions">)";
  for (std::size_t p = 0; p < finding.positions.size(); ++p) {
    const Position& position = finding.positions[p];
    out += fmt::format(R"(<li id="f{}p{}"><p class="value">{} <small>{}</small></p>{}</li>)", number, p,
                       escape(value_in_words(finding, position)), standing(position),
                       voices(index, position, finding.verdict == Verdict::conflict));
  }
  return out + "</ol>\n";
}

// The pairs that made the verdict, the others folded.
std::string relations(const Finding& finding) {
  std::string deciding, others;
  std::size_t shown = 0, folded = 0;
  for (const PairRelation& relation : finding.relations) {
    const bool decides = relation.verdict == finding.verdict && shown < relations_shown;
    ++(decides ? shown : folded);
    (decides ? deciding : others) += fmt::format(R"(<li><b class="{0}">{0}</b> {1}</li>)", name_of(relation.verdict),
                                                 escape(relation_in_words(finding, relation)));
  }
  std::string out;
  if (shown > 0) out += "<ul class=\"pairs\">" + deciding + "</ul>\n";
  if (folded > 0) {
    out += fmt::format("<details><summary>{}</summary><ul class=\"pairs\">{}</ul></details>\n",
                       count_of(folded, "more pair"), others);
  }
  return out;
}

}  // namespace

std::string html_event(const Report& report, const Finding& finding) {
  const std::string event = event_in_words(report.events[finding.event]);
  return event == spoken_label(clean(report.stories[finding.story].label)) ? std::string()
                                                                           : "<small>" + escape(event) + "</small>";
}

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
  return fmt::format(R"(<article class="{0}" id="f{1}" aria-labelledby="f{1}h"><h4 id="f{1}h"><b class="{2}">{2}</b> )"
                     "{3} {4}</h4>\n",
                     index.filter_classes(finding), number, name_of(finding.verdict), escape(topic_of(finding)),
                     html_event(report, finding)) +
         range_plot(index, number) + relations(finding) + by_day(finding) + positions(index, number) +
         fmt::format(R"(<p class="support">{}; {}</p><p class="id"><a href="#f{}"><code>{}</code></a></p></article>)"
                     "\n",
                     escape(counts_in_words(report, finding)), escape(grade_in_words(finding)), number,
                     escape(finding.id));
}

std::string html_single(const HtmlIndex& index, std::uint32_t number) {
  const Report& report = index.report();
  const Finding& finding = report.findings[number];
  std::string out = fmt::format(R"(<li class="{}" id="f{}"><b>{}</b> {})", index.filter_classes(finding), number,
                                escape(topic_of(finding)), html_event(report, finding));
  for (std::size_t p = 0; p < finding.positions.size(); ++p) {
    const Position& position = finding.positions[p];
    out += fmt::format(R"(<div id="f{}p{}"><b>{}</b>)", number, p, escape(value_in_words(finding, position)));
    for (const std::uint32_t claim : position.claims) {
      out += fmt::format(R"( <span class="said">{} {}</span>)", html_voice(index, report.claims[claim]),
                         place_link(index, claim));
    }
    out += "</div>";
  }
  return out + "<p class=\"id\"><code>" + escape(finding.id) + "</code></p></li>\n";
}

}  // namespace corroborate::reporting
