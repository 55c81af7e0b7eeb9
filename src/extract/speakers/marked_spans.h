// Spans of attributions that the marks of a sentence correct: where a source, a content or a relayed speaker ends.
#pragma once

#include <vector>

#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// Sources and contents of one article's attributions, in the order of their cues:
// - a source that is the end of a subject takes all of it ("Doctors at St Ann's say");
// - what a relative clause says ends with it ("The museum, whose director says it is full, owns …");
// - a subject with an apposition takes its verb with it ("say the youngest, a girl of nine, has woken");
// - "X said, according to Y, that …": the words of Y are no part of what X said;
// - a participle that befalls its noun ("with every ward counted") is no saying: such attributions go;
// - what is more done than said ("sentenced him to six years") is marked as an act.
void correct_spans(const Analysis& analysis, std::vector<AttributionMention>& found);

// "…, the Gull said, citing dockers" and "Quoting dockers, the Gull said …": the dockers say it, the Gull passes it on.
// Attributions to what is cited without a speaker to pass it on ("raised rates, citing inflation") go.
void add_cited_speakers(const Analysis& analysis, std::vector<AttributionMention>& found);

}  // namespace corroborate::extraction
