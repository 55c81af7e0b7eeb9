// Looks up number words.
#include "extract/numbers/number_rows.h"

#include <charconv>
#include <cmath>

#include "corroborate/extraction.h"

namespace corroborate::extraction {

namespace {

// Columns of the numbers table.
constexpr std::size_t kind_column = 1, low_column = 2, high_column = 3;

double cell_value(std::string_view cell) {
  double value = unbounded;
  if (!cell.empty()) std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace

const Row* scale_of_word(std::string_view word) {
  const auto id = lexicon::word_id(fold(word));
  const auto node = id == 0 ? 0 : lexicon::step(lexicon::root, id);
  for (const Row& row : node == 0 ? std::span<const Row>{} : lexicon::rows_at(node)) {
    if (row.table == Table::numbers && row[kind_column] == "scale") return &row;
  }
  return nullptr;
}

const Row* number_row(const Analysis& analysis, std::size_t token, std::string_view kind) {
  if (token >= analysis.size()) return nullptr;
  for (const Hit& hit : analysis.hits_at(token)) {
    if (hit.row->table == Table::numbers && hit.length == 1 && (*hit.row)[kind_column] == kind) return &*hit.row;
  }
  const auto form = analysis.form(token);
  const bool stopped =
      kind == "scale" && form.size() > 1 && form.back() == '.' && !same_sentence(analysis, token, token + 1);
  return stopped ? scale_of_word(form.substr(0, form.size() - 1)) : nullptr;  // "bn." of "$3bn."
}

double scaled(double value, double factor) {
  const double product = value * factor, whole = std::round(product);
  return std::abs(product - whole) <= 1e-9 * std::abs(product) ? whole : product;
}

double low_of(const Row& row) { return cell_value(row[low_column]); }
double high_of(const Row& row) { return cell_value(row[high_column]); }
std::string_view kind_of(const Row& row) { return row[kind_column]; }

bool is_hyphen(const Analysis& analysis, std::size_t token) {
  return token < analysis.size() && (analysis.form(token) == "-" || analysis.form(token) == "\u2010");
}

bool is_letter_scale(const Row& row) { return row.phrase().size() == 1 || row.phrase() == "mm"; }

}  // namespace corroborate::extraction
