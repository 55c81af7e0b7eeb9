// How common a term is in English at large: in how many documents of a background collection it occurs.
//
// Without it, the words of a folder's only story would count as common and weigh nothing. The table is
// data/model/document-frequency.tsv, linked in and searched where it lies. Safe from many threads.
#pragma once

#include <cstdint>
#include <string_view>

namespace corroborate::extraction {

std::uint32_t background_documents();

// 0 for a term that the table does not hold.
std::uint32_t background_frequency(std::string_view term);

// The whole table, for a test of its order.
std::string_view background_table();

}  // namespace corroborate::extraction
