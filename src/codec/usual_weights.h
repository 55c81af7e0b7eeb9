// Weights of features that every line of this version knows without writing them: a line has some ten of them.
#pragma once

#include <array>

namespace corroborate::codec {

// Logarithms of how often a term stands in an article, times where it stands (extract/features); the most used first,
// over collections of news.
inline constexpr std::array usual_weights = {1.5F,  2.25F, 2.54F, 1.F,   3.15F, 1.69F, 3.58F, 3.81F, 4.72F,
                                             5.37F, 3.91F, 2.1F,  5.87F, 4.19F, 6.28F, 6.63F, 6.93F, 4.42F,
                                             7.19F, 2.39F, 4.62F, 7.43F, 4.8F,  7.65F, 2.61F, 4.95F, 7.84F};

}  // namespace corroborate::codec
