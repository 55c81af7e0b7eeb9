// The value a claim states, for comparing and for reading.
#include <fmt/format.h>

#include <cmath>

#include "reconcile/findings.h"
#include "time/civil.h"

namespace corroborate::reconciliation {

namespace {

std::string figure(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) {
    std::string digits = fmt::format("{:.0f}", number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (digits[0] == '-' ? 1 : 0); at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
  }
  return fmt::format("{:g}", number);
}

std::string_view hedge_words(const Quantity& quantity) {
  switch (quantity.relation) {
    case Relation::equal: return "";
    case Relation::about: return quantity.rule.ends_with("near") ? "nearly " : "about ";
    case Relation::more: return "more than ";
    case Relation::at_least: return "at least ";
    case Relation::less: return quantity.rule.ends_with("near") ? "just under " : "less than ";
    case Relation::at_most: return "up to ";
    case Relation::range: return "";
    case Relation::vague: return "";
  }
  return "";
}

// "12 dollars per gallon", "12 percentage", "one metre"
std::string plural_unit(const Quantity& quantity) {
  if (quantity.unit == "percentage" || quantity.from == 1) return quantity.unit;
  const auto per = quantity.unit.find(" per ");
  return quantity.unit.substr(0, per) + "s" + (per == std::string::npos ? "" : quantity.unit.substr(per));
}

std::string quantity_words(const Quantity& quantity) {
  std::string words(hedge_words(quantity));
  if (quantity.relation == Relation::range) words += figure(quantity.from) + " to " + figure(quantity.to);
  else if (quantity.relation == Relation::vague && std::isinf(quantity.interval.high)) words += "at least " + figure(quantity.interval.low) + " (vague word)";
  else if (quantity.relation == Relation::vague) words += figure(quantity.interval.low) + " to " + figure(quantity.interval.high) + " (vague word)";
  else words += figure(quantity.from);
  if (!quantity.unit.empty()) words += " " + plural_unit(quantity);
  return words;
}

std::string date_words(const DateExpression& date) {
  if (!date.resolved) return date.value;
  if (date.days.first == date.days.last) {
    return fmt::format("{} ({})", time::iso_day(date.days.first), time::weekday_name(time::weekday_of(date.days.first)));
  }
  return date.value;
}

}  // namespace

Value value_of(const Extraction& extraction, const Claim& claim) {
  Value value;
  value.kind = claim.kind;
  value.polarity = claim.polarity;
  value.modality = claim.modality;
  switch (claim.kind) {
    case ClaimKind::quantity: {
      const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
      value.interval = {quantity.interval.low * quantity.factor + quantity.offset, quantity.interval.high * quantity.factor + quantity.offset};
      value.relation = quantity.relation;
      value.stated = quantity.from * quantity.factor + quantity.offset;
      break;
    }
    case ClaimKind::date: {
      const auto& date = extraction.dates[static_cast<std::size_t>(claim.date)];
      value.interval = {static_cast<double>(date.days.first), static_cast<double>(date.days.last)};
      break;
    }
    case ClaimKind::term:
    case ClaimKind::proposition: value.term = claim.term; break;
  }
  return value;
}

std::string words_of(const Extraction& extraction, const Claim& claim) {
  std::string words;
  switch (claim.kind) {
    case ClaimKind::quantity: words = quantity_words(extraction.quantities[static_cast<std::size_t>(claim.quantity)]); break;
    case ClaimKind::date: words = date_words(extraction.dates[static_cast<std::size_t>(claim.date)]); break;
    case ClaimKind::term:
    case ClaimKind::proposition: words = claim.term; break;
  }
  if (claim.polarity == Polarity::denied) words = words.empty() ? "denied" : "denied: " + words;
  if (claim.polarity == Polarity::declined) words = "declined to say";
  if (claim.modality == Modality::hedged) words += " (hedged)";
  if (claim.modality == Modality::planned) words += " (planned)";
  if (claim.modality == Modality::hypothetical) words += " (hypothetical)";
  return words;
}

}  // namespace corroborate::reconciliation
