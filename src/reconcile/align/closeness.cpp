// Looks words up by twos.
#include "reconcile/align/closeness.h"

#include <algorithm>

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t entries_at_most = std::size_t{1} << 14;  // 256 KB: beside the trees in the second cache

float closest(const StoryValues& story, WordId word, const std::vector<WordId>& bag) {
  float best = -1;
  for (const auto other : bag) best = std::max(best, likeness(story, word, other));
  return best;
}

std::size_t table_size(std::size_t values) {
  std::size_t size = 64;
  while (size < 16 * values && size < entries_at_most) size *= 2;
  return size;
}

}  // namespace

float likeness(const StoryValues& story, WordId a, WordId b) {
  if (a == no_word || b == no_word) return -1;
  if (a == b) return 1;
  const StoryWord& one = story.word(a);
  const StoryWord& other = story.word(b);
  if (one.known.vector == nullptr || other.known.vector == nullptr) return -0.5F;
  return cosine(one.direction, other.direction);
}

Nearest Closeness::nearest(const StoryValues& story, WordId word, const StoryValue& value) {
  if (word == no_word) return {};
  if (entries_.empty()) entries_.resize(table_size(story.all().size()));
  const auto number = static_cast<std::uint32_t>(&value - story.all().data());
  const std::uint64_t hash = (static_cast<std::uint64_t>(word) << 32 | number) * 0x9E3779B97F4A7C15u;
  Entry& entry = entries_[(hash >> 32) & (entries_.size() - 1)];
  if (entry.word != word || entry.value != number)
    entry = {word, number, {closest(story, word, value.clause), closest(story, word, value.window)}};
  return entry.nearest;
}

}  // namespace corroborate::reconciliation
