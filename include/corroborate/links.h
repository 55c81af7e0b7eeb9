// Which articles are worth comparing: what of reconcile looks beyond one story, in parts that an engine can join.
//
//     lines of extract ─→ Frequencies ─blocking_keys→ links ─→ components
//
// Articles of two components have nothing to do with each other: reconcile, given the frequencies and links of a
// collection, says of some of its components what it says of them in a run over the whole collection.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corroborate/extraction.h"
#include "corroborate/names.h"

namespace corroborate {

// What is counted of an article: its story features, the people and places that it names (keys), and the days of the
// year ("09-13").
enum class TermKind { feature, entity, day };

template <>
struct Names<TermKind> {
  static constexpr std::array<std::string_view, 3> words = {"feature", "entity", "day"};
};

// In how many documents of a collection each term stands.
class Frequencies {
 public:
  // One document more, unless it forces its story: its grouping needs no count.
  void add(const Extraction& extraction);
  void add(TermKind kind, std::string_view text, std::uint32_t documents);
  void add_documents(std::uint64_t documents) { documents_ += documents; }

  std::uint64_t documents() const { return documents_; }
  // 1 for a term that was not added: a table need not list what a single document has.
  std::uint32_t of(TermKind kind, std::string_view text) const;

  // Rows of a kind of term or "document", a tab, the term, a tab, the number of documents that have it, sorted; the
  // term of the row "document" is empty.
  std::string table() const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::uint64_t documents_ = 0;
  std::array<std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>, 3> counts_;  // by TermKind
};

// Reads tables as Frequencies::table writes them, one or many: rows of equal term add up.
struct FrequenciesOrError {
  Frequencies frequencies;
  std::uint32_t line = 0;  // of the error
  std::string error;       // empty = read
};
FrequenciesOrError read_frequencies(std::string_view table);

// What an article is found by: its heaviest features. Weights are ten-thousandths of a vector of length 1 over
// the keys, whole numbers so that sums of their products are the same in any order.
struct BlockingKey {
  std::string term;
  std::uint32_t weight = 0;
};

// In the order of the terms, at most `most_keys`; empty for an article that forces its story.
inline constexpr std::size_t most_keys = 30;
std::vector<BlockingKey> blocking_keys(const Extraction& extraction, const Frequencies& frequencies);

// How keys make links. Articles of one key, its block, in the order of their ids (bytes): each is paired with the next
// `block_reach` of them, so that work on a large block stays bounded. A pair weighs the sum of its products of weights
// over all blocks. Linked are pairs that weigh `least_link` and are among the `most_links` heaviest of either article,
// by weight, then by id.
inline constexpr std::size_t block_reach = 30;
inline constexpr std::uint32_t least_link = 13'000'000;
inline constexpr std::size_t most_links = 20;

struct Link {
  std::string a, b;          // ids of articles, a < b
  std::uint32_t weight = 0;  // hundred-millionths of a cosine over blocking keys
  bool operator==(const Link&) const = default;
};

// Of all articles, in the order of a, then b. Their ids differ. `threads`, the calling one among them, do not change
// what is found.
std::vector<Link> find_links(std::span<const Extraction> extractions, const Frequencies& frequencies,
                             unsigned threads = 1);

// One JSON object without a line end: {"article", "story" (where one is forced), "keys": {TERM: weight, …}}.
std::string write_keys(const Extraction& extraction, const Frequencies& frequencies);

// {"a", "b", "weight"}; and lines of them back.
std::string write_link(const Link& link);
struct LinksOrError {
  std::vector<Link> links;
  std::uint32_t line = 0;  // of the error
  std::string error;       // empty = read
};
LinksOrError read_links(std::string_view lines);

}  // namespace corroborate
