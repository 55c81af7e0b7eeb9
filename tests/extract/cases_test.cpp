// The phrasings of data/lexicon/en/*.cases, each under what has to be read in it. The format stands in
// support/cases.h; what a line of each file says is written at the top of that file.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "support/cases.h"
#include "test.h"
#include "text/utf8.h"
#include "time/civil.h"

using namespace corroborate;

namespace {

std::string or_none(std::string text) { return text.empty() ? "none" : text; }

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string result;
  for (const auto& part : parts) result += (result.empty() ? "" : std::string(between)) + part;
  return result;
}

std::string number(double value) { return std::isinf(value) ? "..." : fmt::format("{:.10g}", value); }

// "> 60 [61, ...] sailor"; the interval only where it says more than the figure.
std::string words_of(const Quantity& quantity) {
  std::string words = quantity.relation == Relation::equal ? "" : std::string(name_of(quantity.relation)) + " ";
  words += number(quantity.from);
  if (quantity.relation == Relation::range) words += "-" + number(quantity.to);
  const bool vague = quantity.relation == Relation::vague;
  if (vague || quantity.interval.low != quantity.from || quantity.interval.high != quantity.to) {
    words += " [" + number(quantity.interval.low) + ", " + number(quantity.interval.high) + "]";
  }
  const auto& thing = quantity.unit.empty() ? quantity.counted : quantity.unit;
  return thing.empty() ? words : words + " " + thing;
}

std::string quantities_in(const Extraction& extraction, std::string_view) {
  std::vector<std::string> found;
  for (const auto& quantity : extraction.quantities) found.push_back(words_of(quantity));
  return joined(found, "; ");
}

std::string words_of(const DateExpression& date) { return (date.mod.empty() ? "" : date.mod + " ") + date.value; }

std::string dates_in(const Extraction& extraction, std::string_view) {
  std::vector<std::string> found;
  for (const auto& date : extraction.dates) found.push_back(words_of(date));
  return joined(found, "; ");
}

// The text of spans of code points; the phrasings are short, so counting each time is fine.
std::string text_of(std::string_view body, const std::vector<Span>& spans) {
  if (spans.empty()) return "?";
  const text::PositionIndex index(body);
  std::vector<std::string> parts(spans.size());
  for (std::uint32_t at = 0; at < body.size(); ++at) {
    const auto point = index.at(at).code_point;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (spans[i].begin <= point && point < spans[i].end) parts[i] += body[at];
    }
  }
  return joined(parts, " ... ");
}

std::string words_of(const Extraction& extraction, std::string_view body, int attribution) {
  const auto& one = extraction.attributions[static_cast<std::size_t>(attribution)];
  std::string words = text_of(body, one.source) + " " + std::string(name_of(one.stance));
  return one.within == no_index ? words : words_of(extraction, body, one.within) + " > " + words;
}

std::string attributions_in(const Extraction& extraction, std::string_view body) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < extraction.attributions.size(); ++i) {
    found.push_back(words_of(extraction, body, static_cast<int>(i)) + ": " +
                    text_of(body, extraction.attributions[i].content));
  }
  return joined(found, " | ");
}

std::string value_of(const Extraction& extraction, const Claim& claim) {
  if (claim.quantity != no_index) {
    const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
    std::string words = quantity.relation == Relation::equal ? "" : std::string(name_of(quantity.relation)) + " ";
    words += number(quantity.from);
    if (quantity.relation == Relation::range) words += "-" + number(quantity.to);
    return quantity.unit.empty() ? words : words + " " + quantity.unit;
  }
  if (claim.date != no_index) return words_of(extraction.dates[static_cast<std::size_t>(claim.date)]);
  return claim.term;
}

// "strike killed.count soldier 62 (the ministry)"
std::string words_of(const Extraction& extraction, std::string_view body, const Claim& claim) {
  std::vector<std::string> words;
  if (claim.event != no_index) words.push_back(extraction.events[static_cast<std::size_t>(claim.event)].event_class);
  words.push_back(claim.property);
  if (!claim.population.empty()) words.push_back(claim.population);
  if (const auto value = value_of(extraction, claim); !value.empty()) words.push_back(value);
  if (claim.as_of != no_index)
    words.push_back("as of " + extraction.dates[static_cast<std::size_t>(claim.as_of)].value);
  if (claim.polarity != Polarity::asserted) words.emplace_back(name_of(claim.polarity));
  if (claim.modality != Modality::actual) words.emplace_back(name_of(claim.modality));
  std::vector<std::string> chain;
  for (const int link : claim.chain)
    chain.push_back(text_of(body, extraction.attributions[static_cast<std::size_t>(link)].source));
  if (!chain.empty()) words.push_back("(" + joined(chain, " > ") + ")");
  return joined(words, " ");
}

std::string claims_in(const Extraction& extraction, std::string_view body) {
  std::vector<std::string> found;
  for (const auto& claim : extraction.claims) {
    if (claim.kind == ClaimKind::proposition || claim.rule == "value") continue;  // those are every number and day
    found.push_back(words_of(extraction, body, claim));
  }
  return joined(found, "; ");
}

// "yes", "no", "accidental", "not safe so far"
std::string stance_of(const Claim& claim) {
  std::string words = claim.term.empty() ? claim.polarity == Polarity::denied ? "no" : "yes"
                                         : (claim.polarity == Polarity::denied ? "not " : "") + claim.term;
  if (claim.polarity == Polarity::declined || claim.polarity == Polarity::retracted) words = name_of(claim.polarity);
  return claim.so_far ? words + " so far" : words;
}

// "inform who navy what port: yes (the ministry)"
std::string proposition_words(const Extraction& extraction, std::string_view body, const Claim& claim) {
  std::string words = claim.property;
  for (const auto& argument : claim.arguments) {
    const bool named = argument.kind == ArgumentKind::entity || argument.kind == ArgumentKind::event;
    const auto& name = named && !argument.key.empty() ? argument.key : argument.head;
    words +=
        " " + argument.role + " " + name + (argument.side.empty() || argument.side == name ? "" : "@" + argument.side);
  }
  words += ": " + stance_of(claim);
  if (claim.modality != Modality::actual) words += " " + std::string(name_of(claim.modality));
  std::vector<std::string> chain;
  for (const int link : claim.chain)
    chain.push_back(text_of(body, extraction.attributions[static_cast<std::size_t>(link)].source));
  return chain.empty() ? words : words + " (" + joined(chain, " > ") + ")";
}

std::string propositions_in(const Extraction& extraction, std::string_view body) {
  std::vector<std::string> found;
  for (const auto& claim : extraction.claims)
    if (claim.kind == ClaimKind::proposition) found.push_back(proposition_words(extraction, body, claim));
  return joined(found, "; ");
}

// "12 clerk", "2016-09-12", "dozens"
std::string stated_by(const Extraction& extraction, const Claim& claim) {
  if (claim.quantity == no_index) return extraction.dates[static_cast<std::size_t>(claim.date)].value;
  const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
  if (!quantity.words.empty()) return quantity.words;
  const auto& thing = quantity.unit.empty() ? quantity.counted : quantity.unit;
  const std::string words = quantity.relation == Relation::equal ? "" : std::string(name_of(quantity.relation)) + " ";
  return words + number(quantity.from) + (thing.empty() ? "" : " " + thing);
}

// The name of the innermost speaker that has one, as a report shows it.
std::string speaker_of(const Extraction& extraction, const Claim& claim) {
  for (auto link = claim.chain.rbegin(); link != claim.chain.rend(); ++link) {
    const int entity = extraction.attributions[static_cast<std::size_t>(*link)].source_entity;
    if (entity != no_index) return extraction.entities[static_cast<std::size_t>(entity)].label;
  }
  return {};
}

// Every figure and day that is claimed, with what the claim makes of it and whose it is: "12 clerk denied (the firm)".
std::string statements_in(const Extraction& extraction, std::string_view) {
  std::vector<std::pair<std::uint32_t, std::string>> found;
  for (const auto& claim : extraction.claims) {
    if (claim.quantity == no_index && claim.date == no_index) continue;
    std::string words = stated_by(extraction, claim);
    if (claim.polarity != Polarity::asserted) words += " " + std::string(name_of(claim.polarity));
    if (claim.modality != Modality::actual) words += " " + std::string(name_of(claim.modality));
    if (const auto speaker = speaker_of(extraction, claim); !speaker.empty()) words += " (" + speaker + ")";
    const Span span = claim.quantity != no_index ? extraction.quantities[static_cast<std::size_t>(claim.quantity)].span
                                                 : extraction.dates[static_cast<std::size_t>(claim.date)].span;
    found.emplace_back(span.begin, std::move(words));
  }
  std::ranges::stable_sort(found, {}, &std::pair<std::uint32_t, std::string>::first);
  std::vector<std::string> parts;
  for (auto& [begin, words] : found) parts.push_back(std::move(words));
  return joined(parts, "; ");
}

using Reader = std::string (*)(const Extraction& extraction, std::string_view body);

void check_cases(std::string_view name, Reader read) {
  const auto cases = testing::read_cases(name);
  CHECK(cases.size() >= 40);
  int gaps = 0;
  for (const auto& one : cases) {
    const auto got = or_none(read(extract(one.article()), one.text));
    const bool passes = got == one.expected;
    gaps += one.gap;
    if (passes != one.gap) continue;
    FAIL_CHECK(one.file << ":" << one.line
                        << (one.gap ? ": works now, take the gap mark off" : ": not what is expected")
                        << "\n  text:     " << one.text << "\n  expected: " << one.expected << "\n  got:      " << got);
  }
  WARN(name << ".cases: " << cases.size() << " phrasings, " << gaps << " known gaps");
}

}  // namespace

TEST_CASE("quantities_are_read_as_their_cases_say") { check_cases("quantities", quantities_in); }
TEST_CASE("dates_are_read_as_their_cases_say") { check_cases("dates", dates_in); }
TEST_CASE("attributions_are_read_as_their_cases_say") { check_cases("attributions", attributions_in); }
TEST_CASE("propositions_are_read_as_their_cases_say") { check_cases("propositions", propositions_in); }
TEST_CASE("claims_are_read_as_their_cases_say") { check_cases("claims", claims_in); }
TEST_CASE("misreadings_stay_mended") { check_cases("misreadings", statements_in); }
