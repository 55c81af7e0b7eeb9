#include "load/unique_ids.h"

#include <fmt/format.h>

#include <functional>

namespace corroborate::loading {

void UniqueIds::hand_on(Article&& article, std::uint32_t line) {
  std::string place = line == 0 ? article.path : fmt::format("{}:{}", article.path, line);
  const auto [known, is_new] = known_.try_emplace(article.id, Known{std::move(place), {}});
  const bool is_other = !article.is_item || known->second.bodies.insert(std::hash<std::string>{}(article.body)).second;
  if (is_new) {
    if (sink_.article) sink_.article(std::move(article));
  } else if (!article.is_item) {
    say(article, line,
        fmt::format("skipped: the id \"{}\" is taken by {} (expected ids that differ)", article.id,
                    known->second.place),
        Severity::skipped);
  } else if (!is_other) {
    say(article, line, fmt::format("passed over: the same item as in {}", known->second.place), Severity::notice);
  } else {
    article.id += fmt::format("#{}", known->second.bodies.size());
    if (sink_.article) sink_.article(std::move(article));
  }
}

void UniqueIds::say(const Article& article, std::uint32_t line, std::string message, Severity severity) const {
  if (sink_.problem) sink_.problem({article.path, line, std::move(message), severity});
}

}  // namespace corroborate::loading
