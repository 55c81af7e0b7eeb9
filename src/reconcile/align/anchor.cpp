// Looks for a bearing, then for a name.
#include "reconcile/align/anchor.h"

#include "text/bearing.h"

namespace corroborate::reconciliation {

std::span<const PassageWord> anchor_of(const Passage& passage, const Facets& length) {
  constexpr int to_name = 3, to_bearing = 6, from_bearing = 7;  // tokens
  const std::span words(passage.words);
  int reach = length.end + to_name;
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (words[w].at < length.end) continue;
    if (words[w].kind == WordKind::name && words[w].at < reach) {
      std::size_t end = w + 1;
      while (end < words.size() && words[end].kind == WordKind::name && words[end].at == words[end - 1].at + 1) ++end;
      return words.subspan(w, end - w);
    }
    if (words[w].at < length.end + to_bearing && text::is_bearing(words[w].lemma)) reach = words[w].at + from_bearing;
  }
  return {};
}

}  // namespace corroborate::reconciliation
