// Finds candidates by postings of words within a family and unit.
#include "reconcile/align/candidates.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t most_partners = 40;  // of one value; in a story of many values each still has enough with fewer
constexpr std::size_t fewest_partners = 8;
constexpr std::size_t many_values = 900;
constexpr std::size_t most_suitors =
    1'000;  // pairs of one value in all, whoever chose: the second look reads all of them
constexpr std::size_t longest_posting = 256;  // values that share a word: a commoner word says little and costs much

// What values are looked up by: a word within a family and unit.
struct Key {
  std::uint64_t family_and_unit = 0;
  std::uint64_t word = 0;
  bool operator==(const Key&) const = default;
};

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    return static_cast<std::size_t>((key.family_and_unit * 0x9E3779B97F4A7C15U) ^ (key.word * 0xC2B2AE3D27D4EB4FU));
  }
};

class Finder {
 public:
  explicit Finder(const StoryValues& story)
      : story_(story),
        score_(story.all().size()),
        partners_(std::clamp(most_partners * many_values / (story.all().size() + 1), fewest_partners, most_partners)) {}

  std::vector<CandidatePair> run() {
    for (std::uint32_t v = 0; v < story_.all().size(); ++v) {
      starts_.push_back(entries_.size());
      post(v);
    }
    starts_.push_back(entries_.size());
    for (std::uint32_t v = 0; v < story_.all().size(); ++v) choose(v);
    std::ranges::sort(pairs_);
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    drop_crowds();
    return std::move(pairs_);
  }

 private:
  // A key of a value.
  struct Entry {
    std::uint32_t posting;
    float weight;
  };

  template <typename Visit>
  void each_key(const StoryValue& value, Visit visit) const {
    const std::uint64_t block =
        static_cast<std::uint64_t>(value.family) << 32 |
        (value.family == Family::money ? 0 : value.unit);  // sums in two currencies may be one sum
    const auto at = [&](std::uint64_t word, float weight) { visit(Key{block, word}, weight); };
    const auto rarity = [&](WordId word) { return story_.word(word).story_rarity; };
    if (value.thing != no_word) at(value.thing, 2 + rarity(value.thing));
    if (value.thing_group != no_word) at(value.thing_group, 2);
    if (value.governor != no_word) at(value.governor, 2 + rarity(value.governor));
    if (value.governor_group != no_word) at(value.governor_group, 2);
    for (const auto word : value.window) at(word, 1 + rarity(word));
    for (const auto word : value.clause) at(word, rarity(word));
    if (value.property != no_word) at(value.property, 3);
    if (value.owner != no_word) at(value.owner, 3);
    constexpr std::uint64_t figures = 1ULL << 40, weekdays = 1ULL << 41;
    at(figures | value.figure.key >> 24, 1 + static_cast<float>(value.figure.digits));  // those that state none, too
    if (value.weekday != 0) at(weekdays | static_cast<std::uint64_t>(value.weekday), 1);
  }

  void post(std::uint32_t value) {
    each_key(story_.all()[value], [&](const Key& key, float weight) {
      const auto [at, fresh] = numbers_.try_emplace(key, static_cast<std::uint32_t>(postings_.size()));
      if (fresh) postings_.emplace_back();
      entries_.push_back({at->second, weight});
      auto& posting = postings_[at->second];
      if (posting.size() <= longest_posting && (posting.empty() || posting.back() != value)) posting.push_back(value);
    });
  }

  void choose(std::uint32_t value) {
    touched_.clear();
    for (auto entry = starts_[value]; entry < starts_[value + 1]; ++entry) {
      const auto& posting = postings_[entries_[entry].posting];
      float weight = entries_[entry].weight;
      if (posting.size() > longest_posting) weight /= 8;  // only its first are known
      for (const auto other : posting) {
        if (other == value) continue;
        if (score_[other] == 0) touched_.push_back(other);
        score_[other] += weight;
      }
    }
    const auto better = [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(-score_[a], a) < std::pair(-score_[b], b);
    };
    const auto kept = std::min(partners_, touched_.size());
    std::partial_sort(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(kept), touched_.end(), better);
    for (std::size_t i = 0; i < kept; ++i)
      pairs_.push_back({std::min(value, touched_[i]), std::max(value, touched_[i])});
    for (const auto other : touched_) score_[other] = 0;
  }

  // The first of many like values is chosen by all of them: past most_suitors its pairs go.
  void drop_crowds() {
    std::vector<std::size_t> partners(story_.all().size());
    std::erase_if(pairs_, [&](const CandidatePair& pair) {
      return ++partners[pair.a] > most_suitors || ++partners[pair.b] > most_suitors;
    });
  }

  const StoryValues& story_;
  std::unordered_map<Key, std::uint32_t, KeyHash> numbers_;  // of postings
  std::vector<std::vector<std::uint32_t>> postings_;         // values, ascending
  std::vector<Entry> entries_;                               // of one value after the other
  std::vector<std::size_t> starts_;                          // by value, and one more
  std::vector<float> score_;
  std::size_t partners_;
  std::vector<std::uint32_t> touched_;
  std::vector<CandidatePair> pairs_;
};

}  // namespace

std::vector<CandidatePair> find_candidates(const StoryValues& story) { return Finder(story).run(); }

}  // namespace corroborate::reconciliation
