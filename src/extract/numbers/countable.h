// Whether a word that can be a number counts something here: "one boat", where "one another" and "this half" do not.
#pragma once

#include <string_view>

#include "extract/numbers/numbers.h"
#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

bool is_determiner(const Analysis& analysis, const Number& number);  // "some people"
bool is_pronoun(const Analysis& analysis, const Number& number);     // "one of them"
bool is_harmed(const Analysis& analysis,
               const Number& number);  // "killing one", "a third was wounded": whom harm befell
bool is_half_of(const Analysis& analysis, const Number& number);     // "half of the boats"
bool counts_nobody(const Analysis& analysis, const Number& number);  // "nobody was hurt", "none of them were"
bool says_nobody(const Analysis& analysis, const Number& number);    // "nobody", "no one"
bool is_count_of_none(const Analysis& analysis, const Number& number,
                      const QuantityMention& mention);  // "no casualties"
// The unit that a plural names without a number where the words around it make it a length of time: "hours after the
// raid", "for decades", "days later"; empty where they do not ("the days grew shorter").
std::string_view bare_unit(const Analysis& analysis, std::size_t token);
bool is_bare_year(const Analysis& analysis, const Number& number, const QuantityMention& mention);

}  // namespace corroborate::extraction
