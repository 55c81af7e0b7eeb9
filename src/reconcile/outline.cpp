// Keeps features, words, names, figures and days; drops the sentences and what is said in them.
#include "reconcile/outline.h"

#include <utility>

namespace corroborate::reconciliation {
namespace {

Article outline_of(Article&& whole) {
  Article article;
  article.id = std::move(whole.id);
  article.story = std::move(whole.story);
  if (whole.published) article.published = PublishedDay{whole.published->day, whole.published->basis, {}};
  return article;
}

Quantity outline_of(Quantity&& whole) {
  Quantity quantity;
  quantity.span = whole.span;
  quantity.from = whole.from;
  quantity.to = whole.to;
  quantity.relation = whole.relation;
  quantity.unit = std::move(whole.unit);
  quantity.dimension = std::move(whole.dimension);
  quantity.counted = std::move(whole.counted);
  return quantity;
}

DateExpression outline_of(DateExpression&& whole) {
  DateExpression date;
  date.reference = whole.reference;
  date.resolved = whole.resolved;
  date.days = whole.days;
  return date;
}

Entity outline_of(Entity&& whole) {
  Entity entity;
  entity.kind = whole.kind;
  entity.key = std::move(whole.key);
  entity.relay = whole.relay;
  entity.mentions = std::move(whole.mentions);
  return entity;
}

Event outline_of(Event&& whole) {
  Event event;
  event.main = whole.main;
  event.date = whole.date;
  return event;
}

template <typename Value>
std::vector<Value> outlines_of(std::vector<Value>&& whole) {
  std::vector<Value> result;
  result.reserve(whole.size());
  for (Value& value : whole) result.push_back(outline_of(std::move(value)));
  return result;
}

}  // namespace

Extraction outline_of(Extraction&& whole) {
  Extraction outline;
  outline.article = outline_of(std::move(whole.article));
  outline.quantities = outlines_of(std::move(whole.quantities));
  outline.dates = outlines_of(std::move(whole.dates));
  outline.entities = outlines_of(std::move(whole.entities));
  outline.events = outlines_of(std::move(whole.events));
  outline.features = std::move(whole.features);
  outline.features.shrink_to_fit();
  outline.background_documents = whole.background_documents;
  outline.words = std::move(whole.words);
  outline.words.shrink_to_fit();
  outline.problems = std::move(whole.problems);
  return outline;
}

}  // namespace corroborate::reconciliation
