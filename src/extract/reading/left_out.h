// How much one article may state. What comes after that is left out, and the extraction's problems say so.
//
// An article of 10 KB states some hundred values; 5,000 are those of a list of the dead of a war, or of a book's first
// half. A file that is nothing but figures states one in five bytes, and each takes a kilobyte in the report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace corroborate::extraction {

inline constexpr std::size_t most_values = 5'000;  // of one kind: quantities, dates; claims in all

// What was left out of one article, and from where on.
class LeftOut {
 public:
  // Takes off the values behind the first `most`. `begin_of` gives the byte of the body where a value begins.
  template <typename Value, typename BeginOf>
  void cut(std::vector<Value>& values, std::size_t most, std::string_view kind, BeginOf begin_of) {
    if (values.size() <= most) return;
    note(kind, most, begin_of(values[most]));
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(most), values.end());
  }

  void note(std::string_view kind, std::size_t most, std::uint32_t from) { parts_.push_back({kind, most, from}); }

  struct Part {
    std::string_view kind;   // "numbers", "dates"
    std::size_t most = 0;    // that were kept
    std::uint32_t from = 0;  // byte of the body where the first of the others begins
  };
  const std::vector<Part>& parts() const { return parts_; }

 private:
  std::vector<Part> parts_;
};

}  // namespace corroborate::extraction
