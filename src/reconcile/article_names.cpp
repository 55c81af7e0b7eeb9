// Outlets, days and file names, each used only as far as it is needed to tell articles apart.
#include "reconcile/article_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "text/host.h"

namespace corroborate::reconciliation {
namespace {

// The last `parts` parts of a path; all of it where there are no more.
std::string_view last_parts(std::string_view path, std::size_t parts) {
  auto slash = path.size();
  for (std::size_t i = 0; i < parts; ++i) {
    if (slash == 0) return path;
    slash = path.rfind('/', slash - 1);
    if (slash == std::string_view::npos) return path;
  }
  return path.substr(slash + 1);
}

// Of each path its shortest end that no other has. A part is added only to those that are still alike.
std::map<std::string, std::string> short_ends(const std::set<std::string>& paths) {
  constexpr std::size_t deepest = 64;  // parts; deeper paths stay whole
  std::map<std::string, std::string> ends;
  std::vector<std::string_view> left(paths.begin(), paths.end());
  for (std::size_t parts = 1; parts <= deepest && !left.empty(); ++parts) {
    std::map<std::string_view, std::size_t> counts;
    for (const auto path : left) ++counts[last_parts(path, parts)];
    std::erase_if(left, [&](std::string_view path) {
      const auto end = last_parts(path, parts);
      if (counts[end] > 1 && end != path) return false;
      ends.emplace(path, end);
      return true;
    });
  }
  for (const auto path : left) ends.emplace(path, path);
  return ends;
}

// The host says more to a reader than the id of the house that owns it.
std::string outlet_of(const ReportArticle& article) {
  if (!article.outlet.empty()) return article.outlet;
  const std::string host = text::host_of(article.url);
  return host.empty() ? article.publisher : host;
}

void set_files(std::vector<ReportArticle>& articles) {
  std::set<std::string> paths;
  for (const ReportArticle& article : articles) paths.insert(article.path);
  const auto ends = short_ends(paths);
  for (ReportArticle& article : articles) article.file = article.path == "-" ? article.id : ends.at(article.path);
}

// Names that several articles would have are lengthened.
template <typename Longer>
void tell_apart(std::vector<ReportArticle>& articles, Longer longer) {
  std::map<std::string, std::size_t> counts;
  for (const ReportArticle& article : articles) ++counts[article.name];
  for (ReportArticle& article : articles)
    if (counts[article.name] > 1) article.name = longer(article);
}

}  // namespace

void name_articles(std::vector<ReportArticle>& articles) {
  set_files(articles);
  for (ReportArticle& article : articles) article.name = outlet_of(article).empty() ? article.file : outlet_of(article);
  tell_apart(articles, [](const ReportArticle& article) {
    return article.published.empty() || article.name == article.file ? article.name
                                                                     : article.name + " " + article.published;
  });
  tell_apart(articles, [](const ReportArticle& article) {
    return outlet_of(article).empty() ? article.id : article.name + " (" + article.file + ")";
  });
  tell_apart(articles, [](const ReportArticle& article) { return article.name + " " + article.id; });
}

}  // namespace corroborate::reconciliation
