// Reads what src/report/json.cpp wrote. The first thing that is wrong is kept, with its place; nothing throws.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <unordered_map>

#include "corroborate/diff.h"
#include "corroborate/names.h"

namespace corroborate {
namespace diffing {
namespace {

using Json = nlohmann::json;
using Numbers = std::unordered_map<std::string, std::uint32_t>;  // by id

constexpr int oldest_version = 2, newest_version = 3;  // data/schema/README.md

class Reader {
 public:
  explicit Reader(const Json& root) : root_(root) {}

  ReportOrError read() {
    list("articles", report_.articles, articles_, [&](const Json& each) { return article_of(each); });
    list("stories", report_.stories, stories_, [&](const Json& each) { return story_of(each); });
    list("events", report_.events, events_, [&](const Json& each) { return event_of(each); });
    list("origins", report_.origins, origins_, [&](const Json& each) { return origin_of(each); });
    list("claims", report_.claims, claims_, [&](const Json& each) { return claim_of(each); });
    list("findings", report_.findings, findings_, [&](const Json& each) { return finding_of(each); });
    return {std::move(report_), std::move(error_)};
  }

 private:
  template <typename Value, typename One>
  void list(const char* key, std::vector<Value>& values, Numbers& numbers, One one) {
    const auto found = root_.find(key);
    if (found == root_.end() || !found->is_array()) return wrong(fmt::format("no list \"{}\"", key));
    values.reserve(found->size());
    for (const Json& each : *found) {
      where_ = fmt::format("{}[{}]", key, values.size());
      if (!each.is_object()) return wrong("no object");
      values.push_back(one(each));
      numbers.emplace(values.back().id, static_cast<std::uint32_t>(values.size() - 1));
      if (!error_.empty()) return;
    }
  }

  void wrong(const std::string& what) {
    if (error_.empty())
      error_ = fmt::format("{}{}{} (expected a report of --format json)", where_, where_.empty() ? "" : ": ", what);
  }

  std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_string()) return found->get<std::string>();
    wrong(fmt::format("\"{}\" is no string", key));
    return {};
  }

  // Empty where it is left out.
  std::string text_or(const Json& object, const char* key) { return object.contains(key) ? text(object, key) : ""; }

  double number(const Json& object, const char* key, double when_null) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_number()) return found->get<double>();
    if (found == object.end() || !found->is_null()) wrong(fmt::format("\"{}\" is no number", key));
    return when_null;
  }

  std::uint32_t count(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_number_unsigned()) return found->get<std::uint32_t>();
    wrong(fmt::format("\"{}\" is no count", key));
    return 0;
  }

  template <typename Enumeration>
  Enumeration word(const Json& object, const char* key) {
    const std::string name = text(object, key);
    const auto value = from_name<Enumeration>(name);
    if (!value) wrong(fmt::format("\"{}\" is \"{}\"", key, name));
    return value.value_or(Enumeration{});
  }

  std::vector<std::string> texts(const Json& object, const char* key) {
    std::vector<std::string> result;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) {
      wrong(fmt::format("\"{}\" is no list", key));
      return result;
    }
    for (const Json& each : *found) {
      if (!each.is_string())
        wrong(fmt::format("\"{}\" holds what is no string", key));
      else
        result.push_back(each.get<std::string>());
    }
    return result;
  }

  // The place of an id in the list it belongs to.
  std::uint32_t number_of(const Numbers& numbers, const std::string& id) {
    const auto known = numbers.find(id);
    if (known == numbers.end()) wrong(fmt::format("\"{}\" stands in no list", id));
    return known == numbers.end() ? 0 : known->second;
  }

  std::vector<std::uint32_t> numbers_of(const Numbers& numbers, const Json& object, const char* key) {
    std::vector<std::uint32_t> result;
    for (const std::string& id : texts(object, key)) result.push_back(number_of(numbers, id));
    return result;
  }

  ReportArticle article_of(const Json& each) {
    ReportArticle article;
    article.id = text(each, "id");
    article.path = text(each, "path");
    article.outlet = text(each, "outlet");
    article.publisher = text(each, "publisher");
    article.title = text(each, "title");
    article.url = text(each, "url");
    article.published = text(each, "published");
    article.basis = text(each, "basis");
    article.name = text(each, "name");
    article.file = text(each, "file");
    article.status = word<ArticleStatus>(each, "status");
    return article;
  }

  Story story_of(const Json& each) {
    return {text(each, "id"), text(each, "label"), numbers_of(articles_, each, "articles")};
  }

  ReportEvent event_of(const Json& each) {
    ReportEvent event;
    event.id = text(each, "id");
    event.story = number_of(stories_, text(each, "story"));
    event.event_class = text(each, "class");
    event.label = text(each, "label");
    event.place = text(each, "place");
    event.first = text(each, "first");
    event.last = text(each, "last");
    event.scope = text(each, "scope");
    return event;
  }

  Origin origin_of(const Json& each) { return {text(each, "id"), text(each, "label"), texts(each, "relays")}; }

  ReportClaim claim_of(const Json& each) {
    ReportClaim claim;
    claim.id = text(each, "id");
    claim.article = number_of(articles_, text(each, "article"));
    claim.kind = word<ClaimKind>(each, "kind");
    claim.property = text(each, "property");
    claim.population = text(each, "population");
    claim.value = text(each, "value");
    claim.interval = {number(each, "low", -unbounded), number(each, "high", unbounded)};
    claim.unit = text_or(each, "unit");
    claim.dimension = text_or(each, "dimension");
    claim.polarity = word<Polarity>(each, "polarity");
    claim.modality = word<Modality>(each, "modality");
    claim.chain = texts(each, "chain");
    claim.origin = text(each, "origin");
    claim.as_of = text_or(each, "as_of");
    claim.line = count(each, "line");
    claim.quote = text(each, "quote");
    claim.context = each.contains("context") ? text(each, "context")
                                             : text_or(each, "before") + claim.quote + text_or(each, "after");
    return claim;
  }

  Position position_of(const Json& each) {
    Position position;
    position.value = text(each, "value");
    position.interval = {number(each, "low", -unbounded), number(each, "high", unbounded)};
    position.claims = numbers_of(claims_, each, "claims");
    position.origins = numbers_of(origins_, each, "origins");
    position.superseded = each.value("superseded", Json()) == Json(true);
    return position;
  }

  PairRelation relation_of(const Json& each, std::size_t positions) {
    PairRelation relation{count(each, "a"), count(each, "b"), word<Verdict>(each, "verdict"),
                          word<Reason>(each, "reason")};
    if (relation.a < positions && relation.b < positions) return relation;
    wrong("a relation of a position that is not there");
    return {};
  }

  Finding finding_of(const Json& each) {
    Finding finding;
    finding.id = text(each, "id");
    finding.story = number_of(stories_, text(each, "story"));
    finding.event = number_of(events_, text(each, "event"));
    finding.kind = word<ClaimKind>(each, "kind");
    finding.property = text(each, "property");
    finding.population = text(each, "population");
    finding.verdict = word<Verdict>(each, "verdict");
    finding.severity = word<Level>(each, "severity");
    for (const Json& position : objects(each, "positions")) finding.positions.push_back(position_of(position));
    for (const Json& relation : objects(each, "relations"))
      finding.relations.push_back(relation_of(relation, finding.positions.size()));
    if (finding.positions.empty()) wrong("no position");
    finding.articles = count(each, "articles");
    finding.outlets = count(each, "outlets");
    finding.origins = count(each, "origins");
    return finding;
  }

  std::vector<Json> objects(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) {
      wrong(fmt::format("\"{}\" is no list", key));
      return {};
    }
    for (const Json& each : *found) {
      if (each.is_object()) continue;
      wrong(fmt::format("\"{}\" holds what is no object", key));
      return {};
    }
    return {found->begin(), found->end()};
  }

  const Json& root_;
  Report report_;
  Numbers articles_, stories_, events_, origins_, claims_, findings_;
  std::string where_;  // "claims[3]"
  std::string error_;
};

// Deeper than any report; a file of brackets alone would use up the stack where it is taken apart.
constexpr int deepest = 16;

Json parse(std::string_view text) {
  bool too_deep = false;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) {
    too_deep |= depth > deepest;
    return !too_deep;
  };
  Json root = Json::parse(text, watch, false);
  return too_deep ? Json() : root;
}

}  // namespace
}  // namespace diffing

ReportOrError read_report(std::string_view json) {
  const auto root = diffing::parse(json);
  const auto version = root.is_object() ? root.find("schema_version") : root.end();
  if (!root.is_object() || version == root.end() || !version->is_number_integer())
    return {{}, "no report (expected what --format json writes)"};
  if (*version < diffing::oldest_version || *version > diffing::newest_version)
    return {{},
            fmt::format("a report of version {} (expected version {} or {}: make it again from its articles)",
                        version->dump(), diffing::oldest_version, diffing::newest_version)};
  return diffing::Reader(root).read();
}

}  // namespace corroborate
