// Reads dates that stand alone in the first lines, and the agencies that an article credits.
#include "extract/names/frontmatter.h"

#include <algorithm>

#include "extract/dates/date_lines.h"
#include "extract/names/entities.h"
#include "text/host.h"
#include "time/civil.h"

namespace corroborate::extraction {

namespace {

constexpr std::size_t first_lines = 6;  // sentences that may hold a dateline

void add_unique(std::vector<std::string>& list, std::string_view item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.emplace_back(item);
}

// A credit: "(AP)", "AP -", or "… contributed to this report".
bool is_credit(const Analysis& analysis, const Hit& agency) {
  const std::size_t before = agency.token, after = agency.token + agency.length;
  const auto& sentence = analysis.sentence(analysis.sentence_of(before));
  if (before > 0 && analysis.form(before - 1) == "(" && after < analysis.size() && analysis.form(after) == ")")
    return true;
  if (before == sentence.begin && after < sentence.end &&
      (analysis.form(after) == "-" || analysis.form(after) == "\u2014"))
    return true;
  for (auto t = after; t < sentence.end && t < after + 4; ++t) {
    if (analysis.lemma(t) == "contribute") return true;
  }
  return false;
}

const Row* outlet_row(std::string_view name) {
  const std::string wanted = fold(name);
  for (const auto number : lexicon::rows_of(Table::outlets)) {
    const Row& row = lexicon::rows()[number];
    if (fold(row.phrase()) == wanted) return &row;
  }
  return nullptr;
}

}  // namespace

FrontMatter read_front_matter(const Analysis& analysis, const std::vector<DateMention>& dates) {
  FrontMatter front;
  const bool timeline = is_timeline(analysis, dates);
  for (const auto& mention : dates) {
    if (timeline || analysis.sentence_of(mention.begin) >= first_lines) break;
    if (!mention.date.resolved || mention.date.grain != Grain::day || !is_day_of_writing(analysis, mention)) continue;
    front.published = PublishedDay{mention.date.days.first, DayBasis::dateline,
                                   std::string(analysis.text(mention.date.span.begin, mention.date.span.end))};
    break;
  }
  for (std::size_t t = 0; t < analysis.size(); ++t) {
    const Hit* agency = analysis.longest(Table::agencies, t);
    if (agency != nullptr && is_credit(analysis, *agency)) add_unique(front.wires, (*agency->row)[1]);
  }
  return front;
}

std::string publisher_of(std::string_view outlet, std::string_view url) {
  if (const Row* row = outlet.empty() ? nullptr : outlet_row(outlet); row != nullptr) return std::string((*row)[2]);
  const auto host = text::host_of(url);
  if (const Row* row = host.empty() ? nullptr : outlet_row(host); row != nullptr) return std::string((*row)[2]);
  // Two pages of one host are one outlet, whatever they call themselves.
  return host.empty() ? slug(outlet) : host;
}

}  // namespace corroborate::extraction
