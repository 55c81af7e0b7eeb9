// Whose words are they, and from where to where does the phrase that names them reach?
#pragma once

#include <optional>
#include <vector>

#include "extract/speakers/learned/cue_view.h"

namespace corroborate::extraction {

// Heads a source may have in the cue's sentence, no_token (no source) among them.
std::vector<std::size_t> source_candidates(const CueView& view, const TokenAtoms& atoms);
void add_source_features(const CueView& view, const TokenAtoms& atoms, std::size_t candidate, FeatureKeys& keys);

// Tokens at which a span around the head of the view may begin, and last tokens with which it may end.
std::vector<std::size_t> span_begins(const CueView& view, std::size_t reach);
std::vector<std::size_t> span_lasts(const CueView& view, std::size_t reach);
void add_begin_features(const CueView& view, const TokenAtoms& atoms, std::size_t first, FeatureKeys& keys);
void add_last_features(const CueView& view, const TokenAtoms& atoms, std::size_t last, FeatureKeys& keys);

inline constexpr std::size_t source_reach = 30, cue_reach = 5;  // tokens

// The best candidate by one table.
std::size_t choose_source(const CueView& view, const TokenAtoms& atoms, const AttributionModel& model);
TokenRange choose_span(const CueView& view, const TokenAtoms& atoms, const AttributionModel& model, Task begin_task);

}  // namespace corroborate::extraction
