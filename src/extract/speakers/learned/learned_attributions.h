// Attributions by the learned model: the outermost ones of an article, by falling certainty of their cues.
#pragma once

#include <vector>

#include "extract/speakers/learned/content_ranker.h"

namespace corroborate::extraction {

struct LearnedAttribution {
  std::size_t cue = 0;
  std::size_t source = TokenAtoms::no_token;  // its head
  CuePhrase phrase;
  ContentChoice content;
  float certainty = 0;  // log odds of its cue
};

// Log odds that a word is the head of a cue.
float certainty_of_cue(const TokenAtoms& atoms, const AttributionModel& model, std::size_t token);

// Source, spans and content of one cue. `crowded`: its sentence has so many that each is looked at less closely.
LearnedAttribution read_attribution(const TokenAtoms& atoms, const AttributionModel& model, std::size_t cue,
                                    bool crowded = false);

// Adds the quotations that go on behind the cue's sentence.
void add_run_ons(const TokenAtoms& atoms, const AttributionModel& model, LearnedAttribution& found);

// In the order of their cues; none lies inside another unless it is more certain.
std::vector<LearnedAttribution> find_learned(const TokenAtoms& atoms, const AttributionModel& model);

}  // namespace corroborate::extraction
