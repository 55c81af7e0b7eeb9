// W3C Web Annotations (Recommendation of 2017): every claim of a finding that has more than one source, addressed by
// quote and by position in code points of the article's text.
#include "corroborate/names.h"
#include "report/formats.h"
#include "report/json_values.h"
#include "report/places.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::size_t affix = 60;  // bytes of text on either side of the quote

// Cuts at the begin of a character.
std::string_view tail(std::string_view text) {
  std::size_t begin = text.size() > affix ? text.size() - affix : 0;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}
std::string_view start(std::string_view text) {
  std::size_t end = std::min(text.size(), affix);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

Json quote_selector(const ReportClaim& claim) {
  Json selector = {{"type", "TextQuoteSelector"}, {"exact", claim.quote}};
  const auto at = claim.context.find(claim.quote);
  if (at == std::string::npos) return selector;
  selector["prefix"] = std::string(tail(std::string_view(claim.context).substr(0, at)));
  selector["suffix"] = std::string(start(std::string_view(claim.context).substr(at + claim.quote.size())));
  return selector;
}

Json annotation_of(const Report& report, const Finding& finding, const ReportClaim& claim) {
  const ReportArticle& article = report.articles[claim.article];
  const std::string source = article.url.starts_with("http") ? article.url : uri_of_path(article.path);
  return {
      {"id", "urn:corroborate:" + uri_of_path(finding.id + "/" + claim.id)},
      {"type", "Annotation"},
      {"motivation", "assessing"},
      {"body", Json::array({{{"type", "TextualBody"}, {"purpose", "tagging"}, {"value", name_of(finding.verdict)}},
                            {{"type", "TextualBody"},
                             {"purpose", "commenting"},
                             {"format", "text/plain"},
                             {"language", "en"},
                             {"value", headline_of(finding)}}})},
      {"target",
       {{"source", source},
        {"selector",
         Json::array({quote_selector(claim),
                      {{"type", "TextPositionSelector"}, {"start", claim.span.begin}, {"end", claim.span.end}}})}}}};
}

}  // namespace

std::string write_web_annotation(const Report& report, const WriteOptions&) {
  Json items = Json::array();
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::single) continue;
    for (const auto claim : claims_of(finding)) items.push_back(annotation_of(report, finding, report.claims[claim]));
  }
  return write({{"@context", "http://www.w3.org/ns/anno.jsonld"},
                {"id", "urn:corroborate:annotations"},
                {"type", "AnnotationPage"},
                {"items", std::move(items)}},
               true);
}

}  // namespace corroborate::reporting
