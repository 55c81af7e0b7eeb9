#include "report/places.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/words.h"

namespace corroborate::reporting {

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view allowed = "-._~/!$&'()*+,;=@";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
                       allowed.find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

std::string headline_of(const Finding& finding) {
  const auto worst = std::ranges::find(finding.relations, finding.verdict, &PairRelation::verdict);
  const std::string what = worst == finding.relations.end() ? value_in_words(finding, finding.positions.front())
                                                            : relation_in_words(finding, *worst);
  return topic_of(finding) + ": " + what;
}

std::vector<std::uint32_t> claims_of(const Finding& finding) {
  std::vector<std::uint32_t> claims;
  for (const Position& position : finding.positions) claims.push_back(position.claims.front());
  for (const Position& position : finding.positions)
    claims.insert(claims.end(), position.claims.begin() + 1, position.claims.end());
  return claims;
}

}  // namespace corroborate::reporting
