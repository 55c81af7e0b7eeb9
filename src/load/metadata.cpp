#include "load/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "corroborate/names.h"
#include "text/ascii.h"
#include "time/civil.h"

namespace corroborate::loading {
namespace {

struct Key {
  std::string_view name;
  std::string Article::*field;
};

constexpr std::array<Key, 12> keys = {{{"id", &Article::id},
                                       {"title", &Article::title},
                                       {"headline", &Article::title},
                                       {"outlet", &Article::outlet},
                                       {"source", &Article::outlet},
                                       {"byline", &Article::byline},
                                       {"author", &Article::byline},
                                       {"url", &Article::url},
                                       {"link", &Article::url},
                                       {"language", &Article::language},
                                       {"lang", &Article::language},
                                       {"story", &Article::story}}};

constexpr std::string_view severity_key = "corroborate-severity";

bool is_digit(char letter) { return '0' <= letter && letter <= '9'; }

std::string set_published(Article& article, std::string_view value) {
  const auto day = read_iso_day(value);
  if (!day) return fmt::format("published \"{}\" is not a date (expected YYYY-MM-DD); read without a day", value);
  article.published = PublishedDay{*day, DayBasis::metadata, fmt::format("published {}", value)};
  return {};
}

std::string set_at_most(Article& article, std::string_view value) {
  const auto level = from_name<Level>(value);
  if (!level)
    return fmt::format("{} \"{}\" is no severity (expected off, note, warning or error)", severity_key, value);
  article.at_most = *level;
  return {};
}

}  // namespace

std::optional<Day> read_iso_day(std::string_view text) {
  const bool basic = text.size() >= 8 && std::all_of(text.begin(), text.begin() + 8, is_digit);
  const std::string_view rest = text.substr(std::min<std::size_t>(basic ? 8 : 10, text.size()));
  if (!rest.empty() && rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ') return {};
  if (!basic) return time::parse_iso_day(text);
  return time::parse_iso_day(fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)));
}

std::string set_field(Article& article, std::string_view key, std::string_view value) {
  if (value.empty()) return {};
  if (text::equal_folded(key, "published") || text::equal_folded(key, "date")) return set_published(article, value);
  if (text::equal_folded(key, severity_key)) return set_at_most(article, value);
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const Key& row) { return text::equal_folded(row.name, key); });
  if (found != keys.end()) article.*(found->field) = value;
  return {};
}

void fill_gaps(Article& article, const Article& other) {
  for (const Key& key : keys) {
    if ((article.*(key.field)).empty()) article.*(key.field) = other.*(key.field);
  }
  if (!article.published) article.published = other.published;
  if (article.at_most == Level::error) article.at_most = other.at_most;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace corroborate::loading
