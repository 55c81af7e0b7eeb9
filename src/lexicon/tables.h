// The tables of data/lexicon/en: their names, their columns, and which words a column may hold.
//
// Shared by lexc, which refuses a row that does not fit, and by the code that reads cells by column number.
// Every table starts with `phrase` and ends with `example`, a sentence of our own in which the row must fire.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace corroborate::lexicon {

enum class Table : std::uint8_t {
  abbreviations,
  agencies,
  aliases,
  antonyms,
  calendar,
  changes,
  contexts,
  cues,
  designators,
  events,
  hedges,
  irregulars,
  modality,
  numbers,
  outlets,
  places,
  populations,
  sides,
  synonyms,
  units,
};

inline constexpr std::size_t max_columns = 8;

struct TableSpec {
  std::string_view name;                              // file name without .tsv
  std::array<std::string_view, max_columns> columns;  // "name" or "name:word|word|word" for a closed set
};

// In the order of `Table`.
inline constexpr std::array<TableSpec, 20> table_specs = {{
    {"abbreviations", {"phrase", "class:title|month|weekday|org|unit|name|latin|place|military|number", "example"}},
    {"agencies", {"phrase", "key", "example"}},
    {"aliases", {"phrase", "key", "kind:person|body|place|thing", "side", "label", "example"}},
    {"antonyms", {"phrase", "pos:verb|noun|adj|adv", "scale", "pole:one|other|undone", "word", "example"}},
    {"calendar",
     {"phrase", "kind:month|weekday|season|part|unit|today|ref|holiday|ordinal|adjective|zone|decade", "value",
      "example"}},
    {"changes", {"phrase", "pos:verb|adv", "trend:up|down", "scope:any|ratio", "example"}},
    {"contexts",
     {"phrase",
      "kind:yearly|street|paying|extent|ranking|level|rivalry|parent|hotline|span|earlier|article|mistaken|stamp|"
      "picture|rights|work|body|reckoning|outlet|mouthpiece|viewing|naming|quoting|unranked|contest|uncounted|charge|"
      "light|settlement",
      "example"}},
    {"cues",
     {"phrase", "pos:verb|noun|adp|adj", "stance:says|claims|confirms|admits|denies|doubts|accuses|declines|retracts",
      "frame:that|hearer|object|quote|any", "example"}},
    {"designators", {"phrase", "example"}},
    {"events",
     {"phrase", "pos:verb|noun|adj", "class", "kind:harm|attack|hazard|process|state|act|trait|onset|alarm",
      "example"}},
    {"hedges",
     {"phrase", "relation:about|more|at_least|less|near|under|at_most|exact", "side:before|after|both", "example"}},
    {"irregulars", {"phrase", "base", "example"}},
    {"modality",
     {"phrase",
      "modality:actual|hedged|planned|hypothetical|negated|denied|cleared|support|unknown|sure|capacity|limit|idiom|"
      "forecast",
      "example"}},
    {"numbers",
     {"phrase", "kind:unit|ten|scale|fraction|dozen|vague|ordinal|zero|fold|single|times|multiple|group|both|growth",
      "low", "high", "example"}},
    {"outlets", {"phrase", "key", "publisher", "example"}},
    {"places", {"phrase", "key", "kind:country|demonym|region|city|continent|feature", "within", "example"}},
    {"populations", {"phrase", "class", "within", "example"}},
    {"sides", {"phrase", "side", "ally", "example"}},
    {"synonyms", {"phrase", "pos:verb|noun|support", "class", "example"}},
    {"units", {"phrase", "name", "code", "dimension", "factor", "position:before|after|suffix|glued", "example"}},
}};

constexpr const TableSpec& spec(Table table) { return table_specs[static_cast<std::size_t>(table)]; }

}  // namespace corroborate::lexicon
