// One article in the HTML report: what is known of it, and its text; or, where there is none, its sentences that hold
// claims, each linked with the findings it feeds.
#include <fmt/format.h>

#include "corroborate/names.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// "killed · docker: 9"
std::string claim_link(const HtmlIndex& index, std::uint32_t number) {
  const Report& report = index.report();
  const ReportClaim& claim = report.claims[number];
  const auto& uses = index.uses_of(number);
  const std::string key = index.key_of(index.origin_of(claim));
  if (uses.empty()) {
    return fmt::format(R"(<li id="c{}">{}{}: {}</li>)", number, key, escape(claim.property),
                       escape(value_in_words(claim)));
  }
  std::string out = fmt::format(R"(<li id="c{}">{})", number, key);
  for (const Place& place : uses) {
    const Finding& finding = report.findings[place.finding];
    out += fmt::format(R"( <a href="#f{}p{}">{}: {}</a>)", place.finding, place.position, escape(topic_of(finding)),
                       escape(value_in_words(claim)));
  }
  return out + "</li>";
}

std::string sentence(const HtmlIndex& index, const std::vector<std::uint32_t>& claims) {
  const ReportClaim& first = index.report().claims[claims.front()];
  std::vector<std::string_view> quotes;
  std::string links;
  for (const std::uint32_t claim : claims) {
    quotes.push_back(index.report().claims[claim].quote);
    links += claim_link(index, claim);
  }
  return fmt::format(R"(<li><span>{}</span><blockquote>{}</blockquote><ul>{}</ul></li>)"
                     "\n",
                     first.line, marked(first.context, quotes), links);
}

std::string about(const ReportArticle& article) {
  std::string out = "<p class=\"about\">" + escape(article.path.empty() ? article.id : article.path);
  if (!article.title.empty()) out += " · " + escape(article.title);
  if (!article.published.empty()) out += " · published " + escape(article.published);
  if (!article.published.empty() && !article.basis.empty()) out += " (" + escape(article.basis) + ")";
  if (article.status != ArticleStatus::usable) out += fmt::format(" · <b>{}</b>", name_of(article.status));
  if (!article.url.empty()) out += " · " + outside_link(article.url, article.url);
  return out + "</p>";
}

std::string sentences(const HtmlIndex& index, std::uint32_t number) {
  const Report& report = index.report();
  std::string out = "<ol class=\"sentences\">\n";
  std::vector<std::uint32_t> together;  // claims of one sentence
  for (const std::uint32_t claim : index.claims_of_article(number)) {
    if (!together.empty() && report.claims[claim].context != report.claims[together.front()].context) {
      out += sentence(index, together);
      together.clear();
    }
    together.push_back(claim);
  }
  if (!together.empty()) out += sentence(index, together);
  return out + "</ol>";
}

}  // namespace

std::string html_article(const HtmlIndex& index, std::uint32_t number) {
  const ReportArticle& article = index.report().articles[number];
  return fmt::format(R"(<section class="source" id="a{0}" aria-labelledby="a{0}h"><h4 id="a{0}h">{1}</h4>)", number,
                     escape(index.name_of_article(number))) +
         about(article) + (article.body.empty() ? sentences(index, number) : html_body(index, number)) + "</section>\n";
}

}  // namespace corroborate::reporting
