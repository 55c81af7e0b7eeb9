// Every row of the lexicon works: its example holds its phrase, and the extractor makes of it what the row says.
//
// A failure prints the row's file and line, the example, what was expected and what came out.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "extract/events/predicates.h"
#include "extract/names/frontmatter.h"
#include "extract/numbers/quantities.h"
#include "extract/reading/analysis.h"
#include "lexicon/lexicon.h"
#include "support/context_examples.h"
#include "test.h"

using namespace corroborate;
using corroborate::testing::any_quantity;
using corroborate::testing::context_of;
using corroborate::testing::quantities_of;
using corroborate::testing::read;
using corroborate::testing::thursday;
using lexicon::Row;
using lexicon::Table;

namespace {

double number(std::string_view cell) { return cell.empty() ? unbounded : std::atof(std::string(cell).c_str()); }

// Not by address: a phrase with a hyphen is kept a second time, apart at the hyphen.
bool is_of(const extraction::Hit& hit, const Row& row) {
  return hit.row->table == row.table && hit.row->line == row.line;
}

// Of several words ("air strike") a noun is its last, where no row starts.
bool is_of_noun(const extraction::Analysis& analysis, const extraction::Predicate& predicate, const Row& row) {
  for (std::size_t token = predicate.token; token + 6 > predicate.token; --token) {
    for (const auto& hit : analysis.hits_at(token)) {
      if (is_of(hit, row) && token + hit.length == predicate.end()) return true;
    }
    if (token == 0) return false;
  }
  return false;
}

// One function a table: what it found when the row does not do its work, empty when it does.
std::string hit_of(const Row& row) {
  const extraction::Analysis analysis(row.example());
  for (std::size_t token = 0; token < analysis.size(); ++token) {
    for (const auto& hit : analysis.hits_at(token)) {
      if (is_of(hit, row)) return {};
    }
  }
  std::string tokens = "the phrase is not in the tokens:";
  for (std::size_t token = 0; token < analysis.size(); ++token) tokens += " " + std::string(analysis.form(token));
  return tokens;
}

std::string unit_of(const Row& row) {
  return any_quantity(row,
                      [&](const Quantity& quantity) { return quantity.unit == row[1] && quantity.code == row[2]; });
}

Relation relation_of(std::string_view word) {
  if (word == "about" || word == "near") return Relation::about;
  if (word == "more") return Relation::more;
  if (word == "at_least") return Relation::at_least;
  if (word == "at_most") return Relation::at_most;
  return word == "exact" ? Relation::equal : Relation::less;  // less, under
}

std::string hedge_of(const Row& row) {
  return any_quantity(row, [&](const Quantity& quantity) { return quantity.relation == relation_of(row[1]); });
}

// "several", "no" and their like are kept only where a claim rests on them: looked for before that choice.
std::string small_word_of(const Row& row) {
  const extraction::Analysis analysis(row.example());
  for (const auto& mention : extraction::find_quantities(analysis, std::vector<bool>(analysis.size()))) {
    const bool vague = row[1] == "zero" || mention.quantity.relation == Relation::vague;
    if (vague && mention.quantity.from == number(row[2])) return {};
  }
  return "no such quantity";
}

// A scale or fraction multiplies; every other word is its value.
std::string number_of(const Row& row) {
  const double value = number(row[2]);
  const auto kind = row[1];
  if (kind == "vague" || kind == "zero") return small_word_of(row);
  return any_quantity(row, [&](const Quantity& quantity) {
    if (kind == "scale" || kind == "dozen" || kind == "fraction") {
      const double times = quantity.from / value;
      return times > 0.4 && std::abs(times * 10 - std::round(times * 10)) < 1e-4;
    }
    return std::abs(quantity.from - value) < 1e-9 && (kind != "vague" || quantity.relation == Relation::vague);
  });
}

std::string change_of(const Row& row) {
  return any_quantity(row, [&](const Quantity& quantity) { return name_of(quantity.trend) == row[2]; });
}

std::string designator_of(const Row& row) {
  const Extraction extraction = read(row);
  return extraction.quantities.empty() ? "" : quantities_of(extraction);
}

std::string dates_of(const Extraction& extraction) {
  std::string found = "dates:";
  for (const auto& date : extraction.dates) {
    found += " [" + std::string(name_of(date.type)) + " " + date.value + " weekday " +
             std::to_string(date.reference.weekday) + "]";
  }
  return found;
}

bool date_fits(const DateExpression& date, std::string_view kind, std::string_view value) {
  const auto two_digits = std::string(value.size() == 1 ? "-0" : "-") + std::string(value);
  if (kind == "month") return date.value.find(two_digits) != std::string::npos;
  if (kind == "weekday") return date.reference.weekday == number(value);
  if (kind == "ordinal") return date.reference.day == number(value) || date.value.ends_with(two_digits);
  if (kind == "today") return date.resolved && date.days.first == thursday + static_cast<Day>(number(value));
  if (kind == "unit") return date.type == TimexType::duration;
  if (kind == "decade") return date.grain == Grain::decade && date.value == "19" + std::string(1, value.front());
  if (kind == "zone") return date.rule == "clock-time" && date.value.ends_with("T19:40");
  const bool moves = kind == "holiday" && value.find_first_of("EW") != std::string_view::npos;
  if (moves) return date.rule == "holiday" && date.resolved;  // which day: dates.cases and tests/time
  return date.value.find(value) != std::string::npos;
}

std::string calendar_of(const Row& row) {
  const Extraction extraction = read(row);
  for (const auto& date : extraction.dates) {
    if (date_fits(date, row[1], row[2])) return {};
  }
  return dates_of(extraction);
}

// An adverb reports without a source: it makes no attribution.
std::string cue_of(const Row& row) {
  const Extraction extraction = read(row);
  if (row[1] == "adj") return extraction.attributions.empty() ? "" : "an attribution";
  std::string found = "attributions:";
  for (const auto& attribution : extraction.attributions) {
    if (attribution.rule == "cue " + std::string(row.phrase())) return {};
    found += " [" + attribution.rule + "]";
  }
  return found;
}

std::string entity_of(const Row& row) {
  const Extraction extraction = read(row);
  std::string found = "entities:";
  for (const auto& entity : extraction.entities) {
    if (entity.key == row[1]) return {};
    found += " [" + entity.key + "]";
  }
  return found;
}

std::string propositions_of(const Extraction& extraction) {
  std::string found = "propositions:";
  for (const auto& claim : extraction.claims)
    if (claim.kind == ClaimKind::proposition) found += " [" + claim.property + " " + claim.term + "]";
  return found;
}

template <typename Fits>
std::string any_proposition(const Row& row, Fits fits) {
  const Extraction extraction = read(row);
  const bool found = std::ranges::any_of(
      extraction.claims, [&](const Claim& claim) { return claim.kind == ClaimKind::proposition && fits(claim); });
  return found ? "" : propositions_of(extraction);
}

std::string antonym_of(const Row& row) {
  return any_proposition(row, [&](const Claim& claim) {
    return claim.property == row[2] && claim.term == row[4] && name_of(claim.pole) == row[3];
  });
}

// A support verb is part of a predicate that its noun names; a noun for a thing is an argument.
std::string synonym_of(const Row& row) {
  const auto kind = row[1];
  return any_proposition(row, [&](const Claim& claim) {
    if (kind == "support") return claim.rule == "support";
    const bool argument = std::ranges::any_of(claim.arguments, [&](const Argument& one) { return one.key == row[2]; });
    return claim.property == row[2] || (kind == "noun" && argument);
  });
}

std::string publisher_of(const Row& row) {
  const auto publisher = extraction::publisher_of(row.phrase(), "");
  return publisher == row[2] ? "" : "publisher: " + publisher;
}

// The full stop stays with its word, and the sentence goes on.
std::string abbreviation_of(const Row& row) {
  const extraction::Analysis analysis(row.example());
  if (analysis.document().sentences.size() != 1)
    return "sentences: " + std::to_string(analysis.document().sentences.size());
  return {};
}

// A predicate of the row's class on the row's words. An onset ("began") is of the class of what began.
std::string event_of(const Row& row) {
  const extraction::Analysis analysis(row.example());
  const extraction::Predicates predicates(analysis);
  std::string found = "predicates:";
  for (std::size_t token = 0; token < analysis.size(); ++token) {
    const auto* predicate = predicates.at(token);
    if (predicate == nullptr || predicate->token != token) continue;
    found += " [" + std::string(analysis.form(token)) + " " + std::string(predicate->event_class) + " " +
             std::string(name_of(predicate->kind)) + "]";
    const bool of_row = std::any_of(analysis.hits_at(token).begin(), analysis.hits_at(token).end(),
                                    [&](const auto& hit) { return is_of(hit, row); }) ||
                        is_of_noun(analysis, *predicate, row);
    const bool follows = row[3] == "onset" && predicate->event_class != "onset";
    if (of_row && (follows || (predicate->event_class == row[2] && name_of(predicate->kind) == row[3]))) return {};
  }
  return found;
}

std::string lemma_of(const Row& row) {
  const extraction::Analysis analysis(row.example());
  std::string found = "lemmas:";
  for (std::size_t token = 0; token < analysis.size(); ++token) {
    if (analysis.form(token) == row.phrase() && analysis.lemma(token) == row[1]) return {};
    found += " " + std::string(analysis.lemma(token));
  }
  return found;
}

// What the example's count is said to be: not so, or no fact.
std::string modality_of(const Row& row) {
  const auto kind = row[1];
  const Extraction extraction = read(row);
  std::string found = "claims:";
  for (const Claim& claim : extraction.claims) {
    if (claim.kind != ClaimKind::quantity) continue;
    found += " [" + std::string(name_of(claim.polarity)) + " " + std::string(name_of(claim.modality)) + "]";
    const bool negative = kind == "negated" || kind == "denied" || kind == "cleared" || kind == "support";
    if (negative && claim.polarity == Polarity::denied) return {};
    const auto wanted = kind == "hedged"                          ? Modality::hedged
                        : kind == "planned" || kind == "forecast" ? Modality::planned
                                                                  : Modality::hypothetical;
    if (!negative && claim.modality == wanted && claim.polarity == Polarity::asserted) return {};
  }
  return kind == "idiom" && extraction.claims.empty() ? "" : found;
}

// Whose count the example gives.
std::string population_of(const Row& row) {
  const Extraction extraction = read(row);
  std::string found = "populations:";
  for (const Claim& claim : extraction.claims) {
    if (claim.kind != ClaimKind::quantity) continue;
    found += " [" + claim.property + " " + claim.population + "]";
    if (claim.population == row[1]) return {};
  }
  return found;
}

// The words are one speaker, on the side of the country in front: "The Norwegian … was silent".
std::string side_of(const Row& row) {
  const Extraction extraction = read(row);
  const std::string label = "Norwegian " + std::string(row.phrase());
  std::string found = "entities:";
  for (const auto& entity : extraction.entities) {
    if (extraction::fold(entity.label) == extraction::fold(label) && entity.side == "norway" &&
        entity.kind == EntityKind::body)
      return {};
    found += " [" + entity.label + "]";
  }
  return found;
}

std::string found_instead(const Row& row) {
  if (row.table == Table::outlets) return publisher_of(row);
  if (auto none = hit_of(row); !none.empty()) return none;
  switch (row.table) {
    case Table::units:
      return unit_of(row);
    case Table::hedges:
      return hedge_of(row);
    case Table::numbers:
      return number_of(row);
    case Table::calendar:
      return calendar_of(row);
    case Table::changes:
      return change_of(row);
    case Table::contexts:
      return context_of(row);
    case Table::designators:
      return designator_of(row);
    case Table::cues:
      return cue_of(row);
    case Table::abbreviations:
      return abbreviation_of(row);
    case Table::antonyms:
      return antonym_of(row);
    case Table::synonyms:
      return synonym_of(row);
    case Table::places:
    case Table::aliases:
    case Table::agencies:
      return entity_of(row);
    case Table::events:
      return event_of(row);
    case Table::irregulars:
      return lemma_of(row);
    case Table::modality:
      return modality_of(row);
    case Table::populations:
      return population_of(row);
    case Table::sides:
      return side_of(row);
    case Table::outlets:
      return {};
  }
  return {};
}

// Rows that do not work yet, and why. One that works again fails the test, so that it leaves the list.
constexpr std::string_view known_gaps[] = {
    // The tokeniser takes the full stop off.
    "calendar Sat.",
    "calendar Sun.",
    // No duration of these units is read.
    "calendar fortnight",
    "calendar season",
    // The cue's content hangs on the second word of the phrase, or on its preposition.
    // Tagged as a noun.
    "cues broadcast",
    // The model keeps no attribution of these acts.
    "cues release",
    "cues apologize",
    "cues outline",
    // The government's alias hides the capital.
    "places Beijing",
    "places New Delhi",
    "places Tehran",
    "places Moscow",
    "places Damascus",
    "places Kyiv",
    "places London",
    "places Washington",
    // Read by no rule yet: the tokens, the tag or the context is not what the row asks for.
    "cues letter",
    "cues evidence",
};

bool is_known_gap(const Row& row) {
  const std::string name = std::string(lexicon::spec(row.table).name) + " " + std::string(row.phrase());
  return std::find(std::begin(known_gaps), std::end(known_gaps), name) != std::end(known_gaps);
}

void check_rows_of(Table table) {
  const auto numbers = lexicon::rows_of(table);
  CHECK_FALSE(numbers.empty());
  for (const auto row_number : numbers) {
    const Row& row = lexicon::rows()[row_number];
    const std::string found = found_instead(row);
    if (is_known_gap(row)) {
      INFO("data/lexicon/en/" << lexicon::spec(table).name << ".tsv:" << row.line
                              << ": works now, take it out of known_gaps");
      CHECK_FALSE(found.empty());
      continue;
    }
    if (found.empty()) continue;
    std::string cells;
    for (std::size_t column = 0; !lexicon::spec(table).columns[column + 1].empty(); ++column) {
      cells += (column ? " | " : "") + std::string(row[column]);
    }
    FAIL_CHECK("data/lexicon/en/" << lexicon::spec(table).name << ".tsv:" << row.line << ": the example does not work\n"
                                  << "  example:  " << row.example() << "\n  expected: " << cells
                                  << "\n  got:      " << found);
  }
}

}  // namespace

TEST_CASE("abbreviations_work_in_their_examples") { check_rows_of(Table::abbreviations); }
TEST_CASE("agencies_work_in_their_examples") { check_rows_of(Table::agencies); }
TEST_CASE("aliases_work_in_their_examples") { check_rows_of(Table::aliases); }
TEST_CASE("antonyms_work_in_their_examples") { check_rows_of(Table::antonyms); }
TEST_CASE("calendar_words_work_in_their_examples") { check_rows_of(Table::calendar); }
TEST_CASE("change_words_work_in_their_examples") { check_rows_of(Table::changes); }
TEST_CASE("contexts_work_in_their_examples") { check_rows_of(Table::contexts); }
TEST_CASE("cues_work_in_their_examples") { check_rows_of(Table::cues); }
TEST_CASE("designators_work_in_their_examples") { check_rows_of(Table::designators); }
TEST_CASE("event_words_work_in_their_examples") { check_rows_of(Table::events); }
TEST_CASE("hedges_work_in_their_examples") { check_rows_of(Table::hedges); }
TEST_CASE("irregular_verbs_work_in_their_examples") { check_rows_of(Table::irregulars); }
TEST_CASE("modality_words_work_in_their_examples") { check_rows_of(Table::modality); }
TEST_CASE("number_words_work_in_their_examples") { check_rows_of(Table::numbers); }
TEST_CASE("outlets_work_in_their_examples") { check_rows_of(Table::outlets); }
TEST_CASE("places_work_in_their_examples") { check_rows_of(Table::places); }
TEST_CASE("populations_work_in_their_examples") { check_rows_of(Table::populations); }
TEST_CASE("sides_work_in_their_examples") { check_rows_of(Table::sides); }
TEST_CASE("synonyms_work_in_their_examples") { check_rows_of(Table::synonyms); }
TEST_CASE("units_work_in_their_examples") { check_rows_of(Table::units); }
