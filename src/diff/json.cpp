// The difference as one JSON object (data/schema/diff.schema.json).
#include <nlohmann/json.hpp>

#include "corroborate/names.h"
#include "diff/write.h"
#include "report/json_values.h"
#include "report/text_answer.h"

namespace corroborate {
namespace diffing {
namespace {

using reporting::Json;

constexpr int diff_schema_version = 1;  // data/schema/README.md says what changed

Json articles_of(const Report& report, const std::vector<std::uint32_t>& numbers) {
  Json result = Json::array();
  for (const auto number : numbers) {
    const ReportArticle& article = report.articles[number];
    result.push_back({{"id", article.id},
                      {"path", article.path},
                      {"name", article.name},
                      {"published", article.published},
                      {"status", name_of(article.status)}});
  }
  return result;
}

Json origins_of(const Report& report, const std::vector<std::uint32_t>& numbers) {
  Json result = Json::array();
  for (const auto number : numbers)
    result.push_back({{"id", report.origins[number].id}, {"label", report.origins[number].label}});
  return result;
}

class Writer {
 public:
  explicit Writer(const Compared& compared) : compared_(compared) {}

  Json write() const {
    const auto& [before, now, difference] = compared_;
    Json changes = Json::array();
    for (const Change& change : difference.changes) changes.push_back(change_of(change));
    return {{"schema_version", diff_schema_version},
            {"articles_new", articles_of(now, difference.articles_new)},
            {"articles_gone", articles_of(before, difference.articles_gone)},
            {"changes", std::move(changes)}};
  }

 private:
  Json change_of(const Change& change) const {
    const Finding* then = change.before ? &compared_.before.findings[*change.before] : nullptr;
    const Finding* today = change.now ? &compared_.now.findings[*change.now] : nullptr;
    const Finding& told = today != nullptr ? *today : *then;
    const Report& report = today != nullptr ? compared_.now : compared_.before;
    Json positions = Json::array();
    for (const PositionChange& position : change.positions) positions.push_back(position_of(change, position));
    const auto id = [](const Finding* finding) { return finding == nullptr ? Json(nullptr) : Json(finding->id); };
    const auto verdict = [](const Finding* finding) {
      return finding == nullptr ? Json(nullptr) : Json(name_of(finding->verdict));
    };
    return {{"change", name_of(change.kind)},
            {"finding", id(today)},
            {"finding_before", id(then)},
            {"question", reporting::question_in_words(report, told)},
            {"kind", name_of(told.kind)},
            {"property", told.property},
            {"population", told.population},
            {"verdict", verdict(today)},
            {"verdict_before", verdict(then)},
            {"origins", today == nullptr ? 0 : today->origins},
            {"origins_before", then == nullptr ? 0 : then->origins},
            {"positions", std::move(positions)}};
  }

  Json position_of(const Change& change, const PositionChange& position) const {
    const bool is_new = !position.before, is_gone = !position.now;
    const Position& told = is_gone ? compared_.before.findings[*change.before].positions[*position.before]
                                   : compared_.now.findings[*change.now].positions[*position.now];
    return {{"value", told.value},
            {"change", is_new    ? "new"
                       : is_gone ? "gone"
                                 : "kept"},
            {"superseded", told.superseded},
            {"origins_new", origins_of(compared_.now, position.origins)},
            {"origins_gone", origins_of(compared_.before, position.origins_gone)}};
  }

  const Compared& compared_;
};

}  // namespace

std::string write_json(const Compared& compared) { return reporting::write(Writer(compared).write(), true); }

}  // namespace diffing

std::string write_difference(const Report& before, const Report& now, const Difference& difference,
                             std::string_view format, const WriteOptions& options) {
  const diffing::Compared compared{before, now, difference};
  return format == "json" ? diffing::write_json(compared) : diffing::write_text(compared, options);
}

}  // namespace corroborate
