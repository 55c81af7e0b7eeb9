// The letters that decide, from the last one on.
#include "syntax/silent_e.h"

#include <algorithm>
#include <array>

namespace corroborate::syntax {

namespace {

constexpr std::string_view vowels = "aeiou";

// The "u" of "qu" is none, a "y" behind a consonant is one.
bool is_vowel(std::string_view stem, std::size_t at) {
  if (stem[at] == 'u') return at == 0 || stem[at - 1] != 'q';
  if (stem[at] == 'y') return at > 0 && vowels.find(stem[at - 1]) == std::string_view::npos;
  return vowels.find(stem[at]) != std::string_view::npos;
}

std::size_t count_syllables(std::string_view stem) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < stem.size(); ++at) count += is_vowel(stem, at) && (at == 0 || !is_vowel(stem, at - 1));
  return count;
}

template <std::size_t count>
bool ends_in_one_of(std::string_view stem, const std::array<std::string_view, count>& endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return stem.ends_with(ending); });
}

// "argu", "fre", "to" of "toed", "veto", "boo", "ski". In front of "ing" an e that is heard stays: "freeing", "toeing".
SilentE behind_vowel(std::string_view stem, std::string_view ending, std::size_t syllables) {
  if (stem.back() == 'u') return SilentE::lost;
  if (stem.back() == 'i') return SilentE::open;
  if (ending != "ed") return SilentE::none;
  const bool one_o = stem.back() == 'o' && syllables == 1 && !stem.ends_with("oo");
  return one_o || stem.back() == 'e' ? SilentE::lost : SilentE::none;
}

// "charg", "dodg", "revers", "jostl", "danc", "serv"; "land", "boast", "help".
SilentE behind_two_consonants(std::string_view stem, std::size_t syllables) {
  constexpr std::array<std::string_view, 6> open = {"ng", "th", "ps", "zl", "lz", "nz"};
  constexpr std::array<std::string_view, 18> lost = {"dg", "rg", "lg", "ns", "rs", "ls", "ws", "bl", "cl",
                                                     "dl", "fl", "gl", "kl", "pl", "sl", "tl", "rc", "nc"};
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before || ends_in_one_of(stem, open)) return SilentE::open;
  if (last == 'c' || last == 'v' || last == 'u' || ends_in_one_of(stem, lost)) return SilentE::lost;
  if (stem.ends_with("ast") && syllables == 1 && !is_vowel(stem, stem.size() - 4))
    return SilentE::open;  // "tast", "blast"
  return SilentE::none;
}

// "rais", "voic", "seiz"; "loot", "reel", "explain". "creat" and "initiat" have two syllables there.
SilentE behind_two_vowels(std::string_view stem) {
  if (stem.ends_with("iat") || stem.ends_with("uat")) return SilentE::lost;
  if (stem.ends_with("eat")) return SilentE::open;
  return std::string_view("sczgv").find(stem.back()) != std::string_view::npos ? SilentE::lost : SilentE::none;
}

// "decid", "assum", "operat"; "open", "offer". Where a stress that is not written decides, it stays open.
SilentE of_long_word(std::string_view stem) {
  constexpr std::array<std::string_view, 20> lost = {"c",  "v",  "g",  "k",  "b",  "id", "ad", "od", "ud", "ed",
                                                     "at", "ut", "iz", "is", "ir", "ur", "ar", "um", "ap", "in"};
  constexpr std::array<std::string_view, 2> none = {"en", "er"};
  if (ends_in_one_of(stem, none)) return SilentE::none;
  return ends_in_one_of(stem, lost) ? SilentE::lost : SilentE::open;
}

}  // namespace

SilentE silent_e(std::string_view stem, std::string_view ending) {
  if (stem.size() < 2) return SilentE::open;
  const std::size_t last = stem.size() - 1, syllables = count_syllables(stem);
  if (syllables == 0) return SilentE::open;
  if (is_vowel(stem, last) && stem[last] != 'y') return behind_vowel(stem, ending, syllables);
  if (stem.size() < 3) return SilentE::open;
  if (std::string_view("wxyjq").find(stem[last]) != std::string_view::npos) return SilentE::none;
  if (!is_vowel(stem, last - 1)) return behind_two_consonants(stem, syllables);
  if (is_vowel(stem, last - 2)) return behind_two_vowels(stem);
  if (stem[last] == 'h') return SilentE::open;
  return syllables == 1 ? SilentE::lost : of_long_word(stem);
}

}  // namespace corroborate::syntax
