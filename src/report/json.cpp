// The report as one JSON object (data/schema/report.schema.json): flat lists that refer to each other by id, an element
// a line.
//
// Nothing in it tells when, where or by how many threads it was made. A report that comes story by story is written
// when all have come: claims stand in front of findings, in the order of articles, and wait in spools.
#include <functional>
#include <vector>

#include "report/formats.h"
#include "report/json_elements.h"
#include "report/json_text.h"
#include "report/writers.h"
#include "spool/spool.h"

namespace corroborate::reporting {
namespace {

constexpr std::uint32_t report_schema_version = 3;  // data/schema/README.md says what changed
constexpr std::string_view between = ",\n";

using Out = std::function<void(std::string_view)>;

// The root object, one element at a time.
class RootWriter {
 public:
  explicit RootWriter(const Out& out) : out_(out) {
    text_ = "{\n\"schema_version\":";
    append_value(text_, report_schema_version);
  }

  // `one` appends an element.
  template <typename Values, typename One>
  void list(std::string_view key, const Values& values, One one) {
    open(key);
    for (const auto& value : values) {
      separate();
      one(text_, value);
      pass_on();
    }
    close();
  }

  void open(std::string_view key) {
    text_ += ",\n\"";
    text_ += key;
    text_ += "\":[";
    first_ = true;
  }
  // Elements that are written already, with what stands between them.
  void add(std::string_view elements) {
    separate();
    add_more(elements);
  }
  void add_more(std::string_view elements) {
    text_ += elements;
    pass_on();
  }
  void close() { text_ += first_ ? "]" : "\n]"; }

  void finish() {
    text_ += "\n}\n";
    out_(text_);
  }

 private:
  static constexpr std::size_t most = 1'000'000;  // bytes that wait

  void separate() {
    text_ += first_ ? "\n" : between;
    first_ = false;
  }
  void pass_on() {
    if (text_.size() < most) return;
    out_(text_);
    text_.clear();
  }

  const Out& out_;
  std::string text_;
  bool first_ = true;
};

// `add_claims` and `add_findings` write their lists.
template <typename Claims, typename Findings>
void write_root(const Report& report, const Out& out, Claims add_claims, Findings add_findings) {
  RootWriter root(out);
  root.list("articles", report.articles, append_article);
  root.list("stories", report.stories,
            [&](std::string& text, const Story& story) { append_story(text, report, story); });
  root.list("events", report.events,
            [&](std::string& text, const ReportEvent& event) { append_event(text, report, event); });
  root.list("origins", report.origins, append_origin);
  root.list("copies", report.copies, [&](std::string& text, const Copy& copy) { append_copy(text, report, copy); });
  add_claims(root);
  add_findings(root);
  root.list("problems", report.problems, append_problem);
  root.finish();
}

class JsonWriter final : public ReportWriter {
 public:
  explicit JsonWriter(Out out) : out_(std::move(out)) {}

  void add(const StoryReport& story) override {
    add_claims(story);
    std::string text;
    for (const Finding& finding : story.report.findings) {
      if (findings_.size() + text.size() > 0) text += between;
      append_finding(text, story.report, finding, Claims::by_id);
    }
    findings_.append(text);
  }

  std::optional<Problem> finish(const Report& rest) override {
    write_root(
        rest, out_, [&](RootWriter& root) { copy_claims(root); }, [&](RootWriter& root) { copy_findings(root); });
    return claims_.trouble() ? claims_.trouble() : findings_.trouble();
  }

 private:
  struct Place {
    std::uint64_t begin = 0;
    std::size_t length = 0;
  };

  void add_claims(const StoryReport& story) {
    std::string text;
    const auto& claims = story.report.claims;
    for (std::size_t c = 0; c < claims.size(); ++c) {
      text += text.empty() ? "" : between;
      append_claim(text, story.report, claims[c]);
      if (c + 1 < claims.size() && claims[c + 1].article == claims[c].article) continue;
      const auto article = story.articles[claims[c].article];
      if (article >= places_.size()) places_.resize(article + 1);
      places_[article] = {claims_.size(), text.size()};
      claims_.append(text);
      text.clear();
    }
  }

  void copy_claims(RootWriter& root) {
    root.open("claims");
    for (const Place& place : places_)
      if (place.length > 0) root.add(claims_.read(place.begin, place.length));
    root.close();
  }

  void copy_findings(RootWriter& root) {
    constexpr std::size_t at_once = 1'000'000;  // bytes
    root.open("findings");
    for (std::uint64_t begin = 0; begin < findings_.size(); begin += at_once)
      begin == 0 ? root.add(findings_.read(begin, at_once)) : root.add_more(findings_.read(begin, at_once));
    root.close();
  }

  Out out_;
  spool::Spool claims_, findings_;
  std::vector<Place> places_;  // of its claims, by article
};

}  // namespace

std::string write_json(const Report& report, const WriteOptions&) {
  std::string result;
  const Out out = [&](std::string_view text) { result += text; };
  const auto add_claims = [&](RootWriter& root) {
    root.list("claims", report.claims,
              [&](std::string& text, const ReportClaim& claim) { append_claim(text, report, claim); });
  };
  write_root(report, out, add_claims, [&](RootWriter& root) {
    root.list("findings", report.findings,
              [&](std::string& text, const Finding& finding) { append_finding(text, report, finding, Claims::by_id); });
  });
  return result;
}

std::unique_ptr<ReportWriter> make_json_writer(Out out) { return std::make_unique<JsonWriter>(std::move(out)); }

}  // namespace corroborate::reporting
