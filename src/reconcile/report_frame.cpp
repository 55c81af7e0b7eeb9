// Renumbers what the stories hold.
#include "reconcile/report_frame.h"

#include "reconcile/article_names.h"

namespace corroborate::reconciliation {

ReportFrame::ReportFrame(std::size_t articles, std::vector<Problem> problems) {
  report_.articles.resize(articles);
  report_.problems = std::move(problems);
}

void ReportFrame::add(const StoryPart& part, const std::vector<std::size_t>& articles) {
  const auto number = static_cast<std::uint32_t>(report_.stories.size());
  for (std::size_t i = 0; i < articles.size(); ++i) report_.articles[articles[i]] = part.report.articles[i];
  Story story = part.report.stories.front();
  for (auto& article : story.articles) article = static_cast<std::uint32_t>(articles[article]);
  report_.stories.push_back(std::move(story));
  for (const ReportEvent& event : part.report.events) {
    report_.events.push_back(event);
    report_.events.back().story = number;
  }
  for (std::size_t o = 0; o < part.report.origins.size(); ++o) {
    const auto& first = part.first_articles[o];
    add(part.report.origins[o], first ? std::optional(articles[*first]) : std::nullopt);
  }
}

void ReportFrame::add(const Origin& origin, std::optional<std::size_t> first_article) {
  const auto [at, is_new] = origins_.try_emplace(origin.id, Known{origin.label, first_article, {}});
  Known& known = at->second;
  if (!is_new && known.first_article && first_article < known.first_article) {  // nothing is less than any article
    known.label = origin.label;
    known.first_article = first_article;
  }
  known.relays.insert(origin.relays.begin(), origin.relays.end());
}

Report ReportFrame::finish(const std::vector<ArticleCopy>& copies) {
  name_articles(report_.articles);
  for (auto& [id, known] : origins_)
    report_.origins.push_back({id, std::move(known.label), {known.relays.begin(), known.relays.end()}});
  for (const auto& copy : copies)
    report_.copies.push_back(
        {static_cast<std::uint32_t>(copy.article_a), static_cast<std::uint32_t>(copy.article_b), copy.words});
  return std::move(report_);
}

}  // namespace corroborate::reconciliation
