// Numbers the strings of a line, and reads them again.
#include "codec/line_strings.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "codec/common_strings.h"
#include "codec/packed.h"
#include "codec/text_order.h"

namespace corroborate::codec {
namespace {

constexpr std::size_t longest_cut = 8;  // bytes: "investigat" of "investigation's"; more is another word
constexpr std::uint32_t cuts = 4;       // that share the number of the word

struct WordBeginning {
  std::size_t word = 0;
  std::uint32_t cut = 0;
  std::string_view text;
};

// Finds words by how they begin.
class Beginnings {
 public:
  explicit Beginnings(const LineWords& words) {
    sorted_.reserve(words.all().size());
    for (std::size_t w = 0; w < words.all().size(); ++w) sorted_.push_back({OrderedText(words.all()[w].folded), w});
    std::ranges::stable_sort(sorted_, [](const Word& a, const Word& b) { return a.text < b.text; });
  }

  // The first in alphabetical order, of equal ones the first in the text.
  std::optional<WordBeginning> find(std::string_view text) const {
    const OrderedText wanted(text);
    const auto word =
        std::partition_point(sorted_.begin(), sorted_.end(), [&](const Word& one) { return one.text < wanted; });
    if (word == sorted_.end() || !word->text.text.starts_with(text)) return {};
    const std::size_t cut = word->text.text.size() - text.size();
    if (cut > longest_cut) return {};
    return WordBeginning{word->number, static_cast<std::uint32_t>(cut), text};
  }

 private:
  struct Word {
    OrderedText text;
    std::size_t number;
  };
  std::vector<Word> sorted_;
};

std::string pack(const std::vector<WordBeginning>& beginnings) {
  Packer out;
  std::size_t last = 0;
  for (const auto& [word, cut, text] : beginnings) {
    out.number(static_cast<std::uint32_t>(word - last) * cuts + std::min(cut, cuts - 1));
    if (cut >= cuts - 1) out.number(cut - (cuts - 1));
    last = word;
  }
  return out.take();
}

}  // namespace

StringNumbers::StringNumbers() {
  uses_[{}].known = true;
  for (std::uint32_t i = 0; i < common_strings.size(); ++i) uses_[common_strings[i]] = {0, i + 1, true};
}

void StringNumbers::count(std::string_view text) { ++uses_[text].times; }

void StringNumbers::keep(std::string&& text) { count(kept_.emplace_back(std::move(text))); }

void StringNumbers::settle(const LineWords& words, const std::vector<std::string>& keys) {
  const Beginnings beginnings(words);
  std::vector<WordBeginning> begun;
  for (auto& [text, use] : uses_) {
    if (use.known) continue;
    if (const auto found = beginnings.find(text)) {
      begun.push_back(*found);
      use.known = true;
    }
  }
  for (const std::string& key : keys)
    if (const auto use = uses_.find(key); use != uses_.end()) use->second.known = true;
  for (const auto text : usual_strings)
    if (const auto use = uses_.find(text); use != uses_.end()) use->second.known = true;
  std::vector<std::pair<std::uint32_t, std::string_view>> others;
  for (const auto& [text, use] : uses_)
    if (!use.known) others.emplace_back(use.times, text);
  std::ranges::sort(others, [](const auto& a, const auto& b) {
    return std::tie(b.first, a.second) < std::tie(a.first, b.second);  // often used first
  });
  std::ranges::sort(begun, {}, [](const WordBeginning& one) { return std::pair(one.word, one.cut); });
  auto number = static_cast<std::uint32_t>(common_strings.size());
  for (const auto& [times, text] : others) {
    uses_[text].number = ++number;
    written_out_.push_back(text);
  }
  for (const auto& beginning : begun) uses_[beginning.text].number = ++number;
  const auto set_open = [&](std::string_view text) {
    ++number;
    const auto use = uses_.find(text);
    if (use != uses_.end() && use->second.number == 0 && !text.empty()) use->second.number = number;
  };
  for (const std::string& key : keys) set_open(key);
  for (const auto text : usual_strings) set_open(text);
  packed_ = pack(begun);
}

std::uint32_t StringNumbers::number_of(std::string_view text) const { return uses_.at(text).number; }

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
