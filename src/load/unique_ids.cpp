#include "load/unique_ids.h"

#include <fmt/format.h>

namespace corroborate::loading {

void UniqueIds::hand_on(Article&& article, std::uint32_t line) {
  const std::string place = line == 0 ? article.path : fmt::format("{}:{}", article.path, line);
  const auto [known, is_new] = places_.try_emplace(article.id, place);
  if (is_new) {
    if (sink_.article) sink_.article(std::move(article));
  } else if (sink_.problem) {
    sink_.problem({article.path, line,
                   fmt::format("skipped: the id \"{}\" is taken by {} (expected ids that differ)", article.id, known->second),
                   Severity::skipped});
  }
}

}  // namespace corroborate::loading
