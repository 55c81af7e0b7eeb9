#include "report/writers.h"

namespace corroborate {
namespace reporting {
namespace {

class PlainWriter final : public ReportWriter {
 public:
  PlainWriter(std::function<void(std::string_view)> out, AppendStory append, std::string_view head)
      : out_(std::move(out)), append_(append) {
    out_(head);
  }
  void add(const StoryReport& story) override {
    std::string text;
    append_(text, story.report);
    out_(text);
  }
  std::optional<Problem> finish(const Report&) override { return {}; }

 private:
  std::function<void(std::string_view)> out_;
  AppendStory append_;
};

}  // namespace
}  // namespace reporting

std::unique_ptr<ReportWriter> make_report_writer(std::string_view format, const WriteOptions& options,
                                                 std::function<void(std::string_view)> out) {
  using namespace reporting;
  if (format == "json") return make_json_writer(std::move(out));
  if (format == "ndjson") return std::make_unique<PlainWriter>(std::move(out), append_ndjson, "");
  if (format == "csv" && options.profile.empty())
    return std::make_unique<PlainWriter>(std::move(out), append_csv, csv_head());
  return nullptr;
}

}  // namespace corroborate
