// Which language a text is written in, as far as needed to pass over what is not English.
//
// Conservative: English is assumed unless the function words of another language clearly outnumber its own, so that
// headlines, tables and lists of names pass. Pure function, looks at the first part of the text only.
#pragma once

#include <string_view>

namespace corroborate::loading {

// "German", "French" …, "a language in Cyrillic script" …; empty for English and where nothing can be said.
std::string_view find_foreign_language(std::string_view text);

// The English name of a BCP 47 tag's language where it is one of the known ones; empty for English, else the tag.
std::string_view foreign_language_of_tag(std::string_view tag);

}  // namespace corroborate::loading
