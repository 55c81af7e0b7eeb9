#include "corroborate/ids.h"

#include <algorithm>

namespace corroborate {

namespace {

constexpr std::size_t key_size = 7;  // '~' and six letters and digits

bool is_key(std::string_view text) {
  return text.size() == key_size && text.front() == '~' &&
         std::ranges::all_of(text.substr(1), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string without_key(std::string_view id) {
  for (auto at = id.find('~'); at != std::string_view::npos; at = id.find('~', at + 1)) {
    const auto end = at + key_size;
    const bool ends = end == id.size() || (end < id.size() && (id[end] == '/' || id[end] == '~'));
    if (ends && is_key(id.substr(at, key_size))) return std::string(id.substr(0, at)).append(id.substr(end));
  }
  return std::string(id);
}

const Finding* find_finding(const Report& report, std::string_view id) {
  const auto exact = std::ranges::find(report.findings, id, &Finding::id);
  if (exact != report.findings.end()) return &*exact;
  const std::string name = without_key(id);
  const Finding* found = nullptr;
  for (const Finding& finding : report.findings) {
    if (without_key(finding.id) != name) continue;
    if (found != nullptr) return nullptr;
    found = &finding;
  }
  return found;
}

}  // namespace corroborate
