// Which values of a story answer the same question: candidates, three looks at each pair, groups.
//
// Pure; the result depends on the story alone. Safe from many threads.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "reconcile/align/alignment_model.h"
#include "reconcile/align/cluster.h"
#include "reconcile/align/context_features.h"
#include "reconcile/align/opposition.h"
#include "reconcile/align/scored_pairs.h"
#include "reconcile/align/story_values.h"

namespace corroborate::reconciliation {

ScoredPairs score_pairs(const StoryValues& story, const AlignmentModel& model);

// Values that can never answer one question, however alike their sentences: of another kind, unit or person, distances
// from two places, or different ones of one voice in one sentence.
bool cannot_meet(const StoryValue& a, const StoryValue& b);

// What a pair is worth of which the second look says `probability`: where classes of the lexicon name one measure of
// one event for both, or it is the age of one person, the words need say less, unless they speak against it with less
// than `least`; a figure alone is not enough.
inline constexpr float least_labelled = 0.05F;  // chosen on topics that the model had not seen
float with_labels(const StoryValues& story, const StoryValue& a, const StoryValue& b, float probability,
                  float least = least_labelled);

// The groups of a story, by the first two looks.
std::vector<std::vector<std::uint32_t>> group_values(const StoryValues& story, const ScoredPairs& scored,
                                                     Thresholds thresholds);

// The groups without the members that hang on them loosely: the mean over a group may be carried by the others. One
// that no class of the lexicon labels needs more to stay among labelled ones.
std::vector<std::vector<std::uint32_t>> without_loose_members(const StoryValues& story,
                                                              std::vector<std::vector<std::uint32_t>> groups,
                                                              const ScoredPairs& scored);

// Pairs that exclude each other and are held to be of one question, with how sure that is.
using Conflicts = std::map<CandidatePair, float>;

// Joins the groups whose values differ on one question: those that a pair at or above `oppose` links, where all their
// pairs that exclude each other are sure enough on average. `certainty`: of each of `pairs`, numbers of candidate
// pairs.
std::vector<std::vector<std::uint32_t>> join_opposed(const StoryValues& story, const Oppositions& oppositions,
                                                     const ScoredPairs& scored, const std::vector<std::size_t>& pairs,
                                                     const std::vector<float>& certainty, float oppose);

// The alignment of one story.
struct Alignment {
  std::vector<std::vector<std::uint32_t>> groups;  // of two values or more, each sorted
  Conflicts conflicts;
  ScoredPairs scored;
};

Alignment align(const StoryValues& story, const AlignmentModel& model);

}  // namespace corroborate::reconciliation
