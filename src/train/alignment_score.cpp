// Aligns each story and lays the marks on the groups.
#include "train/alignment_score.h"

#include <algorithm>

#include "reconcile/align/align.h"

namespace corroborate::training {

namespace {

bool share(const std::set<int>& a, const std::set<int>& b) {
  return std::ranges::any_of(a, [&](int question) { return b.contains(question); });
}

// Adds up over the stories.
class Counts {
 public:
  explicit Counts(const Gold& gold) : gold_(gold) {}

  void add(const GoldStory& story) {
    const auto& values = story.values->all();
    const auto alignment = reconciliation::align(*story.values, reconciliation::linked_alignment_model());
    for (const auto& questions : story.questions) questions_.insert(questions.begin(), questions.end());
    for (std::uint32_t a = 0; a < values.size(); ++a)
      for (std::uint32_t b = a + 1; b < values.size(); ++b) wanted_ += is_pair(story, a, b) && is_right(story, a, b);
    for (const auto& group : alignment.groups) add_group(story, group, alignment.conflicts);
  }

  AlignmentScore score(std::size_t stories) const {
    const auto percent = [](double part, double whole) { return whole > 0 ? 100 * part / whole : 0; };
    AlignmentScore score;
    score.precision = percent(right_, found_);
    score.recall = percent(right_, wanted_);
    score.f1 = percent(2 * right_, found_ + wanted_);
    score.groups_right = percent(shares_, groups_);
    score.conflict_precision = percent(conflict_shares_, conflict_groups_);
    score.stories = stories;
    score.questions = questions_.size();
    score.conflicts = static_cast<std::size_t>(
        std::ranges::count_if(questions_, [&](int q) { return gold_.conflicts[static_cast<std::size_t>(q)]; }));
    score.conflict_recall = percent(static_cast<double>(conflicts_found_.size()), static_cast<double>(score.conflicts));
    return score;
  }

 private:
  static bool is_pair(const GoldStory& story, std::uint32_t a, std::uint32_t b) {
    return story.values->all()[a].ref.article != story.values->all()[b].ref.article;
  }
  static bool is_right(const GoldStory& story, std::uint32_t a, std::uint32_t b) {
    return share(story.questions[a], story.questions[b]);
  }

  void add_group(const GoldStory& story, const std::vector<std::uint32_t>& group,
                 const reconciliation::Conflicts& conflicts) {
    double pairs = 0, right = 0, differing = 0, real = 0;
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = i + 1; j < group.size(); ++j) {
        const auto a = group[i], b = group[j];
        if (!is_pair(story, a, b)) continue;
        ++pairs;
        right += is_right(story, a, b);
        if (!conflicts.contains({a, b})) continue;
        ++differing;
        real += is_conflict(story, a, b);
      }
    found_ += pairs;
    right_ += right;
    if (pairs > 0) groups_ += 1, shares_ += right / pairs;
    if (differing > 0) conflict_groups_ += 1, conflict_shares_ += real / differing;
  }

  // Notes the question too.
  bool is_conflict(const GoldStory& story, std::uint32_t a, std::uint32_t b) {
    for (const int question : story.questions[a]) {
      if (!story.questions[b].contains(question) || !gold_.conflicts[static_cast<std::size_t>(question)]) continue;
      conflicts_found_.insert(question);
      return true;
    }
    return false;
  }

  const Gold& gold_;
  double found_ = 0, right_ = 0, wanted_ = 0, groups_ = 0, shares_ = 0, conflict_groups_ = 0, conflict_shares_ = 0;
  std::set<int> questions_, conflicts_found_;
};

}  // namespace

AlignmentScore score_alignment(const Gold& gold) {
  Counts counts(gold);
  std::size_t stories = 0;
  for (const auto& topic : gold.topics)
    for (const auto& story : topic.stories) counts.add(story), ++stories;
  return counts.score(stories);
}

}  // namespace corroborate::training
