// Features and plain words of a line, packed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/line_strings.h"
#include "codec/line_text.h"
#include "corroborate/extraction.h"

namespace corroborate::codec {

// A term of two words is two strings: what stands before its last space, and behind. As StringNumbers gave them, the
// second 0 where there is none.
struct AddedTerm {
  std::uint32_t head = 0, tail = 0;
};
std::vector<AddedTerm> add_terms(const std::vector<Feature>& features, StringNumbers& strings);

struct PackedFeatures {
  std::vector<float> weights;  // each once, often used ones first
  std::string digits;
};
// With the number of documents behind their background.
PackedFeatures pack_features(const Extraction& extraction, const std::vector<AddedTerm>& terms,
                             const StringNumbers& strings);

// In the order of their terms, as extraction gives them, and of at most `most_bytes` in all. Says what is wrong, or
// nothing.
std::string unpack_features(std::string_view digits, const std::vector<float>& weights, const LineStrings& strings,
                            std::size_t most_bytes, Extraction& extraction);

// Words that the sentences have are runs: words to pass over, words to take, words that follow and are written out. One
// that is written out is its length × 2, and 1 where more or less than one code point lies between it and the one
// before; then so many; and three digits of its hash.
std::string pack_words(const std::vector<PlainWord>& words, const LineWords& known);
std::string unpack_words(std::string_view digits, const LineWords& known, std::vector<PlainWord>& words);

}  // namespace corroborate::codec
