// Looks up hedges around a figure.
#include "extract/numbers/hedges.h"

#include <algorithm>

#include "extract/numbers/number_rows.h"

namespace corroborate::extraction {

namespace {

// "nine and more than 180", "12 and up to 40", "three plus four": the words belong to the next figure.
bool begins_another(const Analysis& analysis, std::size_t at) {
  if (!same_sentence(analysis, at - 1, at)) return false;
  const auto word = fold(analysis.form(at));
  return analysis.token(at).upos == syntax::Upos::num || word == "than" || word == "to";
}

}  // namespace

const Hit* hedge_before(const Analysis& analysis, std::size_t end) {
  for (std::size_t back = std::min<std::size_t>(5, end); back >= 1; --back) {
    if (!same_sentence(analysis, end - back, end)) continue;
    for (const Hit& hit : analysis.hits_at(end - back)) {
      if (hit.row->table == Table::hedges && hit.length == back && (*hit.row)[hedge_side] != "after") return &hit;
    }
  }
  return nullptr;
}

const Hit* hedge_after(const Analysis& analysis, std::size_t at) {
  if (at >= analysis.size() || !same_sentence(analysis, at - 1, at)) return nullptr;
  const Hit* best = nullptr;
  for (const Hit& hit : analysis.hits_at(at)) {
    if (hit.row->table != Table::hedges || (*hit.row)[hedge_side] != "after") continue;
    if (best == nullptr || hit.length > best->length) best = &hit;
  }
  return best != nullptr && begins_another(analysis, best->token + best->length) ? nullptr : best;
}

}  // namespace corroborate::extraction
