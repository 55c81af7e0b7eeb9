// Words that carry content, by their tag.
#pragma once

#include "syntax/tags.h"

namespace corroborate::syntax {

// Open classes (Universal Dependencies) and numbers; not interjections.
constexpr bool is_open_class(Upos tag) {
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::verb || tag == Upos::adj || tag == Upos::adv ||
         tag == Upos::num || tag == Upos::x;
}

}  // namespace corroborate::syntax
