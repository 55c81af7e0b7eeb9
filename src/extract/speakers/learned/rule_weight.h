// Where the rules know more of attributions than the learned model.
#pragma once

#include "extract/speakers/learned/attribution_mention.h"
#include "extract/speakers/learned/cue_view.h"

namespace corroborate::extraction {

// Whether an attribution that the rules read is kept though the model does not find it.
bool rules_outweigh(const AttributionMention& mention, const TokenAtoms& atoms, const AttributionModel& model);

}  // namespace corroborate::extraction
