// From what was extracted and joined to what is shown.
#include "reconcile/report_values.h"

#include <fmt/format.h>

#include "corroborate/names.h"
#include "reconcile/report_words.h"
#include "time/civil.h"

namespace corroborate::reconciliation {
namespace {

constexpr Day open_first = -1000000, open_last = 1000000;

std::string as_of_day(const DateExpression& date) {
  return date.resolved ? time::iso_day(date.days.last) : std::string{};
}

}  // namespace

ReportArticle report_article(Extraction& extraction) {
  Article& article = extraction.article;
  ReportArticle result{article.id, article.path, article.outlet, extraction.publisher, article.title, article.url,
                       {},         {},           article.status, article.at_most};
  if (article.published) {
    result.published = time::iso_day(article.published->day);
    result.basis = basis_words(*article.published);
  }
  result.body = std::move(article.body);
  result.first_line = article.first_line;
  result.lines = std::move(article.lines);
  return result;
}

std::string label_of(const JoinedEvent& event) {
  std::string label = event.event_class;
  if (!event.place.empty()) label += ", " + event.place;
  const bool known = event.days.first > open_first && event.days.last < open_last;
  if (known && event.days.first == event.days.last)
    label += ", " + time::iso_day(event.days.first);
  else if (known)
    label += ", " + time::iso_day(event.days.first) + " to " + time::iso_day(event.days.last);
  return label;
}

ReportEvent report_event(const JoinedEvent& event) {
  ReportEvent result;
  result.id = event.id;
  result.event_class = event.event_class;
  result.label = label_of(event);
  result.place = event.place;
  if (event.days.first > open_first) result.first = time::iso_day(event.days.first);
  if (event.days.last < open_last) result.last = time::iso_day(event.days.last);
  result.scope = name_of(event.scope);
  return result;
}

ReportClaim report_claim(const Extraction& extraction, const UsedClaim& used, const ClaimOrigin& origin) {
  const Claim& claim = extraction.claims[used.ref.claim];
  ReportClaim result;
  result.id = fmt::format("{}#{}", extraction.article.id, used.ref.claim + 1);
  result.article = static_cast<std::uint32_t>(used.ref.article);
  result.kind = claim.kind;
  result.property = claim.property;
  result.population = claim.population;
  result.value = used.words;
  result.interval = used.interval;
  if (claim.kind == ClaimKind::quantity) {
    const Quantity& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
    result.unit = quantity.unit;
    result.dimension = quantity.dimension;
  }
  result.polarity = claim.polarity;
  result.modality = claim.modality;
  result.arguments = claim.arguments;
  result.chain = origin.chain;
  result.origin = origin.id;
  if (claim.as_of != no_index) result.as_of = as_of_day(extraction.dates[static_cast<std::size_t>(claim.as_of)]);
  result.span = claim.span;
  result.line = claim.line;
  result.column = claim.column;
  result.quote = claim.quote;
  result.context = claim.context;
  result.rule = claim.rule;
  return result;
}

}  // namespace corroborate::reconciliation
