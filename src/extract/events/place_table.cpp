// Finds what holds a place by its key.
#include "extract/events/place_table.h"

#include <unordered_map>

#include "lexicon/lexicon.h"

namespace corroborate::extraction {

namespace {

using Containers = std::unordered_map<std::string_view, std::string_view>;

// The first row of a key counts; what its people are called says nothing of where it lies.
Containers read_containers() {
  Containers containers;
  for (const auto number : lexicon::rows_of(lexicon::Table::places)) {
    const lexicon::Row& row = lexicon::rows()[number];
    if (row[2] != "demonym") containers.emplace(row[1], row[3]);
  }
  return containers;
}

}  // namespace

std::string_view country_of(std::string_view place) {
  static const Containers containers = read_containers();
  const auto known = containers.find(place);
  return known == containers.end() ? std::string_view{} : known->second;
}

bool place_within(std::string_view inner, std::string_view outer) {
  for (int depth = 0; depth < 6 && !inner.empty(); ++depth) {
    if (inner == outer) return true;
    inner = country_of(inner);
  }
  return false;
}

}  // namespace corroborate::extraction
