// One check a kind of context.
#include "support/context_examples.h"

#include <algorithm>
#include <string_view>

#include "corroborate/names.h"

namespace corroborate::testing {

using lexicon::Row;

Extraction read(const Row& row) {
  Article article;
  article.id = "example";
  article.body = std::string(row.example());
  article.published = PublishedDay{thursday, DayBasis::metadata, {}};
  return extract(article);
}

std::string quantities_of(const Extraction& extraction) {
  std::string found = "quantities:";
  for (const auto& quantity : extraction.quantities) {
    found += " [" + std::string(name_of(quantity.relation)) + " " + std::to_string(quantity.from) + " " +
             quantity.unit + "]";
  }
  return found;
}

namespace {

// Whom the example's number comes from, by the kind of its context.
std::string speaker_of(const Row& row, const Extraction& extraction) {
  const auto kind = row[1];
  const std::string_view wanted = kind == "reckoning" || kind == "quoting" ? "union"
                                  : kind == "outlet"                       ? ""
                                  : kind == "mouthpiece"                   ? "Tern Lines"
                                  : kind == "naming"                       ? "Otto"
                                                     : row.example().substr(2, row.example().find(" said") - 2);
  for (const Claim& claim : extraction.claims) {
    if (claim.quantity == no_index) continue;
    const int speaker = claim.chain.empty()
                            ? no_index
                            : extraction.attributions[static_cast<std::size_t>(claim.chain.back())].source_entity;
    const std::string label = speaker == no_index ? "" : extraction.entities[static_cast<std::size_t>(speaker)].label;
    return label == wanted ? "" : "speaker: " + label;
  }
  return "no claim";
}

// The example's day is read, and no event took place on it.
std::string aside_of(const Extraction& extraction) {
  constexpr std::string_view day = "2015-05-04";
  const auto is_day = [](const DateExpression& date) { return date.value == day; };
  if (std::none_of(extraction.dates.begin(), extraction.dates.end(), is_day)) return "no such day";
  const auto falls_on_it = [&](const Event& event) {
    return event.date != no_index && is_day(extraction.dates[static_cast<std::size_t>(event.date)]);
  };
  return std::none_of(extraction.events.begin(), extraction.events.end(), falls_on_it) ? "" : "an event of that day";
}

}  // namespace

// What the number of the example has to be, by the kind of its context.
std::string context_of(const Row& row) {
  const auto kind = row[1];
  const Extraction extraction = read(row);
  if (kind == "yearly" || kind == "street" || kind == "rivalry" || kind == "hotline" || kind == "unranked" ||
      kind == "uncounted")
    return extraction.quantities.empty() ? "" : quantities_of(extraction);
  if (kind == "picture" || kind == "rights") return aside_of(extraction);
  if (kind == "work")
    return std::any_of(extraction.events.begin(), extraction.events.end(),
                       [](const Event& event) { return event.event_class == "fire"; })
               ? "a fire"
               : "";
  if (kind == "light" && std::ranges::count(extraction.claims, row.phrase(), &Claim::property) > 0) return "its name";
  if (kind == "settlement")
    return std::ranges::count(extraction.claims, "wellington", &Claim::term) > 0 ? "" : "no such place";
  if (kind == "charge")
    return std::ranges::count(extraction.claims, Polarity::asserted, &Claim::polarity) > 0 ? "" : "denied";
  if (kind == "level" || kind == "light") return extraction.claims.empty() ? "no claim" : "";
  if (kind == "span")
    return std::any_of(extraction.dates.begin(), extraction.dates.end(),
                       [](const DateExpression& date) { return date.value == "P3D"; })
               ? ""
               : "no P3D";
  if (kind == "body") {
    const bool whole = std::any_of(extraction.entities.begin(), extraction.entities.end(), [&](const Entity& one) {
      return one.key == "ellan-dockers-" + std::string(row.phrase());
    });
    return whole ? "" : "no such body";
  }
  if (kind == "earlier" || kind == "article" || kind == "mistaken") {
    const bool retracted = std::any_of(extraction.claims.begin(), extraction.claims.end(),
                                       [](const Claim& claim) { return claim.polarity == Polarity::retracted; });
    return retracted ? "" : "nothing taken back";
  }
  if (kind == "reckoning" || kind == "outlet" || kind == "mouthpiece" || kind == "viewing" || kind == "naming" ||
      kind == "quoting")
    return speaker_of(row, extraction);
  if (kind == "stamp") {
    const bool stamped = std::any_of(extraction.claims.begin(), extraction.claims.end(),
                                     [](const Claim& claim) { return claim.rule == "dateline"; });
    return stamped ? "" : "a day or time that something happened";
  }
  if (kind == "parent") {
    const bool counted = std::any_of(extraction.claims.begin(), extraction.claims.end(), [](const Claim& claim) {
      return claim.property == "killed.count" && claim.quantity != no_index;
    });
    return counted ? "a count of the killed" : "";
  }
  const std::string_view unit = kind == "paying"    ? "pound sterling"
                                : kind == "extent"  ? "metre"
                                : kind == "contest" ? "score"
                                                    : "ordinal";
  return any_quantity(row, [unit](const Quantity& quantity) { return quantity.unit == unit; });
}

}  // namespace corroborate::testing
