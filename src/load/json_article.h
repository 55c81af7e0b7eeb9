// One JSON object as an article, whoever wrote it: our own keys, IPTC ninjs 1 to 3, news-please, trafilatura,
// newspaper, JSON Feed, news interfaces, and keys that the user maps.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/article.h"
#include "load/stated_day.h"

namespace corroborate::loading {

// Of our field ("outlet", "text", …): the key that the user's files have for it.
using FieldMap = std::map<std::string, std::string, std::less<>>;

// Fills the article. Returns why the object is none, or empty; `warnings` are about fields that were left out.
std::string read_json_article(const nlohmann::json& object, const FieldMap& map, Article& article,
                              std::vector<std::string>& warnings);

// The string that holds the article's text or markup, as it stands there; empty where it is put together otherwise.
std::string source_of_text(const nlohmann::json& object, const FieldMap& map);

// Whether one of the keys for the text is there.
bool has_article_text(const nlohmann::json& object, const FieldMap& map);

}  // namespace corroborate::loading
