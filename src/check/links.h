// Which claims two phrases cover, and what the report says of each pair of them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corroborate/check.h"

namespace corroborate::checking {

// Phrase and text are compared with line ends and no-break spaces as blanks.
std::u32string fold(std::string_view text);

// Two phrases as the report links them: the verdicts of all pairs of their claims that stand in one finding.
struct Link {
  std::set<Verdict> verdicts;
  std::set<std::uint32_t> findings;
  bool same_origin = false;  // of one pair at least
};

class Links {
 public:
  Links(const Report& report, std::span<const ArticleText> articles, std::string_view table_path);

  // Index of the article that a row names: the path relative to the table's folder, else the only path that ends so.
  std::optional<std::uint32_t> article(const std::string& name) const;
  // How a row would name an article.
  std::string name_of(std::uint32_t article) const;

  // Where the phrase stands first in the article, in code points.
  std::optional<Span> locate(std::uint32_t article, std::string_view phrase);
  // The claim's words, and as many after them as it takes to tell them from an earlier place; in one line.
  std::string phrase_for(const ReportClaim& claim);

  // The claims that touch the span, but for long ones.
  std::vector<std::uint32_t> claims_at(std::uint32_t article, Span span, bool dates_only) const;
  // Those of any length that begin where it begins and end in it: what a phrase was written for.
  std::vector<std::uint32_t> claims_of(std::uint32_t article, Span span, bool dates_only) const;
  Link link(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;

 private:
  const std::u32string& folded(std::uint32_t article);

  struct Standing {
    std::uint32_t finding, position;
  };
  std::optional<Verdict> verdict_of(const Standing& a, const Standing& b) const;

  const Report& report_;
  std::string folder_;
  std::unordered_map<std::string, const std::string*> bodies_;
  std::unordered_map<std::uint32_t, std::u32string> folded_;
  std::vector<std::vector<std::uint32_t>> claims_of_;  // of each article
  std::vector<std::vector<Standing>> standings_;       // of each claim
};

}  // namespace corroborate::checking
