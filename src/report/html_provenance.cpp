// Provenance in the HTML report: from whom, through whom, to which article.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

using ArticleCounts = std::map<std::uint32_t, std::size_t>;  // article: claims
using Routes = std::map<std::string, ArticleCounts>;         // relays in words, empty = none

// "DPA, then Gull Wire": the first to pass it on comes first.
std::string relays_of(const ReportClaim& claim) {
  std::string words;
  for (std::size_t i = claim.chain.size(); i-- > 1;) words += (words.empty() ? "" : ", then ") + claim.chain[i - 1];
  return words;
}

std::map<std::uint32_t, Routes> routes_of(const HtmlIndex& index, const Story& story) {
  std::map<std::uint32_t, Routes> routes;
  for (const std::uint32_t article : story.articles) {
    for (const std::uint32_t number : index.claims_of_article(article)) {
      const ReportClaim& claim = index.report().claims[number];
      const std::uint32_t origin = index.origin_of(claim);
      if (origin < index.report().origins.size()) ++routes[origin][relays_of(claim)][article];
    }
  }
  return routes;
}

std::size_t claims_in(const Routes& routes) {
  std::size_t count = 0;
  for (const auto& [relay, articles] : routes) {
    for (const auto& [article, claims] : articles) count += claims;
  }
  return count;
}

std::string article_items(const HtmlIndex& index, const ArticleCounts& articles) {
  std::string out;
  for (const auto& [article, claims] : articles) {
    out += fmt::format(R"(<li><a href="#a{}">{}</a> <small>{}</small></li>)", article,
                       escape(index.name_of_article(article)), count_of(claims, "claim"));
  }
  return out;
}

// An article that speaks for itself and for nobody else: a branch would only repeat its name.
bool is_own_voice(const HtmlIndex& index, std::uint32_t origin, const Routes& routes) {
  const auto& [relay, articles] = *routes.begin();
  return routes.size() == 1 && relay.empty() && articles.size() == 1 &&
         clean(index.report().origins[origin].label) == index.name_of_article(articles.begin()->first);
}

std::string tree(const HtmlIndex& index, std::uint32_t origin, const Routes& routes) {
  if (is_own_voice(index, origin, routes)) {
    return fmt::format(R"(<li><span class="node">{}<a href="#a{}">{}</a></span> <small>{}, own voice</small></li>)"
                       "\n",
                       index.key_of(origin), routes.begin()->second.begin()->first,
                       escape(index.report().origins[origin].label), count_of(claims_in(routes), "claim"));
  }
  std::string out = fmt::format(R"(<li><span class="node">{}{}</span> <small>{}</small><ul>)", index.key_of(origin),
                                escape(index.report().origins[origin].label), count_of(claims_in(routes), "claim"));
  for (const auto& [relay, articles] : routes) {
    if (relay.empty()) {
      out += article_items(index, articles);
    } else {
      out += fmt::format(R"(<li>via <span class="node">{}</span><ul>{}</ul></li>)", escape(relay),
                         article_items(index, articles));
    }
  }
  return out + "</ul></li>\n";
}

std::string copies(const HtmlIndex& index, const Story& story) {
  const std::set<std::uint32_t> members(story.articles.begin(), story.articles.end());
  std::string out;
  for (const Copy& copy : index.report().copies) {
    if (!members.contains(copy.a) || !members.contains(copy.b)) continue;
    out +=
        fmt::format(R"(<li><a href="#a{}">{}</a> and <a href="#a{}">{}</a>: {} words are the same</li>)", copy.a,
                    escape(index.name_of_article(copy.a)), copy.b, escape(index.name_of_article(copy.b)), copy.tokens);
  }
  return out.empty() ? out : "<h4>Copied passages</h4><ul class=\"copies\">" + out + "</ul>\n";
}

}  // namespace

std::string html_provenance(const HtmlIndex& index, std::uint32_t number) {
  const Story& story = index.report().stories[number];
  const auto routes = routes_of(index, story);
  if (routes.empty()) return {};
  std::vector<std::uint32_t> origins;
  for (const auto& [origin, ways] : routes) origins.push_back(origin);
  std::stable_sort(origins.begin(), origins.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return claims_in(routes.at(a)) > claims_in(routes.at(b)); });
  std::string out = "<h3>Who says it, via whom</h3><ul class=\"tree\">\n";
  for (const std::uint32_t origin : origins) out += tree(index, origin, routes.at(origin));
  return out + "</ul>\n" + copies(index, story);
}

}  // namespace corroborate::reporting
