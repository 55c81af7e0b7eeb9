// A tagged and parsed document as CoNLL-U: https://universaldependencies.org/format.html
#pragma once

#include <string>
#include <string_view>

#include "syntax/document.h"

namespace corroborate::syntax {

// Every sentence, with "# newdoc id = ID" first and TokenRange=START:END (Unicode code points, end exclusive) in MISC.
std::string write_conllu(const Document& document, std::string_view id);

}  // namespace corroborate::syntax
