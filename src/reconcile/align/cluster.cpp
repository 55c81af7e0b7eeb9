// Agglomerates by a queue of offers; an offer is void once one of its groups has grown.
#include "reconcile/align/cluster.h"

#include <algorithm>
#include <map>
#include <queue>
#include <span>

#include "reconcile/components.h"

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t most_looked_at = 400;  // members of a group that forbid a merge: more of one question are alike
constexpr float weakest_link = 0.05F;        // pairs below it start no merge and add next to nothing

class Clusterer {
 public:
  Clusterer(std::size_t count, Thresholds thresholds,
            const std::function<bool(std::uint32_t, std::uint32_t)>& forbidden)
      : members_(count),
        links_(count),
        version_(count),
        within_(count),
        thresholds_(thresholds),
        forbidden_(forbidden) {
    for (std::uint32_t v = 0; v < count; ++v) members_[v] = {v};
  }

  void link(std::uint32_t a, std::uint32_t b, float score) {
    links_[a][b] = score;
    links_[b][a] = score;
  }

  std::vector<std::vector<std::uint32_t>> run() {
    for (std::uint32_t a = 0; a < links_.size(); ++a)
      for (const auto& [b, sum] : links_[a])
        if (a < b) offer(a, b);
    while (!queue_.empty()) {
      const Offer best = queue_.top();
      queue_.pop();
      if (best.version_a == version_[best.a] && best.version_b == version_[best.b]) merge(best.a, best.b);
    }
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::size_t g = 0; g < members_.size(); ++g) {
      auto& group = members_[g];
      if (group.size() < 2 || !is_kept(group.size(), within_[g])) continue;
      std::ranges::sort(group);
      groups.push_back(std::move(group));
    }
    std::ranges::sort(groups);
    return groups;
  }

 private:
  struct Offer {
    float average;
    std::uint32_t a, b, version_a, version_b;
    bool operator<(const Offer& other) const {  // the best on top; of equals that of the first values
      if (average != other.average) return average < other.average;
      return std::pair(a, b) > std::pair(other.a, other.b);
    }
  };

  void offer(std::uint32_t a, std::uint32_t b) {
    const float average = links_[a].at(b) / static_cast<float>(members_[a].size() * members_[b].size());
    if (average >= thresholds_.join)
      queue_.push({average, std::min(a, b), std::max(a, b), version_[std::min(a, b)], version_[std::max(a, b)]});
  }

  bool is_kept(std::size_t size, float within) const {
    const auto members = static_cast<float>(size);
    const float least = thresholds_.join + (thresholds_.keep - thresholds_.join) * 2 / members;
    return within / (members * (members - 1) / 2) >= least;
  }

  bool may_join(std::uint32_t a, std::uint32_t b) const {
    const std::span<const std::uint32_t> of_a(members_[a]), of_b(members_[b]);
    for (const auto x : of_a.first(std::min(most_looked_at, of_a.size())))
      for (const auto y : of_b.first(std::min(most_looked_at, of_b.size())))
        if (forbidden_(x, y)) return false;
    return true;
  }

  void merge(std::uint32_t a, std::uint32_t b) {
    if (!may_join(a, b)) {
      links_[a].erase(b);
      links_[b].erase(a);
      return;
    }
    within_[a] += within_[b] + links_[a].at(b);
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    links_[a].erase(b);
    for (const auto& [other, sum] : links_[b]) {
      if (other == a) continue;
      links_[a][other] += sum;
      links_[other][a] = links_[a][other];
      links_[other].erase(b);
    }
    links_[b].clear();
    ++version_[a];
    ++version_[b];
    for (const auto& [other, sum] : links_[a]) offer(a, other);
  }

  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::map<std::uint32_t, float>> links_;  // sums over the pairs of two groups
  std::vector<std::uint32_t> version_;
  std::priority_queue<Offer> queue_;
  std::vector<float> within_;  // sums over the pairs of one group
  Thresholds thresholds_;
  const std::function<bool(std::uint32_t, std::uint32_t)>& forbidden_;
};

}  // namespace

namespace {

// Values that pairs good enough for a merge tie together: an average of scores is no better than the best of them, so
// no group reaches past that.
std::vector<std::uint32_t> find_reach(std::size_t count, const std::vector<CandidatePair>& pairs,
                                      const std::vector<float>& scores, float join) {
  Components<std::uint32_t> reach(count);
  for (std::size_t p = 0; p < pairs.size(); ++p)
    if (scores[p] >= join) reach.tie(pairs[p].a, pairs[p].b);
  return reach.take();
}

}  // namespace

std::vector<std::vector<std::uint32_t>> cluster(std::size_t count, const std::vector<CandidatePair>& pairs,
                                                const std::vector<float>& scores, Thresholds thresholds,
                                                const std::function<bool(std::uint32_t, std::uint32_t)>& forbidden) {
  Clusterer clusterer(count, thresholds, forbidden);
  const auto reach = find_reach(count, pairs, scores, thresholds.join);
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    const auto [a, b] = pairs[p];
    if (scores[p] >= weakest_link && reach[a] == reach[b]) clusterer.link(a, b, scores[p]);
  }
  return clusterer.run();
}

}  // namespace corroborate::reconciliation
