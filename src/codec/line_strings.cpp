// Numbers the strings of a line, and reads them again.
#include "codec/line_strings.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <optional>
#include <utility>

#include "codec/common_strings.h"
#include "codec/packed.h"
#include "codec/text_order.h"

namespace corroborate::codec {
namespace {

constexpr std::size_t longest_cut = 8;  // bytes: "investigat" of "investigation's"; more is another word
constexpr std::uint32_t cuts = 4;       // that share the number of the word
constexpr std::size_t first_usual = 1 + common_strings.size();  // of the entries
constexpr std::size_t first_own = first_usual + usual_strings.size();

struct WordBeginning {
  std::size_t word = 0;
  std::uint32_t cut = 0;
};

// Finds words by how they begin: the first of them in the order of their first eight bytes alone, of equal ones the
// first in the text, and no more than the first few are looked at.
//
// Words of the same first three bytes are chained, which leaves one or two to compare. Where that turns out to be much
// work, as in a text of words that are all alike, they are sorted instead.
class Beginnings {
 public:
  explicit Beginnings(const LineWords& words) : words_(words.all()), chained_(words_.size()) {
    chains_.fill(none);
    byte_chains_.fill(none);
    for (std::size_t w = words_.size(); w-- > 0;) {
      const std::uint64_t head = head_of(words_[w].folded);
      const auto number = static_cast<std::uint32_t>(w);
      chained_[w] = {head, number, std::exchange(chains_[chain_of(head)], number),
                     std::exchange(byte_chains_[head >> 56], number)};
    }
  }

  // `head` = head_of the text.
  std::optional<WordBeginning> find(std::string_view text, std::uint64_t head) {
    if (text.empty()) return {};
    if (steps_ > steps_a_word * chained_.size()) return find_sorted(text, head);
    if (text.size() >= sizeof head) return find_long(text, head);
    const Word* first = text.size() < chained_bytes ? first_of_byte(text, head) : first_of_chain(text, head);
    if (first == nullptr) return {};
    const auto found = begins(text, *first);
    return found ? found : find_sorted(text, head);
  }

 private:
  struct Word {
    std::uint64_t head;  // the first eight bytes, in their order
    std::uint32_t number;
    std::uint32_t next, next_of_byte;  // of its chains, in text order
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::size_t looks = 8, chained_bytes = 3, steps_a_word = 16;

  static std::size_t chain_of(std::uint64_t head) {
    return static_cast<std::uint32_t>(head >> 40) * 0x9E3779B1U >> 22;  // spread over 1024
  }

  // The first whose first eight bytes are those of the text as far as it goes; null where there is none.
  const Word* first_of_chain(std::string_view text, std::uint64_t head) {
    return first_of(chains_[chain_of(head)], &Word::next, text, head);
  }
  const Word* first_of_byte(std::string_view text, std::uint64_t head) {
    return first_of(byte_chains_[head >> 56], &Word::next_of_byte, text, head);
  }
  const Word* first_of(std::uint32_t word, std::uint32_t Word::*next, std::string_view text, std::uint64_t head) {
    const std::uint64_t mask = ~std::uint64_t{0} << (64 - 8 * text.size());
    const Word* first = nullptr;
    for (; word != none; word = chained_[word].*next, ++steps_)
      if ((chained_[word].head & mask) == head && (first == nullptr || chained_[word].head < first->head))
        first = &chained_[word];
    return first;
  }

  // All with its first eight bytes are alike.
  std::optional<WordBeginning> find_long(std::string_view text, std::uint64_t head) {
    std::size_t looked = 0;
    for (std::uint32_t word = chains_[chain_of(head)]; word != none && looked < looks; word = chained_[word].next) {
      ++steps_;
      if (chained_[word].head != head) continue;
      ++looked;
      if (const auto found = begins(text, chained_[word])) return found;
    }
    return {};
  }

  std::optional<WordBeginning> begins(std::string_view text, const Word& word) const {
    const std::string_view folded = words_[word.number].folded;
    if (!folded.starts_with(text) || folded.size() > text.size() + longest_cut) return {};
    return WordBeginning{word.number, static_cast<std::uint32_t>(folded.size() - text.size())};
  }

  std::optional<WordBeginning> find_sorted(std::string_view text, std::uint64_t head) {
    if (sorted_.empty()) {
      sorted_ = chained_;
      std::ranges::sort(sorted_, {}, [](const Word& one) { return std::pair(one.head, one.number); });
    }
    const auto first = std::ranges::lower_bound(sorted_, head, {}, &Word::head);
    for (auto word = first; word != sorted_.end() && word - first < std::ptrdiff_t{looks}; ++word) {
      if (const auto found = begins(text, *word)) return found;
      if (text.size() < sizeof head && !words_[word->number].folded.starts_with(text)) return {};
    }
    return {};
  }

  const std::vector<LineWord>& words_;
  std::vector<Word> chained_;                   // by word
  std::array<std::uint32_t, 1024> chains_;      // first words
  std::array<std::uint32_t, 256> byte_chains_;  // likewise, of words of the same first byte
  std::size_t steps_ = 0;                       // that were taken
  std::vector<Word> sorted_;
};

// A string that begins a word.
struct Begun {
  std::uint32_t cut, entry;
  std::uint32_t next;  // of the same word, with more letters cut off
};

// All of them: a list of each word.
class BegunWords {
 public:
  explicit BegunWords(std::size_t words) : first_(words, none) {}

  void add(WordBeginning place, std::uint32_t entry) {
    std::uint32_t* link = &first_[place.word];
    while (*link != none && begun_[*link].cut < place.cut) link = &begun_[*link].next;
    begun_.push_back({place.cut, entry, std::exchange(*link, static_cast<std::uint32_t>(begun_.size()))});
  }

  // Packs them in the order of the words and of what is cut off of each, and calls `one` with each string.
  template <typename One>
  std::string pack(One one) const {
    Packer out;
    std::size_t last = 0;
    for (const std::uint32_t word : used_words()) {
      for (std::uint32_t b = first_[word]; b != none; b = begun_[b].next) {
        const std::uint32_t cut = begun_[b].cut;
        out.number(static_cast<std::uint32_t>(word - last) * cuts + std::min(cut, cuts - 1));
        if (cut >= cuts - 1) out.number(cut - (cuts - 1));
        last = word;
        one(begun_[b].entry);
      }
    }
    return out.take();
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // Whether a word is used cannot be foreseen: it is written down in any case.
  std::vector<std::uint32_t> used_words() const {
    std::vector<std::uint32_t> words(first_.size());
    std::size_t used = 0;
    for (std::uint32_t word = 0; word < first_.size(); ++word) {
      words[used] = word;
      used += first_[word] != none;
    }
    words.resize(used);
    return words;
  }

  std::vector<std::uint32_t> first_;  // by word
  std::vector<Begun> begun_;
};

}  // namespace

// The table that each line begins with: made once, copied with its hashes. The empty string is its first entry, then
// come the common ones, then the usual ones.
const StringNumbers& StringNumbers::of_no_line() {
  static const StringNumbers made = [] {
    StringNumbers numbers(1024);
    numbers.entries_.reserve(512);
    numbers.entries_[numbers.find_or_add({})].known = true;
    for (std::uint32_t i = 0; i < common_strings.size(); ++i) {
      Entry& entry = numbers.entries_[numbers.find_or_add(common_strings[i])];
      entry.known = true;
      entry.number = i + 1;
    }
    for (const auto text : usual_strings) numbers.find_or_add(text);
    assert(numbers.entries_.size() == first_own);
    return numbers;
  }();
  return made;
}

StringNumbers::StringNumbers() : StringNumbers(of_no_line()) {}

StringNumbers::Key::Key(std::string_view of) : text(of), head(head_of(of)), tail(tail_of(of)) {}

bool StringNumbers::Key::operator==(const Key& other) const {
  constexpr std::size_t told = 16;  // bytes by head and tail
  const bool alike = ((head ^ other.head) | (tail ^ other.tail) | (text.size() ^ other.text.size())) == 0;
  return alike && (text.size() <= told || text == other.text);
}

// Of long strings the middle counts too: many can be alike at both ends.
std::uint32_t StringNumbers::Key::hash() const {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio: spreads what it multiplies
  if (text.size() > 16) return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
  std::uint64_t mixed = (head ^ text.size()) * odd;
  mixed = (mixed ^ mixed >> 32 ^ tail) * odd;
  return static_cast<std::uint32_t>(mixed >> 32);
}

std::uint32_t& StringNumbers::slot_of(const Key& key, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const std::uint32_t entry = slots_[at];
    if (entry == none || entries_[entry].key == key) return slots_[at];
  }
}

StringNumbers::Entry* StringNumbers::find(std::string_view text) {
  const Key key(text);
  const std::uint32_t entry = slot_of(key, key.hash());
  return entry == none ? nullptr : &entries_[entry];
}

std::uint32_t StringNumbers::find_or_add(std::string_view text) {
  const Key key(text);
  const std::uint32_t hash = key.hash();
  std::uint32_t& slot = slot_of(key, hash);
  if (slot != none) return slot;
  const auto entry = slot = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({key, hash});
  if (2 * entries_.size() > slots_.size()) grow();
  return entry;
}

void StringNumbers::grow() {
  slots_.assign(2 * slots_.size(), none);
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry)
    slot_of(entries_[entry].key, entries_[entry].hash) = entry;
}

std::uint32_t StringNumbers::keep(std::string&& text) { return add(kept_.emplace_back(std::move(text))); }

// Entries that are used and none of the common ones. Which usual ones are cannot be foreseen: they are written down in
// any case.
std::vector<std::uint32_t> StringNumbers::used() const {
  std::vector<std::uint32_t> result(entries_.size() - first_usual);
  std::size_t used = 0;
  for (std::uint32_t entry = first_usual; entry < entries_.size(); ++entry) {
    result[used] = entry;
    used += entries_[entry].times > 0;
  }
  result.resize(used);
  return result;
}

void StringNumbers::settle(const LineWords& words, const std::vector<std::string>& keys) {
  Beginnings beginnings(words);
  BegunWords begun(words.all().size());
  std::vector<std::uint32_t> others, usual;
  for (const auto entry : used()) {
    if (const auto found = beginnings.find(entries_[entry].key.text, entries_[entry].key.head)) {
      begun.add(*found, entry);
      entries_[entry].known = true;
    } else {
      (entry < first_own ? usual : others).push_back(entry);
    }
  }
  std::vector<std::pair<Entry*, std::uint32_t>> by_key;  // with the first key that is the string
  for (std::uint32_t k = 0; k < keys.size(); ++k) {
    Entry* entry = find(keys[k]);
    if (entry == nullptr || entry->times == 0 || entry->known) continue;
    entry->known = true;
    by_key.emplace_back(entry, k);
  }
  std::erase_if(others, [&](std::uint32_t entry) { return entries_[entry].known; });
  std::ranges::sort(others, [&](std::uint32_t a, std::uint32_t b) {  // often used first
    const Entry &left = entries_[a], &right = entries_[b];
    if (left.times != right.times) return left.times > right.times;
    return left.key.head != right.key.head ? left.key.head < right.key.head : left.key.text < right.key.text;
  });
  auto number = static_cast<std::uint32_t>(common_strings.size());
  for (const auto entry : others) {
    entries_[entry].number = ++number;
    written_out_.push_back(entries_[entry].key.text);
  }
  packed_ = begun.pack([&](std::uint32_t entry) { entries_[entry].number = ++number; });
  for (const auto entry : usual)
    entries_[entry].number = number + 1 + static_cast<std::uint32_t>(keys.size() + entry - first_usual);
  for (const auto& [entry, k] : by_key) entry->number = number + 1 + k;
}

LineStrings::LineStrings(const std::vector<std::string_view>& written_out, std::string_view packed,
                         const LineWords& words, const std::vector<std::string>& keys) {
  strings_.reserve(1 + common_strings.size() + written_out.size() + packed.size() + keys.size() + usual_strings.size());
  strings_.emplace_back();
  strings_.insert(strings_.end(), common_strings.begin(), common_strings.end());
  strings_.insert(strings_.end(), written_out.begin(), written_out.end());
  Unpacker in(packed);
  for (std::uint64_t at = 0; in.left() > 0;) {
    const std::uint32_t number = in.number();
    std::size_t cut = number % cuts;
    if (cut == cuts - 1) cut += in.number();
    at += number / cuts;
    failed_ |= in.failed() || at >= words.all().size() || cut > words.all()[at].folded.size();
    if (failed_) return;
    const std::string_view word = words.all()[at].folded;
    strings_.push_back(word.substr(0, word.size() - cut));
  }
  strings_.insert(strings_.end(), keys.begin(), keys.end());
  strings_.insert(strings_.end(), usual_strings.begin(), usual_strings.end());
}

}  // namespace corroborate::codec
