// Counts of documents by term, and the table they are read from.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "corroborate/links.h"
#include "reconcile/story_profiles.h"

namespace corroborate {

namespace {

std::string_view next_part(std::string_view& rest, char end) {
  const auto size = std::min(rest.find(end), rest.size());
  const auto part = rest.substr(0, size);
  rest.remove_prefix(std::min(size + 1, rest.size()));
  return part;
}

// What is wrong with a row; else it is added.
std::string add_row(std::string_view row, Frequencies& frequencies) {
  const auto kind = next_part(row, '\t'), text = next_part(row, '\t');
  std::uint32_t documents = 0;
  const auto [end, error] = std::from_chars(row.data(), row.data() + row.size(), documents);
  if (row.empty() || error != std::errc() || end != row.data() + row.size())
    return fmt::format("\"{}\" is no number of documents (expected KIND, TERM and NUMBER between tabs)", row);
  if (kind == "document") return frequencies.add_documents(documents), std::string();
  const auto known = from_name<TermKind>(kind);
  if (!known) return fmt::format("\"{}\" is no kind of term (expected feature, entity, day or document)", kind);
  frequencies.add(*known, text, documents);
  return {};
}

}  // namespace

void Frequencies::add(const Extraction& extraction) {
  if (!extraction.article.story.empty()) return;
  ++documents_;
  for (const auto& feature : extraction.features) add(TermKind::feature, feature.term, 1);
  for (const auto key : reconciliation::profiled_entities(extraction)) add(TermKind::entity, key, 1);
  for (const auto day : reconciliation::profiled_days(extraction))
    add(TermKind::day, reconciliation::day_of_year(day), 1);
}

void Frequencies::add(TermKind kind, std::string_view text, std::uint32_t documents) {
  auto& counts = counts_[static_cast<std::size_t>(kind)];
  const auto known = counts.find(text);
  if (known == counts.end())
    counts.emplace(text, documents);
  else
    known->second += documents;
}

std::uint32_t Frequencies::of(TermKind kind, std::string_view text) const {
  const auto& counts = counts_[static_cast<std::size_t>(kind)];
  const auto known = counts.find(text);
  return known == counts.end() ? 1 : std::max(1u, known->second);
}

std::string Frequencies::table() const {
  std::string rows = fmt::format("document\t\t{}\n", documents_);
  for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
    std::vector<std::pair<std::string_view, std::uint32_t>> sorted(counts_[kind].begin(), counts_[kind].end());
    std::ranges::sort(sorted);
    for (const auto& [text, documents] : sorted) {
      // No text gives such a term; a forged line may.
      if (text.find_first_of("\t\n") != std::string_view::npos) continue;
      fmt::format_to(std::back_inserter(rows), "{}\t{}\t{}\n", name_of(static_cast<TermKind>(kind)), text, documents);
    }
  }
  return rows;
}

FrequenciesOrError read_frequencies(std::string_view table) {
  FrequenciesOrError read;
  bool counted = false;
  for (read.line = 1; !table.empty(); ++read.line) {
    const auto row = next_part(table, '\n');
    if (row.empty()) continue;
    read.error = add_row(row, read.frequencies);
    if (!read.error.empty()) return read;
    counted = counted || row.starts_with("document\t");
  }
  if (!counted) read.error = "no row \"document\" (expected the number of articles in it)";
  return read;
}

}  // namespace corroborate
