// Finds phrases in articles, and lays rows on values.
#include "train/alignment_rows.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "reconcile/days.h"
#include "reconcile/values.h"
#include "reconcile/zones.h"
#include "text/utf8.h"

namespace corroborate::training {

namespace {

// Line ends and no-break spaces are blanks, so that a phrase is found over them.
std::string folded(std::string text) {
  for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\r', ' ');
  return text;
}

std::set<double> figures_in(const std::string& text) {
  std::set<double> figures;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] < '0' || text[at] > '9') continue;
    std::string digits;
    while (at < text.size() &&
           ((text[at] >= '0' && text[at] <= '9') || text[at] == ',' ||
            (text[at] == '.' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9'))) {
      if (text[at] != ',') digits.push_back(text[at]);
      ++at;
    }
    figures.insert(std::strtod(digits.c_str(), nullptr));
  }
  return figures;
}

bool fits_kind(const Row& row, ClaimKind kind) {
  if (kind == ClaimKind::date)
    return row.kind == "day" || row.kind == "time" || row.kind == "duration" || row.kind == "age";
  return row.kind != "day";
}

std::set<double> figures_of(const Extraction& extraction, const Claim& claim) {
  if (claim.kind == ClaimKind::date) return figures_in(extraction.dates[static_cast<std::size_t>(claim.date)].value);
  const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
  return {quantity.from, quantity.to, quantity.interval.low, quantity.interval.high};
}

// "8:30 am", "noon".
bool names_time(std::string_view phrase) {
  return phrase.find_first_of("0123456789") != std::string_view::npos ||
         phrase.find("noon") != std::string_view::npos || phrase.find("midnight") != std::string_view::npos;
}

}  // namespace

std::string file_of(const Article& article) { return std::filesystem::path(article.path).filename().string(); }

void place_rows(std::vector<Row>& rows, const Article& article) {
  const text::PositionIndex index(article.body);
  std::string body = article.body;
  std::vector<std::size_t> origin;  // byte of the body, by byte of the folded text
  const std::string text = folded(body);
  for (std::size_t at = 0; at < body.size(); ++at) {
    origin.push_back(at);
    if (static_cast<unsigned char>(body[at]) == 0xC2 && at + 1 < body.size() &&
        static_cast<unsigned char>(body[at + 1]) == 0xA0)
      ++at;
  }
  origin.push_back(body.size());
  for (auto& row : rows) {
    if (row.file != file_of(article)) continue;
    const std::string phrase = folded(row.phrase);
    const auto at = text.find(phrase);
    if (at == std::string::npos) continue;
    row.span = {index.at(origin[at]).code_point, index.at(origin[at + phrase.size()]).code_point};
  }
}

bool tells_half(const Extraction& extraction, const Claim& claim) {
  return claim.kind == ClaimKind::date && std::ranges::any_of(extraction.claims, [&](const Claim& other) {
           return other.date == claim.date && reconciliation::is_clock(other) != reconciliation::is_clock(claim);
         });
}

bool fits_half(const Claim& claim, std::string_view kind, std::string_view phrase) {
  if (kind.empty()) return !reconciliation::is_clock(claim) || names_time(phrase);
  return reconciliation::is_clock(claim) == (kind == "time");
}

std::set<int> questions_of(const Extraction& extraction, const reconciliation::StoryValue& value,
                           const std::vector<Row>& rows) {
  const std::string file = file_of(extraction.article);
  const Claim& claim = *value.claim;
  const bool halved = tells_half(extraction, claim);
  std::vector<const Row*> on;
  std::set<int> questions;
  for (const auto& row : rows) {
    const bool touches = row.file == file && claim.span.begin < row.span.end && row.span.begin < claim.span.end;
    if (!touches || !fits_kind(row, claim.kind) || (halved && !fits_half(claim, row.kind, row.phrase))) continue;
    on.push_back(&row);
    questions.insert(row.question);
  }
  if (questions.size() < 2) return questions;
  const auto have = figures_of(extraction, claim);
  std::set<int> fitting;
  for (const auto* row : on) {
    const auto figures = figures_in(row->value);
    const bool number = row->kind != "day" && std::ranges::any_of(figures, [&](double f) { return have.contains(f); });
    if (number || (claim.kind == ClaimKind::date && row->kind == "day")) fitting.insert(row->question);
  }
  return fitting.empty() ? questions : fitting;
}

namespace {

GoldStory story_of(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                   const reconciliation::StoryEvents& events, const std::vector<Row>& rows) {
  GoldStory story;
  story.values = std::make_unique<reconciliation::StoryValues>(extractions, group, events);
  for (const auto& value : story.values->all())
    story.questions.push_back(questions_of(extractions[value.ref.article], value, rows));
  return story;
}

}  // namespace

GoldStory whole_story(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                      const std::vector<Row>& rows) {
  reconciliation::infer_days(extractions, group);
  const auto events = reconciliation::join_events(extractions, group);
  reconciliation::settle_zones(extractions, group, events);
  return story_of(extractions, group, events, rows);
}

GoldStory part_of_story(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& part,
                        const std::vector<Row>& rows) {
  GoldStory story = story_of(extractions, part, reconciliation::join_events(extractions, part), rows);
  story.part = true;
  return story;
}

}  // namespace corroborate::training
