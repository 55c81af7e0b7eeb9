#include "support/story.h"

#include <string>

#include "corroborate/corroborate.h"

namespace corroborate::testing {

Report report_on(const std::vector<std::string_view>& texts) {
  constexpr Day published = 17052;  // 2016-09-08
  std::vector<Extraction> extractions;
  for (const auto text : texts) {
    Article article;
    article.id = std::string(1, static_cast<char>('a' + extractions.size()));
    article.body = std::string(text);
    article.story = "one";
    article.published = PublishedDay{published, DayBasis::metadata, {}};
    extractions.push_back(extract(article));
  }
  return reconcile(std::move(extractions));
}

}  // namespace corroborate::testing
