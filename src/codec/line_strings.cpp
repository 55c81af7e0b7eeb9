// Numbers the strings of a line, and reads them again.
#include "codec/line_strings.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <numeric>
#include <optional>
#include <span>

#include "codec/common_strings.h"
#include "codec/packed.h"
#include "codec/text_order.h"

namespace corroborate::codec {
namespace {

constexpr std::size_t longest_cut = 8;  // bytes: "investigat" of "investigation's"; more is another word
constexpr std::uint32_t cuts = 4;       // that share the number of the word
constexpr std::size_t first_usual = 1 + common_strings.size();  // of the entries

struct WordBeginning {
  std::size_t word = 0;
  std::uint32_t cut = 0;
};

// Finds words by how they begin. They are sorted by their first eight bytes alone, of equal ones the first in the text:
// that is fast, and only long words need a second look. Those of one first byte are sorted by themselves.
class Beginnings {
 public:
  explicit Beginnings(const LineWords& words) : words_(words.all()), sorted_(words_.size()) {
    for (const auto& word : words_) ++first_[first_byte(word.folded) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    auto place = first_;
    for (std::uint32_t w = 0; w < words_.size(); ++w)
      sorted_[place[first_byte(words_[w].folded)]++] = {OrderedText(words_[w].folded).head, w};
    for (std::size_t byte = 0; byte < 256; ++byte)
      std::ranges::sort(with(byte), {}, [](const Word& one) { return std::pair(one.head, one.number); });
  }

  std::optional<WordBeginning> find(std::string_view text) {
    constexpr std::ptrdiff_t looks = 8;
    const std::uint64_t head = OrderedText(text).head;
    const auto alike = with(first_byte(text));
    const auto first = std::ranges::lower_bound(alike, head, {}, &Word::head);
    for (auto word = first; word != alike.end() && word - first < looks; ++word) {
      const std::string_view folded = words_[word->number].folded;
      if (folded.starts_with(text) && folded.size() <= text.size() + longest_cut)
        return WordBeginning{word->number, static_cast<std::uint32_t>(folded.size() - text.size())};
      if (text.size() < sizeof head && !folded.starts_with(text)) return {};
    }
    return {};
  }

 private:
  struct Word {
    std::uint64_t head;  // the first eight bytes, in their order
    std::uint32_t number;
  };
  static std::size_t first_byte(std::string_view text) {
    return text.empty() ? 0 : static_cast<unsigned char>(text.front());
  }
  std::span<Word> with(std::size_t byte) {
    return std::span(sorted_).subspan(first_[byte], first_[byte + 1] - first_[byte]);
  }

  const std::vector<LineWord>& words_;
  std::vector<Word> sorted_;
  std::array<std::uint32_t, 257> first_{};  // of the words with each first byte, and one more
};

// A string that begins a word.
struct Begun {
  WordBeginning place;
  std::uint32_t entry;
};

std::string pack(const std::vector<Begun>& begun) {
  Packer out;
  std::size_t last = 0;
  for (const Begun& one : begun) {
    const auto [word, cut] = one.place;
    out.number(static_cast<std::uint32_t>(word - last) * cuts + std::min(cut, cuts - 1));
    if (cut >= cuts - 1) out.number(cut - (cuts - 1));
    last = word;
  }
  return out.take();
}

std::uint32_t hash_of(std::string_view text) { return static_cast<std::uint32_t>(std::hash<std::string_view>()(text)); }

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
    assert(numbers.entries_.size() == first_usual + usual_strings.size());
    return numbers;
  }();
  return made;
}

StringNumbers::StringNumbers() : StringNumbers(of_no_line()) {}

std::uint32_t& StringNumbers::slot_of(std::string_view text, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const std::uint32_t entry = slots_[at];
    if (entry == none || (entries_[entry].hash == hash && entries_[entry].text == text)) return slots_[at];
  }
}

StringNumbers::Entry* StringNumbers::find(std::string_view text) {
  const std::uint32_t entry = slot_of(text, hash_of(text));
  return entry == none ? nullptr : &entries_[entry];
}

std::uint32_t StringNumbers::find_or_add(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  std::uint32_t& slot = slot_of(text, hash);
  if (slot != none) return slot;
  const auto entry = slot = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({text, hash});
  if (2 * entries_.size() > slots_.size()) grow();
  return entry;
}

void StringNumbers::grow() {
  slots_.assign(2 * slots_.size(), none);
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry)
    slot_of(entries_[entry].text, entries_[entry].hash) = entry;
}

void StringNumbers::count(std::string_view text) {
  const std::uint32_t entry = find_or_add(text);
  ++entries_[entry].times;
  uses_.push_back(entry);
}

void StringNumbers::keep(std::string&& text) { count(kept_.emplace_back(std::move(text))); }

std::uint32_t StringNumbers::next(std::string_view text) {
  const Entry& entry = entries_[uses_[next_use_++]];
  assert(entry.text == text);
  static_cast<void>(text);
  return entry.number;
}

// Entries that are used and not known yet.
std::vector<std::uint32_t> StringNumbers::unknown() const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry)
    if (entries_[entry].times > 0 && !entries_[entry].known) result.push_back(entry);
  return result;
}

void StringNumbers::settle(const LineWords& words, const std::vector<std::string>& keys) {
  Beginnings beginnings(words);
  std::vector<Begun> begun;
  for (const auto entry : unknown()) {
    const auto found = beginnings.find(entries_[entry].text);
    if (!found) continue;
    begun.push_back({*found, entry});
    entries_[entry].known = true;
  }
  std::ranges::sort(begun, {}, [](const Begun& one) { return std::pair(one.place.word, one.place.cut); });
  std::vector<Entry*> elsewhere;  // of keys and usual strings; null where nothing uses them, or they are begun
  const auto add_elsewhere = [&](Entry* entry) {
    elsewhere.push_back(entry != nullptr && entry->times > 0 && !entry->known ? entry : nullptr);
  };
  for (const std::string& key : keys) add_elsewhere(find(key));
  for (std::size_t usual = 0; usual < usual_strings.size(); ++usual) add_elsewhere(&entries_[first_usual + usual]);
  for (Entry* entry : elsewhere)
    if (entry != nullptr) entry->known = true;
  std::vector<std::uint32_t> others = unknown();
  std::ranges::sort(others, {}, [&](std::uint32_t entry) {  // often used first
    return std::pair(~entries_[entry].times, entries_[entry].text);
  });
  auto number = static_cast<std::uint32_t>(common_strings.size());
  for (const auto entry : others) {
    entries_[entry].number = ++number;
    written_out_.push_back(entries_[entry].text);
  }
  for (const Begun& one : begun) entries_[one.entry].number = ++number;
  for (Entry* entry : elsewhere) {
    ++number;
    if (entry != nullptr && entry->number == 0) entry->number = number;
  }
  packed_ = pack(begun);
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
