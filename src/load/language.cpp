#include "load/language.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "text/utf8.h"

namespace corroborate::loading {
namespace {

constexpr std::size_t looked_at = 8'000;  // bytes; the language of an article shows in its first paragraphs
constexpr int enough_words = 6;           // function words seen before anything is said
constexpr int clear_lead = 3;             // as many times more than English ones: quotes and names stay below

// Frequent function words, without those that are English words too ("die", "war", "in", "on", "me").
struct Language {
  std::string_view tag, name, words;
};

constexpr std::array<Language, 7> languages = {{
    {"en", "", " the of and to a is was were that for with said by from it has have be are this at not which their "},
    {"de", "German",
     " der das und ist nicht mit auf für von dem den ein eine einer sich auch nach bei wurde wurden im zu "},
    {"fr", "French", " le la les des et est une dans que pour sur pas qui du au avec ont été par plus ce "},
    {"es", "Spanish", " el la los las que y en por una del se con para es fue su al como más "},
    {"it", "Italian", " il di che la per una del della sono è con gli nel dei alla non anche ha stato "},
    {"nl", "Dutch", " het een van en de dat niet zijn voor met op aan ook bij uit wordt werd naar door "},
    {"pt", "Portuguese", " o os as que do da em um uma para com não por dos das foi mais ao pela "},
}};

// All function words in order, each with a bit for every language that has it; made by the compiler.
struct FunctionWord {
  std::string_view word;
  unsigned languages = 0;
  constexpr bool operator<(const FunctionWord& other) const { return word < other.word; }
};

// Calls `visit` for every word of a list.
template <typename Visit>
constexpr void each_word(std::string_view list, Visit visit) {
  for (std::size_t begin = 1; begin < list.size();) {
    const std::size_t end = list.find(' ', begin);
    visit(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

constexpr std::size_t count_words() {
  std::size_t count = 0;
  for (const Language& language : languages) each_word(language.words, [&](std::string_view) { ++count; });
  return count;
}

constexpr auto function_words = [] {
  std::array<FunctionWord, count_words()> words;
  std::size_t at = 0;
  for (std::size_t i = 0; i < languages.size(); ++i)
    each_word(languages[i].words, [&](std::string_view word) { words[at++] = {word, 1u << i}; });
  std::sort(words.begin(), words.end());
  for (std::size_t i = 1; i < words.size(); ++i)  // the last of equal words has the bits of all
    if (words[i].word == words[i - 1].word) words[i].languages |= words[i - 1].languages;
  return words;
}();

constexpr std::size_t longest_word = [] {
  std::size_t longest = 0;
  for (const FunctionWord& one : function_words) longest = std::max(longest, one.word.size());
  return longest;
}();

// By first byte: the first of the words that begin with it or a later one.
constexpr auto first_words = [] {
  std::array<std::size_t, 257> first{};
  for (std::size_t byte = 0, at = 0; byte < first.size(); ++byte) {
    while (at < function_words.size() && static_cast<unsigned char>(function_words[at].word.front()) < byte) ++at;
    first[byte] = at;
  }
  return first;
}();

unsigned languages_of(std::string_view word) {
  if (word.size() > longest_word) return 0;
  const auto byte = static_cast<unsigned char>(word.front());
  const auto* begin = function_words.data() + first_words[byte];
  const auto* behind = std::upper_bound(begin, function_words.data() + first_words[byte + 1u], FunctionWord{word});
  return behind != begin && std::prev(behind)->word == word ? std::prev(behind)->languages : 0;
}

// Scripts by their letter blocks, in the order of code points.
struct Script {
  char32_t first, last;
  std::string_view name;
};

constexpr std::array<Script, 8> scripts = {{{0x0370, 0x03FF, "a language in Greek script"},
                                            {0x0400, 0x052F, "a language in Cyrillic script"},
                                            {0x0590, 0x05FF, "a language in Hebrew script"},
                                            {0x0600, 0x06FF, "a language in Arabic script"},
                                            {0x0900, 0x097F, "a language in Devanagari script"},
                                            {0x3040, 0x30FF, "Japanese"},
                                            {0x4E00, 0x9FFF, "a language in Han script"},
                                            {0xAC00, 0xD7A3, "Korean"}}};

struct Tally {
  std::array<int, languages.size()> words{};
  std::array<int, scripts.size()> letters{};
  int latin = 0;
};

bool is_latin(char32_t c) { return (U'a' <= (c | 32) && (c | 32) <= U'z') || (0xC0 <= c && c < 0x250); }

void count_word(Tally& tally, std::string& word) {
  const unsigned known = word.empty() ? 0 : languages_of(word);
  for (std::size_t i = 0; known != 0 && i < languages.size(); ++i) tally.words[i] += static_cast<int>(known >> i & 1u);
  word.clear();
}

void count_letter(Tally& tally, char32_t c) {
  tally.latin += is_latin(c);
  for (std::size_t i = 0; c >= scripts.front().first && i < scripts.size(); ++i) {
    tally.letters[i] += scripts[i].first <= c && c <= scripts[i].last;
  }
}

Tally count(std::string_view text) {
  Tally tally;
  std::string word;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto next = text::decode(text, offset);
    offset += next.size;
    count_letter(tally, next.value);
    if (is_latin(next.value)) {
      const bool capital = next.value < 0x80 || (0xC0 <= next.value && next.value < 0xDF);
      text::append(word, capital ? next.value | 32 : next.value);
    } else {
      count_word(tally, word);
    }
  }
  count_word(tally, word);
  return tally;
}

}  // namespace

std::string_view find_foreign_language(std::string_view text) {
  const Tally tally = count(text.substr(0, looked_at));
  const auto script = std::max_element(tally.letters.begin(), tally.letters.end());
  if (*script > tally.latin && *script > enough_words) {
    return scripts[static_cast<std::size_t>(script - tally.letters.begin())].name;
  }
  const auto best = std::max_element(tally.words.begin() + 1, tally.words.end());
  if (*best < enough_words || *best < clear_lead * tally.words[0]) return {};
  return languages[static_cast<std::size_t>(best - tally.words.begin())].name;
}

std::string_view foreign_language_of_tag(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  const auto same = [&](std::string_view name) {
    return std::equal(primary.begin(), primary.end(), name.begin(), name.end(),
                      [](char a, char b) { return (a | 32) == b; });
  };
  if (primary.empty() || same("en") || same("eng") || same("english") || same("und")) return {};
  for (const Language& language : languages) {
    if (same(language.tag)) return language.name;
  }
  return tag;
}

}  // namespace corroborate::loading
