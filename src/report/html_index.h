// What the sections of the HTML report look up: where each claim is used, what each article is called, and which
// colour and shape stand for each origin.
//
// A view on a report, which must outlive it. Targets inside the page are named by ordinals (f3, f3p1, c12, a0), so
// that no id of an article comes near an attribute.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"

namespace corroborate::reporting {

// A position of a finding, both as indices.
struct Place {
  std::uint32_t finding = 0, position = 0;
};

// The position's interval with every open end infinite, those of days too.
Interval bounds_of(const Finding& finding, const Position& position);

class HtmlIndex {
 public:
  HtmlIndex(const Report& report, Order order);

  const Report& report() const { return report_; }

  // Where a claim is used, in the order of the findings.
  const std::vector<Place>& uses_of(std::uint32_t claim) const { return uses_[claim]; }

  // In the order that was asked for.
  const std::vector<std::uint32_t>& findings_of(std::uint32_t story, Verdict verdict) const {
    return findings_[story][static_cast<std::size_t>(verdict)];
  }
  bool has_findings(std::uint32_t story) const;

  const std::vector<std::uint32_t>& claims_of_article(std::uint32_t article) const { return claims_[article]; }

  // Plain text: the outlet, or the name of the file; both where an outlet has several articles.
  const std::string& name_of_article(std::uint32_t article) const { return names_[article]; }

  // Index of the claim's origin; report().origins.size() where the report does not list it.
  std::uint32_t origin_of(const ReportClaim& claim) const;

  // Of an origin: a dot in its colour and shape, as HTML, and the same as class and symbol for drawings.
  std::string key_of(std::uint32_t origin) const;
  std::string colour_class(std::uint32_t origin) const;
  std::uint32_t shape_of(std::uint32_t origin) const;

  // Classes by which the filters know a finding: its verdict, articles and origins.
  std::string filter_classes(const Finding& finding) const;

 private:
  void name_articles();
  void rank_origins();

  const Report& report_;
  std::vector<std::vector<Place>> uses_;                             // by claim
  std::vector<std::vector<std::uint32_t>> claims_;                   // by article
  std::vector<std::array<std::vector<std::uint32_t>, 4>> findings_;  // by story and verdict
  std::vector<std::string> names_;                                   // by article
  std::map<std::string_view, std::uint32_t> origins_;
  std::vector<std::uint32_t> rank_;  // by origin: in the order in which a reader meets them
};

}  // namespace corroborate::reporting
