// Files that are one article of text.
#pragma once

#include <functional>

#include "load/formats.h"

namespace corroborate::loading {

// Decodes the file and takes its front matter off; `refine` then has the body before anything else looks at it.
void read_text(Source& source, const std::function<void(Article&)>& refine = {});

}  // namespace corroborate::loading
