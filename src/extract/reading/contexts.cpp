// Looks up context words and the calendar.
#include "extract/reading/contexts.h"

#include <algorithm>

namespace corroborate::extraction {

bool is_context(const Analysis& analysis, std::size_t token, std::string_view kind) {
  constexpr std::size_t kind_column = 1;
  if (token >= analysis.size()) return false;
  return std::ranges::any_of(analysis.hits_at(token), [kind](const Hit& hit) {
    return hit.row->table == Table::contexts && hit.length == 1 && (*hit.row)[kind_column] == kind;
  });
}

const Hit* calendar_hit(const Analysis& analysis, std::size_t token, std::string_view kind) {
  if (token >= analysis.size()) return nullptr;
  const Hit* best = nullptr;
  for (const Hit& hit : analysis.hits_at(token)) {
    if (hit.row->table != Table::calendar || (*hit.row)[1] != kind) continue;
    if (best == nullptr || hit.length > best->length) best = &hit;
  }
  return best;
}

}  // namespace corroborate::extraction
