// Looks abbreviations up in the lexicon's table of them.
#include "syntax/abbreviations.h"

#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "syntax/characters.h"

namespace corroborate::syntax {

namespace {

constexpr std::size_t longest_word = 8;  // bytes, without the full stop
constexpr std::size_t class_column = 1;

Abbreviation kind_of(std::string_view abbreviation_class) {
  if (abbreviation_class == "title" || abbreviation_class == "military") return Abbreviation::title;
  return abbreviation_class == "number" ? Abbreviation::number : Abbreviation::common;
}

}  // namespace

Abbreviation find_abbreviation(std::string_view word) {
  if (word.empty() || word.size() > longest_word) return Abbreviation::none;
  std::array<char, longest_word + 1> folded{};
  std::ranges::transform(word, folded.begin(), to_lower);
  folded[word.size()] = '.';
  const auto id = lexicon::word_id({folded.data(), word.size() + 1});
  if (id == 0) return Abbreviation::none;
  for (const auto& row : lexicon::rows_at(lexicon::step(lexicon::root, id)))
    if (row.table == lexicon::Table::abbreviations) return kind_of(row[class_column]);
  return Abbreviation::none;
}

bool is_abbreviation(std::string_view word) {
  return word.ends_with('.') && find_abbreviation(word.substr(0, word.size() - 1)) != Abbreviation::none;
}

}  // namespace corroborate::syntax
