// The strings of a line, each once: everything packed refers to them by number.
//
// Number 0 is the empty string. Then come the common ones (common_strings.h); those that are written out, the most used
// first; those that are the beginning of a word of the line's sentences, in the order of these words: "kill" of
// "killed" is that word less two letters; the plain keys of the line's entities; and the usual ones. A string of the
// third kind is a number: words since the one before × 4, and letters that are cut off; 3 stands for three or more, and
// how many more follows as a number of its own.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "codec/line_text.h"

namespace corroborate::codec {

// The writer's side: strings are added at every use, then numbered. They must outlive it; so must the keys, which are
// those of entities (plain_key.h).
class StringNumbers {
 public:
  StringNumbers();

  // What `number` is asked with.
  std::uint32_t add(std::string_view text) {
    const std::uint32_t entry = text.empty() ? 0 : find_or_add(text);
    ++entries_[entry].times;
    return entry;
  }
  std::uint32_t keep(std::string&& text);  // likewise, of a string that does not outlive it
  void settle(const LineWords& words, const std::vector<std::string>& keys);

  // Of a string that was added, when all are settled.
  std::uint32_t number(std::uint32_t added) const { return entries_[added].number; }
  const std::vector<std::string_view>& written_out() const { return written_out_; }
  const std::string& packed() const { return packed_; }

 private:
  // A string with its first and last eight bytes, which tell most strings apart and are all of short ones.
  struct Key {
    explicit Key(std::string_view of);
    bool operator==(const Key& other) const;
    std::uint32_t hash() const;

    std::string_view text;
    std::uint64_t head, tail;
  };
  struct Entry {
    Key key;
    std::uint32_t hash = 0, times = 0, number = 0;
    bool known = false;  // it needs no writing
  };
  static const StringNumbers& of_no_line();
  explicit StringNumbers(std::size_t slots) : slots_(slots, none) {}
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t& slot_of(const Key& key, std::uint32_t hash);
  Entry* find(std::string_view text);
  std::uint32_t find_or_add(std::string_view text);
  void grow();
  std::vector<std::uint32_t> used() const;

  std::vector<Entry> entries_;        // strings that every line knows, then others as they are counted
  std::vector<std::uint32_t> slots_;  // of a hash table: its size is a power of two
  std::deque<std::string> kept_;
  std::vector<std::string_view> written_out_;
  std::string packed_;
};

// The reader's side. Everything that it is made of must outlive it.
class LineStrings {
 public:
  // `packed` may be anything: `failed` then holds.
  LineStrings(const std::vector<std::string_view>& written_out, std::string_view packed, const LineWords& words,
              const std::vector<std::string>& keys);

  bool failed() const { return failed_; }
  std::size_t size() const { return strings_.size(); }
  std::string_view operator[](std::size_t number) const { return strings_[number]; }

 private:
  std::vector<std::string_view> strings_;
  bool failed_ = false;
};

}  // namespace corroborate::codec
