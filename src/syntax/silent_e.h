// Whether a regular verb form has lost a silent e: "timed" is of "time", "boasted" of "boast".
//
// English spelling tells in most cases, by the letters in front of "ed" or "ing"; a single consonant behind a single
// short vowel would have been doubled ("hopped", "hoped"). Where both are written ("visited", "invited"), the lemma
// scripts that were learned decide.
#pragma once

#include <string_view>

namespace corroborate::syntax {

enum class SilentE { none, lost, open };

// `stem`: what stands in front of `ending`, "ed" or "ing", in lower case. Letters past ASCII count as consonants.
SilentE silent_e(std::string_view stem, std::string_view ending);

}  // namespace corroborate::syntax
