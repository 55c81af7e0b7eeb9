// Files inside other files: entries of archives, bodies of crawled responses.
#pragma once

#include <string>

#include "load/formats.h"

namespace corroborate::loading {

// Reads the member as if it lay in a folder named as `outer`: by its content, and by the ending of its name where its
// content does not tell. `prepare` may be empty; it fills what the outer file knows of the member.
void read_member(const Source& outer, const std::string& name, std::string bytes,
                 const std::function<void(Article&)>& prepare = {});

}  // namespace corroborate::loading
