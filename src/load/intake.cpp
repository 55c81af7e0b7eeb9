#include "load/intake.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/encoding.h"
#include "load/language.h"
#include "load/limits.h"
#include "load/stated_day.h"

namespace corroborate::loading {
namespace {

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  return longest;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

std::string describe_foreign(const Article& article) {
  const auto stated = foreign_language_of_tag(article.language);
  if (!stated.empty()) return fmt::format("skipped: its language is stated as {} (expected English)", stated);
  const auto found = article.language.empty() ? find_foreign_language(article.body) : std::string_view{};
  return found.empty() ? std::string{} : fmt::format("skipped: written in {} (expected English)", found);
}

// Why the article cannot be used, or empty.
std::string find_fault(const Article& article) {
  if (article.body.empty()) return "empty (expected the text of an article)";
  if (is_blank(article.body)) return "blank (expected the text of an article)";
  if (is_binary(article.body)) return "binary data (expected text)";
  if (article.body.size() > max_article_bytes) {
    return fmt::format("larger than {} MB, the limit for one article", max_article_bytes / 1'000'000);
  }
  if (const auto size = longest_line(article.body); size > max_prose_line_bytes) {
    return fmt::format("a line of {} bytes (expected prose; the limit is {} MB)", size,
                       max_prose_line_bytes / 1'000'000);
  }
  return describe_foreign(article);
}

// "…/2016/09/17/fire" or "2016-09-17-fire.txt": where the format states no day.
void read_address(Article& article) {
  if (article.published) return;
  for (const std::string* address : {&article.url, &article.path}) {
    const std::string_view part =
        address == &article.path ? std::string_view(*address).substr(address->rfind('/') + 1) : *address;
    const auto day = find_day_in_path(part);
    if (!day) continue;
    article.addressed = PublishedDay{*day, DayBasis::address, std::string(part)};
    return;
  }
}

}  // namespace

void Intake::accept(Article&& article, std::uint32_t line) {
  ++attempts_;
  if (auto fault = find_fault(article); !fault.empty()) return problem(article.path, line, std::move(fault));
  read_address(article);
  receiver_.article(std::move(article), line);
}

void Intake::refuse_size(const std::string& path) {
  ++attempts_;
  problem(path, 0, fmt::format("larger than {} MB, the limit for one article", max_article_bytes / 1'000'000));
}

void Intake::problem(std::string path, std::uint32_t line, std::string message) {
  receiver_.problem({std::move(path), line, std::move(message), Severity::skipped});
}

void Intake::notice(std::string path, std::string message) {
  receiver_.problem({std::move(path), 0, std::move(message), Severity::notice});
}

void Intake::pass_over(Problem&& why) { receiver_.problem(std::move(why)); }

}  // namespace corroborate::loading
