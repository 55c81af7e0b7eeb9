// Binary search in the lines of the linked table, which are in the order of their bytes.
#include "extract/features/background.h"

#include <charconv>

extern "C" {
extern const char corroborate_background_begin;
extern const char corroborate_background_end;
}

namespace corroborate::extraction {

namespace {

constexpr std::string_view all_documents = "*";  // the row that counts them

struct Line {
  std::string_view term, count;
  std::size_t begin, end;
};

// The line that holds the byte `at`.
Line line_at(std::string_view table, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : table.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = table.find('\n', at);
  const std::string_view text = table.substr(begin, end - begin);
  const std::size_t tab = std::min(text.find('\t'), text.size());
  return {text.substr(0, tab), text.substr(std::min(tab + 1, text.size())), begin, end};
}

}  // namespace

std::string_view background_table() {
  return {&corroborate_background_begin,
          static_cast<std::size_t>(&corroborate_background_end - &corroborate_background_begin)};
}

std::uint32_t background_frequency(std::string_view term) {
  const std::string_view table = background_table();
  for (std::size_t low = 0, high = table.size(); low < high;) {
    const Line line = line_at(table, low + (high - low) / 2);
    if (line.term == term) {
      std::uint32_t count = 0;
      std::from_chars(line.count.data(), line.count.data() + line.count.size(), count);
      return count;
    }
    if (line.term < term)
      low = line.end + 1;
    else
      high = line.begin;
  }
  return 0;
}

std::uint32_t background_documents() {
  static const std::uint32_t count = background_frequency(all_documents);
  return count;
}

}  // namespace corroborate::extraction
