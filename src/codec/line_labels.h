// The labels of the entities of a packed line: where they stand in its sentences, or written out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/line_text.h"
#include "corroborate/extraction.h"

namespace corroborate::codec {

struct PackedLabels {
  std::string digits;
  std::vector<std::string_view> written_out;  // of the entities
};
PackedLabels pack_labels(const std::vector<Entity>& entities, const std::vector<LineSentence>& sentences,
                         const LineWords& words);

// Entities with these labels, of at most `most_bytes` in all. Says what is wrong, or nothing.
std::string unpack_labels(std::string_view digits, const std::vector<std::string_view>& written_out,
                          const std::vector<LineSentence>& sentences, const LineWords& words, std::size_t most_bytes,
                          std::vector<Entity>& entities);

}  // namespace corroborate::codec
