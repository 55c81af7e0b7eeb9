// train_words OUT WORDS.txt VECTORS.i8: the word vectors of data/model/words.model, from a list of words, the most
// frequent first, and a file of signed bytes, 128 a word in the same order, of which the first columns are kept.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "reconcile/align/word_vectors.h"

namespace {

using corroborate::reconciliation::word_dimensions;

constexpr std::size_t columns = 128;  // of the file read

struct Entry {
  std::string word;
  std::uint32_t rank;
};

void put(std::ostream& out, std::size_t value) {
  const auto number = static_cast<std::uint32_t>(value);
  out.write(reinterpret_cast<const char*>(&number), sizeof number);
}

std::vector<Entry> read_words(std::istream& in) {
  std::vector<Entry> entries;
  for (std::string line; std::getline(in, line);) entries.push_back({line, static_cast<std::uint32_t>(entries.size())});
  std::ranges::sort(entries, {}, &Entry::word);
  return entries;
}

void write(std::ostream& out, const std::vector<Entry>& entries, const std::string& rows) {
  std::string text;
  for (const auto& entry : entries) text += entry.word;
  out << corroborate::reconciliation::word_vectors_magic;
  put(out, entries.size());
  put(out, text.size());
  std::size_t offset = 0;
  for (const auto& entry : entries) {
    put(out, offset);
    offset += entry.word.size();
  }
  put(out, offset);
  for (const auto& entry : entries) put(out, entry.rank);
  text.resize((text.size() + 3) / 4 * 4, '\0');
  out << text;
  for (const auto& entry : entries) out.write(rows.data() + entry.rank * columns, word_dimensions);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    fmt::print(stderr, "usage: train_words OUT WORDS.txt VECTORS.i8\n");
    return 2;
  }
  std::ifstream words(arguments[2]), vectors(arguments[3], std::ios::binary);
  const auto entries = read_words(words);
  const std::string rows{std::istreambuf_iterator<char>(vectors), {}};
  if (entries.empty() || rows.size() != entries.size() * columns) {
    fmt::print(stderr, "{}: {} bytes (expected {} for each of the {} words of {})\n", arguments[3], rows.size(),
               columns, entries.size(), arguments[2]);
    return 2;
  }
  std::ofstream out(arguments[1], std::ios::binary);
  write(out, entries, rows);
  return out ? 0 : 2;
}
