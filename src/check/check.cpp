// Each expectation in turn, then the conflicts that none of them names, then the table as it would hold now.
#include "corroborate/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/difference.h"
#include "check/links.h"
#include "check/table.h"
#include "corroborate/names.h"

namespace corroborate {
namespace checking {
namespace {

constexpr std::string_view usual_header =
    "topic\tkind\tarticle_a\tphrase_a\tarticle_b\tphrase_b\tverdict\tsame_origin\tnote";
constexpr std::array<std::string_view, 5> needed = {"article_a", "phrase_a", "article_b", "phrase_b", "verdict"};

// What a row wants; nothing for a word that is no verdict.
enum class Want { near, conflict, apart };

std::optional<Want> want_of(std::string_view word) {
  if (word == "agree" || word == "compatible") return Want::near;
  if (word == "conflict") return Want::conflict;
  if (word == "unrelated" || word == "different scope") return Want::apart;
  return {};
}

bool holds(Want want, const std::set<Verdict>& verdicts) {
  switch (want) {
    case Want::near:
      return !verdicts.empty() && !verdicts.contains(Verdict::conflict);
    case Want::conflict:
      return verdicts.contains(Verdict::conflict);
    case Want::apart:
      return verdicts.empty();
  }
  return false;
}

// The gravest, in the order of the enumerators.
std::string_view found_now(const std::set<Verdict>& verdicts) {
  return verdicts.empty() ? std::string_view("no link") : name_of(*verdicts.rbegin());
}

std::string_view kind_word(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::quantity:
      return "number";
    case ClaimKind::date:
      return "date";
    case ClaimKind::term:
    case ClaimKind::proposition:
      return "proposition";
  }
  return {};
}

class Checker {
 public:
  Checker(std::string_view table, std::string_view table_path, const Report& report,
          std::span<const ArticleText> articles)
      : report_(report), table_path_(table_path), table_(table, usual_header), links_(report, articles, table_path) {}

  CheckResult run() {
    if (const auto column = table_.missing_column(needed); !column.empty()) {
      result_.unusable.push_back({table_path_, 1,
                                  fmt::format("no column \"{}\" (expected article_a, phrase_a, article_b, "
                                              "phrase_b and verdict)",
                                              column)});
      return std::move(result_);
    }
    std::vector<Line> kept;
    for (Line& line : table_.lines()) {
      if (line.cells.empty() || check(line)) kept.push_back(std::move(line));
    }
    find_unexpected();
    table_.lines() = std::move(kept);
    add_new_rows();
    result_.updated = table_.write();
    return std::move(result_);
  }

 private:
  struct Side {
    std::uint32_t article = 0;
    std::vector<std::uint32_t> exact, claims;  // the phrase's own, and all that touch it
  };

  // Brings the row up to date. False when it goes: nothing links its phrases now.
  bool check(Line& line) {
    const std::string verdict = table_.cell(line, "verdict");
    const auto want = want_of(verdict);
    if (!want) {
      unusable(line, fmt::format("verdict \"{}\" (expected agree, compatible, conflict, unrelated or different scope)",
                                 verdict));
      return true;
    }
    const auto level = level_of(line);
    const auto a = side(line, "a"), b = side(line, "b");
    if (!level || !a || !b) return true;
    const Link link = link_of(*a, *b);
    covered_.insert(link.findings.begin(), link.findings.end());
    if (level == Level::off) return true;
    ++result_.rows;
    if (holds(*want, link.verdicts)) return check_origin(line, link);
    broken(line, fmt::format("expected {}, found {}", verdict, found_now(link.verdicts)));
    bring_up_to_date(line, link);
    return !link.verdicts.empty();
  }

  // What the phrases themselves claim decides where it is linked, else what stands around them.
  Link link_of(const Side& a, const Side& b) const {
    Link link = links_.link(a.exact, b.exact);
    return link.verdicts.empty() ? links_.link(a.claims, b.claims) : link;
  }

  void bring_up_to_date(Line& line, const Link& link) {
    table_.set(line, "verdict", std::string(found_now(link.verdicts)));
    if (!table_.cell(line, "same_origin").empty()) table_.set(line, "same_origin", link.same_origin ? "yes" : "no");
  }

  // Of a row that does not say, error: it fails when it is broken.
  std::optional<Level> level_of(const Line& line) {
    const std::string word = table_.cell(line, "severity");
    const auto level = word.empty() ? Level::error : from_name<Level>(word);
    if (!level) unusable(line, fmt::format("severity \"{}\" (expected off, note, warning, error or nothing)", word));
    return level;
  }

  bool check_origin(Line& line, const Link& link) {
    const std::string expected = table_.cell(line, "same_origin");
    if (link.verdicts.empty() || (expected != "yes" && expected != "no")) return true;
    if ((expected == "yes") == link.same_origin) return true;
    broken(line, expected == "yes" ? "expected one origin, found two" : "expected two origins, found one");
    table_.set(line, "same_origin", link.same_origin ? "yes" : "no");
    return true;
  }

  std::optional<Side> side(const Line& line, const std::string& which) {
    const std::string name = table_.cell(line, "article_" + which), phrase = table_.cell(line, "phrase_" + which);
    const auto article = links_.article(name);
    if (!article) {
      unusable(line, fmt::format("no article \"{}\" was read (expected a path relative to this table)", name));
      return {};
    }
    const auto span = links_.locate(*article, phrase);
    if (!span) {
      unusable(line, fmt::format("the phrase \"{}\" does not stand in {}", phrase, name));
      return {};
    }
    const bool dates_only = table_.cell(line, "kind") == "date";
    return Side{*article, links_.claims_of(*article, *span, dates_only), links_.claims_at(*article, *span, dates_only)};
  }

  void find_unexpected() {
    for (std::uint32_t i = 0; i < report_.findings.size(); ++i) {
      const Finding& finding = report_.findings[i];
      if (!is_called(finding) || covered_.contains(i)) continue;
      auto problem = new_difference(report_, finding);
      if (!problem) continue;
      const bool is_note = finding.severity == Level::note;
      (is_note ? result_.notes : result_.unexpected).push_back(std::move(*problem));
      if (!is_note) result_.new_findings.insert(finding.id);
    }
  }

  // Rows for all that is linked in findings that no row touches.
  void add_new_rows() {
    for (std::uint32_t i = 0; i < report_.findings.size(); ++i) {
      if (covered_.contains(i)) continue;
      const Finding& finding = report_.findings[i];
      for (const Position& position : finding.positions) add_agreement(finding, position);
      for (const PairRelation& pair : finding.relations) {
        const auto& a = finding.positions[pair.a].claims;
        const auto& b = finding.positions[pair.b].claims;
        if (!a.empty() && !b.empty()) add_row(finding, a.front(), b.front(), pair.verdict);
      }
    }
  }

  // The first two claims of one value that stand in different articles.
  void add_agreement(const Finding& finding, const Position& position) {
    for (const std::uint32_t other : position.claims) {
      if (report_.claims[other].article == report_.claims[position.claims.front()].article) continue;
      return add_row(finding, position.claims.front(), other, Verdict::agree);
    }
  }

  void add_row(const Finding& finding, std::uint32_t a, std::uint32_t b, Verdict verdict) {
    const ReportClaim &left = report_.claims[a], &right = report_.claims[b];
    Line line = table_.new_line();
    table_.set(line, "topic", finding.id);
    table_.set(line, "kind", std::string(kind_word(finding.kind)));
    table_.set(line, "article_a", links_.name_of(left.article));
    table_.set(line, "phrase_a", links_.phrase_for(left));
    table_.set(line, "article_b", links_.name_of(right.article));
    table_.set(line, "phrase_b", links_.phrase_for(right));
    table_.set(line, "verdict", std::string(name_of(verdict)));
    table_.set(line, "same_origin", left.origin == right.origin ? "yes" : "no");
    if (settle(line)) table_.lines().push_back(std::move(line));
  }

  // A row is written as it will be judged: its phrases can hold more than the claims they were taken from. False where
  // they would not be found again.
  bool settle(Line& line) {
    const auto before = result_.unusable.size();
    const auto a = side(line, "a"), b = side(line, "b");
    result_.unusable.erase(result_.unusable.begin() + static_cast<std::ptrdiff_t>(before), result_.unusable.end());
    if (!a || !b) return false;
    const Link link = link_of(*a, *b);
    const auto want = want_of(table_.cell(line, "verdict"));
    if (want && !holds(*want, link.verdicts)) table_.set(line, "verdict", std::string(found_now(link.verdicts)));
    table_.set(line, "same_origin", link.same_origin ? "yes" : "no");
    return !link.verdicts.empty();
  }

  void broken(const Line& line, const std::string& message) {
    const bool is_note = table_.cell(line, "severity") == name_of(Level::note);
    (is_note ? result_.notes : result_.broken)
        .push_back({table_path_, line.number,
                    fmt::format("{}: \"{}\" in {} and \"{}\" in {}", message, table_.cell(line, "phrase_a"),
                                table_.cell(line, "article_a"), table_.cell(line, "phrase_b"),
                                table_.cell(line, "article_b"))});
  }

  void unusable(const Line& line, std::string message) {
    result_.unusable.push_back({table_path_, line.number, std::move(message)});
  }

  const Report& report_;
  std::string table_path_;
  Table table_;
  Links links_;
  std::set<std::uint32_t> covered_;  // findings that some row links
  CheckResult result_;
};

}  // namespace
}  // namespace checking

CheckResult check_expected(std::string_view table, std::string_view table_path, const Report& report,
                           std::span<const ArticleText> articles) {
  return checking::Checker(table, table_path, report, articles).run();
}

}  // namespace corroborate
