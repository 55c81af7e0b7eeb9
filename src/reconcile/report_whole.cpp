// Claims in the order of articles, findings in that of stories, both renumbered.
#include "reconcile/report_whole.h"

#include <string_view>
#include <unordered_map>

namespace corroborate::reconciliation {
namespace {

using Numbers = std::vector<std::uint32_t>;

// By story, by claim of it: the number in the whole.
std::vector<Numbers> take_claims(std::vector<StoryReport>& stories, Report& whole) {
  struct Place {
    std::uint32_t story = 0;
    std::uint32_t first = 0, end = 0;  // claims of the story
  };
  std::vector<Place> places(whole.articles.size());
  std::vector<Numbers> numbers(stories.size());
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    const auto& claims = stories[s].report.claims;
    numbers[s].resize(claims.size());
    for (std::uint32_t c = 0; c < claims.size(); ++c) {
      Place& place = places[stories[s].articles[claims[c].article]];
      if (place.end == 0) place = {s, c, c};
      place.end = c + 1;
    }
  }
  for (std::uint32_t article = 0; article < places.size(); ++article)
    for (std::uint32_t c = places[article].first; c < places[article].end; ++c) {
      numbers[places[article].story][c] = static_cast<std::uint32_t>(whole.claims.size());
      whole.claims.push_back(std::move(stories[places[article].story].report.claims[c]));
      whole.claims.back().article = article;
    }
  return numbers;
}

Numbers origins_of(const Report& story, const std::unordered_map<std::string_view, std::uint32_t>& by_id) {
  Numbers numbers;
  for (const Origin& origin : story.origins) numbers.push_back(by_id.at(origin.id));
  return numbers;
}

}  // namespace

Report join_stories(std::vector<StoryReport>&& stories, Report&& rest) {
  Report whole = std::move(rest);
  const auto claims = take_claims(stories, whole);
  std::unordered_map<std::string_view, std::uint32_t> by_id;
  for (const Origin& origin : whole.origins) by_id.emplace(origin.id, static_cast<std::uint32_t>(by_id.size()));
  std::uint32_t events = 0;
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    Report& story = stories[s].report;
    const Numbers origins = origins_of(story, by_id);
    for (Finding& finding : story.findings) {
      finding.story = s;
      finding.event += events;
      for (Position& position : finding.positions) {
        for (auto& claim : position.claims) claim = claims[s][claim];
        for (auto& origin : position.origins) origin = origins[origin];
      }
      for (TimedValue& value : finding.timeline) value.claim = claims[s][value.claim];
      whole.findings.push_back(std::move(finding));
    }
    events += static_cast<std::uint32_t>(story.events.size());
    story = {};
  }
  return whole;
}

}  // namespace corroborate::reconciliation
