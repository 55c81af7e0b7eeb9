#include "load/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "load/limits.h"
#include "text/utf8.h"

namespace corroborate::loading {
namespace {

constexpr std::string_view utf16_le = "\xFF\xFE", utf16_be = "\xFE\xFF";
constexpr const char* western = "windows-1252";
constexpr int trusted_confidence = 30;  // of 100; below, ICU itself calls the match weak

// Sequences beyond ASCII that are well-formed, and parts that are not.
struct Health {
  std::size_t good = 0, bad = 0, first_bad = std::string::npos, last_bad = 0;
};

Health examine(std::string_view bytes) {
  Health health;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const auto next = text::decode(bytes, offset);
    if (!next.valid) {
      health.first_bad = std::min(health.first_bad, offset);
      health.last_bad = offset;
      ++health.bad;
    } else if (next.size > 1) {
      ++health.good;
    }
    offset += next.size;
  }
  return health;
}

// A file cut off inside its last sequence has one bad part, at the very end, that begins like a sequence.
bool is_cut_off(const Health& health, std::string_view bytes) {
  return health.bad == 1 && health.last_bad + 4 > bytes.size() &&
         static_cast<unsigned char>(bytes[health.last_bad]) >= 0xC2 &&
         text::decode(bytes, health.last_bad).size == bytes.size() - health.last_bad;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Empty when ICU does not know the encoding.
std::string convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter source(ucnv_open(encoding, &status), &ucnv_close);
  const Converter target(ucnv_open("UTF-8", &status), &ucnv_close);
  if (U_FAILURE(status) != 0) return {};
  std::string result(bytes.size() * 3 + 16, '\0');
  char* out = result.data();
  const char* in = bytes.data();
  ucnv_convertEx(target.get(), source.get(), &out, result.data() + result.size(), &in, bytes.data() + bytes.size(),
                 nullptr, nullptr, nullptr, nullptr, 1, 1, &status);
  result.resize(static_cast<std::size_t>(out - result.data()));
  return result;
}

// The name belongs to ICU and lives as long as the program.
std::string detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const auto size = static_cast<std::int32_t>(std::min(bytes.size(), head_bytes));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) != 0 || match == nullptr || ucsdet_getConfidence(match, &status) < trusted_confidence)
    return western;
  const std::string name = ucsdet_getName(match, &status);
  return name == "ISO-8859-1" ? western : name;
}

// Text that is nearly all ASCII is English with a few quotation marks and accents, whatever a statistic of so few bytes
// says.
std::string guess_legacy(std::string_view bytes) {
  const auto high =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const bool few = static_cast<std::size_t>(high) * 20 < bytes.size();
  return few ? std::string(western) : detect(bytes);
}

Decoded from_utf16(std::string_view bytes, const char* encoding) {
  std::string text = text::repair(convert(bytes.substr(2), encoding));
  const auto damage = text.find("\uFFFD");
  return {std::move(text), damage};
}

}  // namespace

Decoded decode_bytes(std::string bytes, const std::string& declared) {
  if (bytes.starts_with(utf16_le)) return from_utf16(bytes, "UTF-16LE");
  if (bytes.starts_with(utf16_be)) return from_utf16(bytes, "UTF-16BE");
  if (bytes.starts_with(text::byte_order_mark)) {
    bytes.erase(0, text::byte_order_mark.size());
    const auto damage = text::find_invalid(bytes);
    return {text::repair(bytes), damage < bytes.size() ? damage : std::string::npos};
  }
  const Health health = examine(bytes);
  const bool other = !declared.empty() && !declared.starts_with("utf");
  if (health.bad > 0 && other) {
    std::string text = convert(bytes, declared.c_str());
    if (!text.empty()) return {text::repair(std::move(text)), std::string::npos};
  }
  if (health.bad == 0) return {std::move(bytes), std::string::npos};
  if (health.good > health.bad || is_cut_off(health, bytes)) return {text::repair(std::move(bytes)), health.first_bad};
  std::string text = convert(bytes, guess_legacy(bytes).c_str());
  if (text.empty()) text = convert(bytes, western);  // ICU detects encodings that it has no converter for
  return {text::repair(std::move(text)), std::string::npos};
}

bool is_binary(std::string_view bytes) {
  if (bytes.starts_with(utf16_le) || bytes.starts_with(utf16_be)) return false;
  const std::string_view head = bytes.substr(0, head_bytes);
  const auto control = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !(0x09 <= byte && byte <= 0x0D) && byte != 0x1B;
  });
  return static_cast<std::size_t>(control) * 20 > head.size() || bytes.find('\0') != std::string_view::npos;
}

}  // namespace corroborate::loading
