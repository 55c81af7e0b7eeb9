// Reports on more than fits in memory: articles kept as lines, the report handed on story by story.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"

namespace corroborate {

// One story of a report as a report of its own: its numbers refer to itself, its ids are those of the whole. Articles
// have no `name` and `file` yet, and there are neither copies nor problems.
struct StoryReport {
  Report report;
  std::vector<std::uint32_t> articles;  // of each article its number in the whole report, ascending
};

using TakeStory = std::function<void(StoryReport&&)>;

struct ArchiveOptions {
  bool bodies = false;                      // articles keep their texts, where the lines have them
  std::size_t most_in_memory = 16'000'000;  // bytes of lines; more are kept in a temporary file (TMPDIR) without a name
};

// Lines of write_extraction, kept as they are; in memory stays only what tells stories apart. For use by one thread.
class LineArchive {
 public:
  explicit LineArchive(const ArchiveOptions& options = {});
  ~LineArchive();
  LineArchive(const LineArchive&) = delete;
  LineArchive& operator=(const LineArchive&) = delete;

  // `extraction` is what read_extraction found in `line`. No two may have one id.
  void add(std::string_view line, Extraction&& extraction);
  std::size_t size() const;
  // Why lines could not be kept or read again: a report on them is worthless then.
  std::optional<Problem> trouble() const;

  struct Parts;
  Parts& parts() { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

// As reconcile of all extractions; of what it compares only a few stories are in memory at a time. Each is handed on in
// the order of the report, on the calling thread; what is returned is the rest: no claims and no findings.
Report reconcile(LineArchive& archive, const ReconcileOptions& options, const TakeStory& take);
Report reconcile(std::vector<Extraction>&& extractions, const ReconcileOptions& options, const TakeStory& take);
// The whole report.
Report reconcile(LineArchive& archive, const ReconcileOptions& options = {});

// Writes a report while it is made. `out` receives the text piece by piece.
class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  virtual void add(const StoryReport& story) = 0;
  // `rest`: what reconcile returns when the last story was handed on. Returns why what was written is not whole.
  virtual std::optional<Problem> finish(const Report& rest) = 0;
};

// Null where the format needs the whole report ("json", "ndjson" and "csv" do not).
std::unique_ptr<ReportWriter> make_report_writer(std::string_view format, const WriteOptions& options,
                                                 std::function<void(std::string_view)> out);

}  // namespace corroborate
