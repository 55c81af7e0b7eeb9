// Text to tokens, in the conventions of the English Universal Dependencies treebanks.
//
// "don't" is "do" + "n't", "Chile's" is "Chile" + "'s", "U.S.-led" is "U.S." + "-" + "led", "$1.2bn" is
// "$" + "1.2" + "bn"; numbers, clock times, addresses and abbreviations with their full stop stay whole.
// Every byte that is neither space nor control character belongs to exactly one token. Linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/document.h"

namespace corroborate::syntax {

// Appends the tokens of `text` (only begin and end are set).
void tokenize(std::string_view text, std::vector<Token>& tokens);

}  // namespace corroborate::syntax
