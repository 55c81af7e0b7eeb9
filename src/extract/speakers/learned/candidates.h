// The second pass: which of the attributions that were found are to be kept, seen beside each other.
#pragma once

#include <unordered_map>
#include <vector>

#include "extract/speakers/learned/learned_attributions.h"

namespace corroborate::extraction {

// Every attribution that some word may be the cue of, the more certain first.
std::vector<LearnedAttribution> read_candidates(const TokenAtoms& atoms, const AttributionModel& model);

// The attributions of one article in the order of read_candidates. Keeps references to both arguments.
class Candidates {
 public:
  Candidates(const TokenAtoms& atoms, const std::vector<LearnedAttribution>& found);

  void add_features(std::size_t number, FeatureKeys& keys) const;

 private:
  void add_place(std::size_t number, FeatureKeys& keys) const;
  void add_content(std::size_t number, FeatureKeys& keys) const;
  void add_source(std::size_t number, FeatureKeys& keys) const;

  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  const TokenAtoms& atoms_;
  const std::vector<LearnedAttribution>& found_;
  std::vector<std::uint32_t> holder_;                         // by token: the most certain one whose content holds it
  std::vector<std::uint32_t> cue_of_;                         // by token: the one whose cue it heads
  std::unordered_map<std::uint32_t, std::uint32_t> sources_;  // lemma of a source: how often it is one
};

}  // namespace corroborate::extraction
