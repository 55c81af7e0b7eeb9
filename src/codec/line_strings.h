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

// The writer's side: first every use is counted, then strings are numbered, and the numbers asked for in the order of
// the uses. Strings must outlive it; so must the keys, which are those of entities (plain_key.h).
class StringNumbers {
 public:
  StringNumbers();

  void count(std::string_view text);
  void keep(std::string&& text);  // likewise, of a string that does not outlive it
  void settle(const LineWords& words, const std::vector<std::string>& keys);

  // Of the next use that was counted, which is one of `text`.
  std::uint32_t next(std::string_view text);
  const std::vector<std::string_view>& written_out() const { return written_out_; }
  const std::string& packed() const { return packed_; }

 private:
  struct Entry {
    std::string_view text;
    std::uint32_t hash = 0, times = 0, number = 0;
    bool known = false;  // it needs no writing
  };
  static const StringNumbers& of_no_line();
  explicit StringNumbers(std::size_t slots) : slots_(slots, none) {}
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t& slot_of(std::string_view text, std::uint32_t hash);
  Entry* find(std::string_view text);
  std::uint32_t find_or_add(std::string_view text);
  void grow();
  std::vector<std::uint32_t> unknown() const;

  std::vector<Entry> entries_;        // strings that every line knows, then others as they are counted
  std::vector<std::uint32_t> slots_;  // of a hash table: its size is a power of two
  std::vector<std::uint32_t> uses_;   // entries
  std::size_t next_use_ = 0;
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
