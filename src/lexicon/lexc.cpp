// lexc: compiles the rows of data/lexicon into constant tables.
//
//     lexc OUTPUT.cpp TABLE.tsv…
//
// A file is UTF-8 text: `#` lines are comments, the first other line names the columns, every further line is a row.
// A row that does not fit its table stops the build with `path:line: what is wrong`, after all rows were looked at.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lexicon/generated.h"
#include "lexicon/tables.h"

namespace {

using namespace corroborate::lexicon;

struct SourceRow {
  std::size_t table;
  int line;
  std::string path;
  std::vector<std::string> cells;
  std::vector<std::string> words;  // of the phrase, lower-cased
};

int errors = 0;

void complain(const std::string& path, int line, const std::string& message) {
  std::cerr << path << ":" << line << ": " << message << "\n";
  ++errors;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string lower(std::string word) {
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return word;
}

std::size_t column_count(const TableSpec& table) {
  return static_cast<std::size_t>(
      std::count_if(table.columns.begin(), table.columns.end(), [](auto column) { return !column.empty(); }));
}

std::string column_name(std::string_view column) { return std::string(column.substr(0, column.find(':'))); }

std::string header_of(const TableSpec& table) {
  std::string header;
  for (std::size_t i = 0; i < column_count(table); ++i) header += (i ? "\t" : "") + column_name(table.columns[i]);
  return header;
}

// The place of the table that a path names, or the number of tables.
std::size_t table_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  const std::string file = slash == std::string::npos ? path : path.substr(slash + 1);
  std::size_t table = 0;
  while (table < table_specs.size() && file != std::string(table_specs[table].name) + ".tsv") ++table;
  return table;
}

// A closed set stands behind the colon of the column's spec.
void check_closed_set(const SourceRow& row, std::size_t column, std::string_view spec) {
  const auto colon = spec.find(':');
  if (colon == std::string_view::npos) return;
  const auto allowed = split(std::string(spec.substr(colon + 1)), '|');
  if (std::find(allowed.begin(), allowed.end(), row.cells[column]) != allowed.end()) return;
  std::string list;
  for (const auto& word : allowed) list += (list.empty() ? "" : ", ") + word;
  complain(row.path, row.line, column_name(spec) + " is '" + row.cells[column] + "', expected one of " + list);
}

bool check_row(const SourceRow& row) {
  const TableSpec& table = table_specs[row.table];
  if (row.cells.size() != column_count(table)) {
    complain(row.path, row.line,
             "the row has " + std::to_string(row.cells.size()) + " columns, expected " +
                 std::to_string(column_count(table)) + ": " + header_of(table));
    return false;
  }
  if (row.cells.front().empty()) complain(row.path, row.line, "the phrase is empty");
  if (row.cells.back().empty())
    complain(row.path, row.line, "the row has no example, expected a sentence that shows it");
  for (std::size_t i = 0; i < row.cells.size(); ++i) check_closed_set(row, i, table.columns[i]);
  return true;
}

void read_table(const std::string& path, std::vector<SourceRow>& rows) {
  const std::size_t table = table_of(path);
  if (table == table_specs.size()) return complain(path, 1, "no table of this name in src/lexicon/tables.h");
  std::ifstream in(path);
  if (!in) return complain(path, 1, "cannot be read");
  bool header_seen = false;
  std::set<std::vector<std::string>> seen;
  int line_number = 0;
  for (std::string line; std::getline(in, line);) {
    ++line_number;
    if (line.empty() || line[0] == '#') continue;
    if (!header_seen) {
      header_seen = true;
      if (line != header_of(table_specs[table])) {
        complain(path, line_number, "the columns are '" + line + "', expected '" + header_of(table_specs[table]) + "'");
      }
      continue;
    }
    SourceRow row{table, line_number, path, split(line, '\t'), {}};
    if (!check_row(row)) continue;
    for (const auto& word : split(row.cells[0], ' ')) row.words.push_back(lower(word));
    if (!seen.insert({row.cells.begin(), row.cells.end() - 1}).second) {
      complain(path, line_number, "the row stands twice: " + line);
    }
    rows.push_back(std::move(row));
  }
}

// The phrases as a tree of words. Node 0 is no node, node 1 the root.
struct Trie {
  std::map<std::string, WordId> words;
  std::map<std::pair<Node, WordId>, Node> edges;
  std::vector<std::vector<std::size_t>> rows_at = {{}, {}};

  // A hyphen may be written, or stand as a token of its own: "cease-fire" is also "cease - fire".
  void add(const SourceRow& row, std::size_t number) {
    add_words(row.words, number);
    std::vector<std::string> apart;
    for (const auto& word : row.words) {
      const auto parts = split(word, '-');
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) apart.push_back("-");
        if (!parts[i].empty()) apart.push_back(parts[i]);
      }
    }
    if (apart != row.words) add_words(apart, number);
  }

  void add_words(const std::vector<std::string>& phrase, std::size_t number) {
    Node node = root;
    for (const auto& word : phrase) {
      const WordId id = words.emplace(word, static_cast<WordId>(words.size() + 1)).first->second;
      const auto [edge, is_new] = edges.emplace(std::pair{node, id}, static_cast<Node>(rows_at.size()));
      if (is_new) rows_at.emplace_back();
      node = edge->second;
    }
    rows_at[node].push_back(number);
  }
};

// Half full at most, so that a probe ends soon.
std::size_t table_size(std::size_t entries) {
  std::size_t size = 16;
  while (size < entries * 2) size *= 2;
  return size;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

void write_words(std::ostream& out, const Trie& trie) {
  std::vector<std::pair<std::string, WordId>> slots(table_size(trie.words.size()));
  for (const auto& [word, id] : trie.words) {
    std::size_t slot = generated::hash_word(word) & (slots.size() - 1);
    while (slots[slot].second != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = {word, id};
  }
  out << "constexpr WordSlot word_slots[] = {\n";
  for (const auto& [word, id] : slots) out << "{" << quoted(word) << "," << id << "},\n";
  out << "};\n";
}

void write_edges(std::ostream& out, const Trie& trie) {
  struct Slot {
    Node parent = 0;
    WordId word = 0;
    Node child = 0;
  };
  std::vector<Slot> slots(table_size(trie.edges.size()));
  for (const auto& [edge, child] : trie.edges) {
    std::size_t slot = generated::hash_edge(edge.first, edge.second) & (slots.size() - 1);
    while (slots[slot].child != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = {edge.first, edge.second, child};
  }
  out << "constexpr EdgeSlot edge_slots[] = {\n";
  for (const auto& slot : slots) out << "{" << slot.parent << "," << slot.word << "," << slot.child << "},\n";
  out << "};\n";
}

// Rows in the order of their nodes, so that the rows of one phrase are one range. Returns their new order.
std::vector<std::size_t> write_rows(std::ostream& out, const std::vector<SourceRow>& rows, const Trie& trie) {
  std::vector<std::size_t> order;
  out << "constexpr NodeRows node_rows[] = {\n";
  for (const auto& at : trie.rows_at) {
    out << "{" << order.size() << "," << at.size() << "},";
    order.insert(order.end(), at.begin(), at.end());
  }
  out << "};\nconstexpr std::string_view cells[] = {\n";
  for (const auto number : order) {
    for (const auto& cell : rows[number].cells)  // with its length: Clang counts no more than a million steps itself
      out << "{" << quoted(cell) << "," << cell.size() << "},";
    out << "\n";
  }
  out << "};\n}\nextern const Row row_data[] = {\n";
  std::size_t cell = 0;
  for (const auto number : order) {
    const auto& row = rows[number];
    out << "{static_cast<Table>(" << row.table << ")," << row.words.size() << "," << row.line << ",cells+" << cell
        << "},\n";
    cell += row.cells.size();
  }
  out << "};\nnamespace {\n";
  return order;
}

// Where each table's rows are: row numbers sorted by table and line, and where each table starts. A row whose phrase is
// also kept apart at its hyphens stands twice in `order`, but once here.
void write_table_order(std::ostream& out, const std::vector<SourceRow>& rows, const std::vector<std::size_t>& order) {
  std::vector<std::size_t> by_table;
  std::vector<bool> listed(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (!listed[order[i]]) by_table.push_back(i);
    listed[order[i]] = true;
  }
  const auto key = [&](std::size_t i) { return std::pair{rows[order[i]].table, rows[order[i]].line}; };
  std::sort(by_table.begin(), by_table.end(), [&](auto a, auto b) { return key(a) < key(b); });
  out << "constexpr std::uint32_t order_data[] = {";
  for (const auto i : by_table) out << i << ",";
  out << "};\nconstexpr std::uint32_t start_data[] = {";
  for (std::size_t table = 0; table <= table_specs.size(); ++table) {
    out << std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.table < table; }) << ",";
  }
  out << "};\n";
}

void write_tables(std::ostream& out, const std::vector<SourceRow>& rows) {
  Trie trie;
  for (std::size_t i = 0; i < rows.size(); ++i) trie.add(rows[i], i);
  out << "// Written by lexc from data/lexicon. Do not edit.\n#include \"lexicon/generated.h\"\n"
         "namespace corroborate::lexicon::generated {\nnamespace {\n";
  write_words(out, trie);
  write_edges(out, trie);
  const auto order = write_rows(out, rows, trie);
  write_table_order(out, rows, order);
  out << "}\nconst std::span<const Row> rows(row_data, " << order.size()
      << ");\nconst std::span<const WordSlot> words(word_slots);\n"
         "const std::span<const EdgeSlot> edges(edge_slots);\nconst std::span<const NodeRows> nodes(node_rows);\n"
         "const std::span<const std::uint32_t> table_order(order_data);\n"
         "const std::span<const std::uint32_t> table_starts(start_data);\n}\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: lexc OUTPUT.cpp TABLE.tsv...\n";
    return 2;
  }
  std::vector<SourceRow> rows;
  for (int i = 2; i < argc; ++i) read_table(argv[i], rows);
  constexpr std::size_t most_rows = 65'000;  // RowRef; some rows stand twice
  if (rows.size() > most_rows) complain(argv[argc - 1], 1, "more than 65000 rows, expected places of two bytes to do");
  if (errors > 0) return 1;
  std::ofstream out(argv[1]);
  write_tables(out, rows);
  return out.flush() ? 0 : 1;
}
