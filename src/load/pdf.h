// PDF: its words as pdftotext (poppler) finds them.
#pragma once

#include <string_view>

#include "corroborate/article.h"

namespace corroborate::loading {

// Body, title and day of making out of what `pdftotext -htmlmeta` prints: a page with <title>, <meta> and one <pre>,
// form feeds between the pages. What repeats at the top or foot of pages, and what a browser prints there (page
// numbers, its address, the time of printing), is left out. Whatever the bytes are, they give an article, maybe an
// empty one.
Article read_pdf_text(std::string_view page);

}  // namespace corroborate::loading
