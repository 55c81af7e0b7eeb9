// FNV-1a over the first article's plain words.
#include "reconcile/story_key.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t letters = 6;  // of a million stories, a thousand of one name share a key once in 2,000 runs

class Hash {
 public:
  void add(std::uint8_t byte) { value_ = (value_ ^ byte) * 0x100000001B3ull; }
  void add(const PlainWord& word) {
    add(static_cast<std::uint8_t>(word.hash & 0xFF));
    add(static_cast<std::uint8_t>(word.hash >> 8));
  }
  std::uint64_t value() const { return value_ ^ (value_ >> 32); }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325ull;
};

std::string in_base_32(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string text;
  for (std::size_t i = 0; i < letters; ++i, value >>= 5) text.push_back(digits[value & 31]);
  return text;
}

Day told_day(const Article& article) {
  const bool told = article.published && is_stated(article.published->basis);
  return told ? article.published->day : std::numeric_limits<Day>::max();
}

}  // namespace

std::string story_key(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& story) {
  const auto first = std::ranges::min(story, {}, [&](std::size_t article) {
    const Article& one = extractions[article].article;
    return std::pair<Day, std::string_view>(told_day(one), one.id);
  });
  Hash hash;
  for (const PlainWord& word : extractions[first].words) hash.add(word);
  for (const char letter : extractions[first].article.story) hash.add(static_cast<std::uint8_t>(letter));
  return in_base_32(hash.value());
}

}  // namespace corroborate::reconciliation
