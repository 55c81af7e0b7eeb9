// The facts of data/lexicon as constant tables, and the one way to find them in a text.
//
// lexc compiles every row into the binary at build time; nothing is parsed, sorted or allocated at start-up.
// A phrase is matched word by word, each word by its lower-cased form or its lemma. A word that the row writes with a
// capital needs a capital in the text; one written in two or three capitals ("US", "AP") needs them all.
// All views refer to constant data. Safe from many threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/tables.h"

namespace corroborate::lexicon {

struct Row {
  Table table;
  std::uint8_t words;             // in the phrase
  std::uint16_t line;             // in its file, 1-based
  const std::string_view* cells;  // as many as the table has columns

  std::string_view phrase() const { return cells[0]; }
  std::string_view operator[](std::size_t column) const { return cells[column]; }
  std::string_view example() const;
};

namespace generated {
extern const Row row_data[];  // all rows
}

// A row by its place among all: two bytes, where a pointer takes eight (lexc refuses more rows than that tells).
class RowRef {
 public:
  explicit RowRef(const Row& row) : place_(static_cast<std::uint16_t>(&row - generated::row_data)) {}
  const Row& operator*() const { return generated::row_data[place_]; }
  const Row* operator->() const { return &**this; }

 private:
  std::uint16_t place_;
};

std::span<const Row> rows();  // every row; those of one phrase stand together
// Numbers of the rows of one table, in the order of its file.
std::span<const std::uint32_t> rows_of(Table table);

// 0 = no row has the word. `lower` must be lower-cased.
using WordId = std::uint32_t;
WordId word_id(std::string_view lower);

// One step through the phrases: the node after `node` by `word`, or 0. The walk starts at `root`.
using Node = std::uint32_t;
inline constexpr Node root = 1;
Node step(Node node, WordId word);
std::span<const Row> rows_at(Node node);  // of all tables, whose phrase ends here

}  // namespace corroborate::lexicon
