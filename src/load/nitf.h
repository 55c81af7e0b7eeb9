// NITF, the News Industry Text Format (IPTC, 3.6): as a file of its own and inside NewsML-G2.
#pragma once

#include "corroborate/article.h"
#include "load/stated_day.h"
#include "load/xml_tree.h"

namespace corroborate::loading {

// Fills what the <nitf> element states; fields that are set already stay.
void read_nitf_element(Node nitf, Article& article, StatedDays& days);

}  // namespace corroborate::loading
