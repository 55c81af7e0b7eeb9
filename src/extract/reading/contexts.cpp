// Looks up context words.
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

}  // namespace corroborate::extraction
