#include "check/links.h"

#include <algorithm>
#include <filesystem>

#include "text/utf8.h"

namespace corroborate::checking {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t longest_claim = 200;  // code points; a longer span says too little about where it stands
constexpr std::size_t longest_phrase = 400;

std::string normal(const std::string& path) { return fs::path(path).lexically_normal().generic_string(); }

std::string unfold(std::u32string_view text) {
  std::string result;
  for (const char32_t letter : text) text::append(result, letter);
  return result;
}

}  // namespace

std::u32string fold(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto next = text::decode(text, offset);
    offset += next.size;
    const bool blank = next.value == U'\u00A0' || next.value == U'\r' || next.value == U'\n' || next.value == U'\t';
    result.push_back(blank ? U' ' : next.value);
  }
  return result;
}

Links::Links(const Report& report, std::span<const ArticleText> articles, std::string_view table_path)
    : report_(report),
      folder_(fs::path(table_path).parent_path().generic_string()),
      claims_of_(report.articles.size()),
      standings_(report.claims.size()) {
  for (const ArticleText& article : articles) bodies_[article.id] = &article.body;
  for (std::uint32_t claim = 0; claim < report.claims.size(); ++claim)
    claims_of_[report.claims[claim].article].push_back(claim);
  for (std::uint32_t finding = 0; finding < report.findings.size(); ++finding) {
    const auto& positions = report.findings[finding].positions;
    for (std::uint32_t position = 0; position < positions.size(); ++position) {
      for (const std::uint32_t claim : positions[position].claims) standings_[claim].push_back({finding, position});
    }
  }
}

std::optional<std::uint32_t> Links::article(const std::string& name) const {
  const std::string beside = normal(folder_.empty() ? name : folder_ + "/" + name);
  std::optional<std::uint32_t> by_end;
  std::size_t ends = 0;
  for (std::uint32_t i = 0; i < report_.articles.size(); ++i) {
    const std::string path = normal(report_.articles[i].path);
    if (path == beside && report_.articles[i].path != "-") return i;
    if (report_.articles[i].id != name && !path.ends_with("/" + name) && path != name) continue;
    by_end = i;
    ++ends;
  }
  return ends == 1 ? by_end : std::nullopt;
}

std::string Links::name_of(std::uint32_t article) const {
  const ReportArticle& found = report_.articles[article];
  const std::string path = normal(found.path), folder = folder_.empty() ? folder_ : normal(folder_) + "/";
  const bool shared = std::count_if(report_.articles.begin(), report_.articles.end(),
                                    [&](const ReportArticle& other) { return other.path == found.path; }) > 1;
  if (shared) return found.id;  // many articles in one file
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

const std::u32string& Links::folded(std::uint32_t article) {
  const auto [known, is_new] = folded_.try_emplace(article);
  const auto body = bodies_.find(report_.articles[article].id);
  if (is_new && body != bodies_.end()) known->second = fold(*body->second);
  return known->second;
}

std::optional<Span> Links::locate(std::uint32_t article, std::string_view phrase) {
  const std::u32string wanted = fold(phrase);
  const auto at = folded(article).find(wanted);
  if (wanted.empty() || at == std::u32string::npos) return {};
  return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + wanted.size())};
}

std::string Links::phrase_for(const ReportClaim& claim) {
  const std::u32string& body = folded(claim.article);
  if (body.size() < claim.span.end) return unfold(fold(claim.quote));
  std::size_t size = claim.span.end - claim.span.begin;
  const auto phrase = [&] { return std::u32string_view(body).substr(claim.span.begin, size); };
  while (body.find(phrase()) < claim.span.begin && size < longest_phrase && claim.span.begin + size < body.size())
    ++size;
  return unfold(phrase());
}

std::vector<std::uint32_t> Links::claims_at(std::uint32_t article, Span span, bool dates_only) const {
  std::vector<std::uint32_t> result;
  for (const std::uint32_t index : claims_of_[article]) {
    const ReportClaim& claim = report_.claims[index];
    if (dates_only && claim.kind != ClaimKind::date) continue;
    if (claim.span.end - claim.span.begin > longest_claim) continue;
    if (claim.span.begin < span.end && span.begin < claim.span.end) result.push_back(index);
  }
  return result;
}

std::vector<std::uint32_t> Links::claims_of(std::uint32_t article, Span span, bool dates_only) const {
  std::vector<std::uint32_t> result;
  for (const std::uint32_t index : claims_of_[article]) {
    const ReportClaim& claim = report_.claims[index];
    if (dates_only && claim.kind != ClaimKind::date) continue;
    if (claim.span.begin == span.begin && claim.span.end <= span.end) result.push_back(index);
  }
  return result;
}

std::optional<Verdict> Links::verdict_of(const Standing& a, const Standing& b) const {
  if (a.finding != b.finding) return {};
  if (a.position == b.position) return Verdict::agree;
  for (const PairRelation& relation : report_.findings[a.finding].relations) {
    const bool same = relation.a == a.position && relation.b == b.position;
    if (same || (relation.a == b.position && relation.b == a.position)) return relation.verdict;
  }
  return {};
}

Link Links::link(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
  Link link;
  for (const std::uint32_t left : a) {
    for (const std::uint32_t right : b) {
      if (left == right) continue;
      for (const Standing& x : standings_[left]) {
        for (const Standing& y : standings_[right]) {
          const auto verdict = verdict_of(x, y);
          if (!verdict) continue;
          link.verdicts.insert(*verdict);
          link.findings.insert(x.finding);
          link.same_origin = link.same_origin || report_.claims[left].origin == report_.claims[right].origin;
        }
      }
    }
  }
  return link;
}

}  // namespace corroborate::checking
