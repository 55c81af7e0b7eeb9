// The timeline of the HTML report: what is dated, day after day, and who dates it so.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "corroborate/names.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// "before 2016" stands at its end.
double day_of(const Finding& finding, std::size_t position) {
  const Interval days = bounds_of(finding, finding.positions[position]);
  return std::isfinite(days.low) ? days.low : days.high;
}

void add_days(const Finding& finding, std::uint32_t number, std::vector<Place>& places) {
  if (finding.kind != ClaimKind::date) return;
  for (std::uint32_t p = 0; p < finding.positions.size(); ++p) {
    if (std::isfinite(day_of(finding, p))) places.push_back({number, p});
  }
}

std::vector<Place> dated(const HtmlIndex& index, std::uint32_t story) {
  const Report& report = index.report();
  std::vector<Place> places;
  for (const Verdict verdict : {Verdict::conflict, Verdict::compatible, Verdict::agree, Verdict::single}) {
    for (const std::uint32_t f : index.findings_of(story, verdict)) add_days(report.findings[f], f, places);
  }
  const auto order = [&](const Place& place) {
    return std::make_tuple(day_of(report.findings[place.finding], place.position), place.finding, place.position);
  };
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) { return order(a) < order(b); });
  return places;
}

std::string entry(const HtmlIndex& index, const Place& place) {
  const Report& report = index.report();
  const Finding& finding = report.findings[place.finding];
  const Position& position = finding.positions[place.position];
  std::string out = fmt::format(
      R"(<li class="{}"><span class="when">{}</span> <a href="#f{}p{}">{}</a> <b class="{}">{}</b> {}<p>)",
      index.filter_classes(finding), escape(value_in_words(finding, position)), place.finding, place.position,
      escape(topic_of(finding)), name_of(finding.verdict), name_of(finding.verdict), html_event(report, finding));
  for (const std::uint32_t origin : position.origins) {
    out +=
        fmt::format(R"(<span class="said">{}{}</span> )", index.key_of(origin), escape(report.origins[origin].label));
  }
  return out + "</p></li>\n";
}

}  // namespace

std::string html_timeline(const HtmlIndex& index, std::uint32_t story) {
  const auto places = dated(index, story);
  if (places.empty()) return {};
  std::string out = "<h3>Timeline of what is dated</h3><ol class=\"timeline\">\n";
  for (const Place& place : places) out += entry(index, place);
  return out + "</ol>\n";
}

}  // namespace corroborate::reporting
