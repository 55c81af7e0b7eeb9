// Counts of names and numbers, joined from the smaller into the larger.
#include "reconcile/story_core.h"

#include <algorithm>
#include <utility>

namespace corroborate::reconciliation {

namespace {

// Measured on the sets of data/model/README.md, leave-topics-out.
constexpr std::uint32_t fewest_articles = 3;  // a group of so many has a core
constexpr double core_share = 0.6;            // of its articles have a term of the core
constexpr double least_weight = 3;            // rarity; a lighter core is no evidence

// In a large group rarer terms are forgotten, so that its counts stay as many as ten articles have.
constexpr std::uint32_t large = 20;
constexpr double least_kept = 0.1;  // of the articles

}  // namespace

StoryCore::StoryCore(const TermVector& article) : articles_(1) {
  for (const auto& term : article) {
    if (term.kind != FeatureKind::word) counts_.emplace(term.id, 1);
  }
}

StoryCore StoryCore::join(StoryCore a, StoryCore b) {
  if (a.counts_.size() < b.counts_.size()) std::swap(a, b);
  for (const auto& [term, count] : b.counts_) a.counts_[term] += count;
  a.articles_ += b.articles_;
  a.find_core();
  return a;
}

void StoryCore::find_core() {
  if (articles_ >= large) {
    std::erase_if(counts_, [this](const auto& entry) { return entry.second < least_kept * articles_; });
  }
  core_.clear();
  if (articles_ < fewest_articles) return;
  for (const auto& [term, count] : counts_) {
    if (count >= core_share * articles_) core_.push_back(term);
  }
  std::sort(core_.begin(), core_.end());  // sums do not depend on the order of the table
}

double StoryCore::share(std::uint32_t term) const {
  const auto found = counts_.find(term);
  return found == counts_.end() ? 0 : static_cast<double>(found->second) / articles_;
}

std::optional<double> StoryCore::covered_by(const StoryCore& other, const std::vector<double>& rarity) const {
  double all = 0, covered = 0;
  for (const auto term : core_) {
    const double own = share(term);
    all += rarity[term] * own;
    covered += rarity[term] * std::min(own, other.share(term));
  }
  return all < least_weight ? std::nullopt : std::optional(covered / all);
}

}  // namespace corroborate::reconciliation
