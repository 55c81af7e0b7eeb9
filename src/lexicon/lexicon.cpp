// Look-ups in the tables that lexc wrote.
#include "lexicon/lexicon.h"

#include "lexicon/generated.h"

namespace corroborate::lexicon {

std::string_view Row::example() const {
  const auto& columns = spec(table).columns;
  std::size_t last = 0;
  while (last + 1 < max_columns && !columns[last + 1].empty()) ++last;
  return cells[last];
}

std::span<const Row> rows() { return generated::rows; }

std::span<const std::uint32_t> rows_of(Table table) {
  const auto at = static_cast<std::size_t>(table);
  const auto first = generated::table_starts[at];
  return generated::table_order.subspan(first, generated::table_starts[at + 1] - first);
}

WordId word_id(std::string_view lower) {
  const auto& words = generated::words;
  const std::size_t mask = words.size() - 1;
  for (std::size_t slot = generated::hash_word(lower) & mask;; slot = (slot + 1) & mask) {
    if (words[slot].id == 0) return 0;
    if (words[slot].word == lower) return words[slot].id;
  }
}

Node step(Node node, WordId word) {
  const auto& edges = generated::edges;
  const std::size_t mask = edges.size() - 1;
  for (std::size_t slot = generated::hash_edge(node, word) & mask;; slot = (slot + 1) & mask) {
    if (edges[slot].child == 0) return 0;
    if (edges[slot].parent == node && edges[slot].word == word) return edges[slot].child;
  }
}

std::span<const Row> rows_at(Node node) {
  const auto& [first, count] = generated::nodes[node];
  return generated::rows.subspan(first, count);
}

}  // namespace corroborate::lexicon
