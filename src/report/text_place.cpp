#include "report/text_place.h"

#include "report/places.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {

std::string address_of(const ReportArticle& article, const WriteOptions& options) {
  if (options.links.empty() || article.path == "-") return {};
  return uri_of_path(article.path.starts_with('/') ? article.path : options.links + "/" + article.path);
}

std::string place_in_text(const Report& report, const ReportClaim& claim, const WriteOptions& options) {
  const ReportArticle& article = report.articles[claim.article];
  return hyperlink(Style(options.colour).dim(whole(short_place_of(report, claim))), address_of(article, options)) +
         standing_of(article);
}

}  // namespace corroborate::reporting
