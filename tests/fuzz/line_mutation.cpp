#include "fuzz/line_mutation.h"

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "codec/packed.h"

namespace corroborate::fuzz {
namespace {

using Json = nlohmann::json;

// 0 behind the end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}
  bool empty() const { return left_.empty(); }
  std::size_t next() {
    if (left_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    return byte;
  }
  std::size_t below(std::size_t size) { return size == 0 ? 0 : next() % size; }

 private:
  std::string_view left_;
};

std::uint32_t odd_number(Bytes& in) {
  constexpr std::array<std::uint32_t, 12> odd = {0, 1, 2, 3, 79, 80, 81, 1039, 1040, 65536, 1U << 31, 0xFFFFFFFF};
  const std::size_t choice = in.next();
  return choice < 4 * odd.size() ? odd[choice % odd.size()] : static_cast<std::uint32_t>(choice);
}

std::vector<std::string> numbers_of(const std::string& digits) {
  std::vector<std::string> numbers(1);
  for (const char digit : digits) {
    numbers.back() += digit;
    if (codec::packed_digits.find(digit) < codec::last_digits) numbers.emplace_back();
  }
  if (numbers.back().empty()) numbers.pop_back();
  return numbers;
}

// One number of a packed part is another, goes, comes twice, or the rest goes.
void change_numbers(std::string& digits, Bytes& in) {
  std::vector<std::string> numbers = numbers_of(digits);
  if (numbers.empty()) numbers.emplace_back("A");
  const std::size_t at = (in.next() * 256 + in.next()) % numbers.size();
  const auto place = numbers.begin() + static_cast<std::ptrdiff_t>(at);
  codec::Packer other;
  switch (in.below(6)) {
    case 0:
      numbers.erase(place);
      break;
    case 1:
      numbers.insert(place, std::string(*place));
      break;
    case 2:
      numbers.resize(at);
      break;
    default:
      other.number(odd_number(in));
      *place = other.take();
  }
  digits.clear();
  for (const std::string& number : numbers) digits += number;
}

Json odd_value(Bytes& in) {
  switch (in.below(10)) {
    case 0:
      return nullptr;
    case 1:
      return -1;
    case 2:
      return 1e308;
    case 3:
      return Json::array();
    case 4:
      return Json::object();
    case 5:
      return "";
    case 6:
      return Json::array({0, 0});
    case 7:
      return std::string(1 + in.next() * 16, 'x');
    default:
      return odd_number(in);
  }
}

// A member or an element, and what holds it.
Json* descend(Json& value, Bytes& in) {
  Json* at = &value;
  while (at->is_structured() && !at->empty()) {
    auto child = at->begin();
    std::advance(child, static_cast<std::ptrdiff_t>(in.below(at->size())));
    const bool ends = in.below(4) == 0;
    if (ends && at->is_array() && in.below(2) == 0) {
      at->push_back(Json(*child));
      return nullptr;
    }
    if (ends && in.below(2) == 0) {
      at->erase(child);
      return nullptr;
    }
    at = &*child;
    if (ends) break;
  }
  return at;
}

void change(Json& line, Bytes& in) {
  const bool packed = in.below(3) != 0 && line.contains("packed") && line["packed"].is_object();
  if (packed && !line["packed"].empty()) {
    auto part = line["packed"].begin();
    std::advance(part, static_cast<std::ptrdiff_t>(in.below(line["packed"].size())));
    if (part->is_string()) change_numbers(part->get_ref<std::string&>(), in);
    return;
  }
  if (Json* value = descend(line, in)) *value = odd_value(in);
}

}  // namespace

std::string mutate_lines(const std::string& lines, std::string_view bytes) {
  std::istringstream in(lines);
  std::vector<Json> parsed;
  for (std::string line; std::getline(in, line);) parsed.push_back(Json::parse(line));
  Bytes left(bytes);
  while (!left.empty() && !parsed.empty()) {
    Json& line = parsed[left.below(parsed.size())];
    if (line.is_object()) change(line, left);
  }
  std::string result;
  for (const Json& line : parsed) result += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  return result;
}

}  // namespace corroborate::fuzz
