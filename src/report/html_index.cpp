#include "report/html_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corroborate/names.h"
#include "report/order.h"
#include "report/text_layout.h"

namespace corroborate::reporting {
namespace {

// As many as html_style.cpp has colours, and as the page has symbols: together, origins that look different.
constexpr std::uint32_t colours = 8;
constexpr std::uint32_t shapes = 3;

std::string file_name(const ReportArticle& article) {
  const std::string path = clean(article.path.empty() ? article.id : article.path);
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

Interval bounds_of(const Finding& finding, const Position& position) {
  Interval bounds = position.interval;
  if (finding.kind != ClaimKind::date) return bounds;
  if (bounds.low <= static_cast<double>(Days{}.first)) bounds.low = -unbounded;
  if (bounds.high >= static_cast<double>(Days{}.last)) bounds.high = unbounded;
  return bounds;
}

HtmlIndex::HtmlIndex(const Report& report, Order order)
    : report_(report), uses_(report.claims.size()), claims_(report.articles.size()), findings_(report.stories.size()) {
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) claims_[report.claims[i].article].push_back(i);
  for (const std::uint32_t f : in_order(report, order))
    findings_[report.findings[f].story][static_cast<std::size_t>(report.findings[f].verdict)].push_back(f);
  for (std::uint32_t f = 0; f < report.findings.size(); ++f) {
    const Finding& finding = report.findings[f];
    const auto& positions = finding.positions;
    for (std::uint32_t p = 0; p < positions.size(); ++p) {
      for (const std::uint32_t claim : positions[p].claims) uses_[claim].push_back({f, p});
    }
  }
  for (std::uint32_t i = 0; i < report.origins.size(); ++i) origins_.emplace(report.origins[i].id, i);
  name_articles();
  rank_origins();
}

bool HtmlIndex::has_findings(std::uint32_t story) const {
  return std::any_of(findings_[story].begin(), findings_[story].end(),
                     [](const auto& found) { return !found.empty(); });
}

void HtmlIndex::name_articles() {
  std::map<std::string, int> times;
  for (const auto& article : report_.articles) {
    names_.push_back(clean(article.name.empty() ? article.outlet : article.name));
    if (names_.back().empty()) names_.back() = file_name(article);
    ++times[names_.back()];
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (times[names_[i]] < 2) continue;
    const std::string file = file_name(report_.articles[i]);
    names_[i] = names_[i] == file ? clean(report_.articles[i].id) : names_[i] + ", " + file;
  }
}

void HtmlIndex::rank_origins() {
  std::uint32_t next = 0;
  rank_.assign(report_.origins.size(), static_cast<std::uint32_t>(report_.origins.size()));
  const auto meet = [&](std::uint32_t origin) {
    if (rank_[origin] == rank_.size()) rank_[origin] = next++;
  };
  for (const Finding& finding : report_.findings) {
    for (const Position& position : finding.positions)
      std::for_each(position.origins.begin(), position.origins.end(), meet);
  }
  for (std::uint32_t origin = 0; origin < rank_.size(); ++origin) meet(origin);
}

std::uint32_t HtmlIndex::origin_of(const ReportClaim& claim) const {
  const auto known = origins_.find(claim.origin);
  return known == origins_.end() ? static_cast<std::uint32_t>(report_.origins.size()) : known->second;
}

std::string HtmlIndex::colour_class(std::uint32_t origin) const {
  return origin < rank_.size() ? fmt::format("k{}", rank_[origin] % colours) : "k";
}

std::uint32_t HtmlIndex::shape_of(std::uint32_t origin) const {
  return origin < rank_.size() ? rank_[origin] / colours % shapes : 0;
}

std::string HtmlIndex::key_of(std::uint32_t origin) const {
  const std::uint32_t shape = shape_of(origin);
  return fmt::format(R"(<i class="{}{}"></i>)", colour_class(origin), shape > 0 ? fmt::format(" s{}", shape) : "");
}

std::string HtmlIndex::filter_classes(const Finding& finding) const {
  std::set<std::uint32_t> articles, origins;
  for (const Position& position : finding.positions) {
    for (const std::uint32_t claim : position.claims) articles.insert(report_.claims[claim].article);
    origins.insert(position.origins.begin(), position.origins.end());
  }
  std::string classes = fmt::format("item {}", name_of(finding.verdict));
  for (const std::uint32_t article : articles) classes += fmt::format(" a{}", article);
  for (const std::uint32_t origin : origins) classes += fmt::format(" o{}", origin);
  return classes;
}

}  // namespace corroborate::reporting
