// How often a word is who speaks, as the learned model counted it.
#pragma once

#include "extract/reading/analysis.h"
#include "extract/speakers/learned/attribution_model.h"
#include "extract/speakers/learned/cue_view.h"

namespace corroborate::extraction {

// Class of the lemma at a token from 0 (never a source) to 7 (nearly always), as LemmaClass::source; 0 without a model.
inline int source_rate(const Analysis& analysis, std::size_t token) {
  const auto* model = linked_attribution_model();
  return model == nullptr ? 0 : model->lemma_class(lemma_key(analysis.lemma(token), analysis.token(token).upos)).source;
}

}  // namespace corroborate::extraction
