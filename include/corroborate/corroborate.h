// The library's face: articles in, extractions, a report, text out.
//
//     bytes ─load→ Article ─extract→ Extraction ─reconcile→ Report ─write→ text | JSON
//
// extract, reconcile and the writers are pure: no files, no clock, no state; safe to call from many threads.
// Only load touches the outside; what it cannot read comes back as a Problem.
#pragma once

#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/article.h"
#include "corroborate/extraction.h"
#include "corroborate/problem.h"
#include "corroborate/report.h"
#include "corroborate/severity.h"

namespace corroborate {

// What it reads goes to one of these, in a fixed order (paths sorted by bytes within a folder).
struct Sink {
  std::function<void(Article&&)> article;
  std::function<void(Problem&&)> problem;
};

// How far reading has come. Standard input counts for nothing here.
struct LoadProgress {
  std::size_t files = 0, of_files = 0;
  std::uint64_t bytes = 0, of_bytes = 0;
};

struct LoadOptions {
  // Of a field ("text", "outlet", "published", …): the key or column that the files have for it.
  std::map<std::string, std::string, std::less<>> map;
  // That read files, the calling one among them: files are read ahead, but come in the same order.
  unsigned threads = 1;
  // Of the files in folders those alone whose name, or path within the folder where the pattern has a slash, fits one
  // of these (fnmatch(3)); after '!' what is not wanted.
  std::vector<std::string> globs = {};
  // One of input_types(): files in folders that are of another kind are passed over, named ones and standard input are
  // read as this; empty = by their content.
  std::string type = {};
  std::string except = {};  // a file that is not read though a folder holds it
  // Called after every file; where it is set, the files are counted first.
  std::function<void(const LoadProgress&)> progress = {};
};

// Words for what files can be read as: "text", "html", "feed" …
std::vector<std::string> input_types();

struct FoundFile {
  std::string path;
  std::string type;  // one of input_types(); empty = it is not read
  std::string why;   // then: in words
};

// The files that load would read or name, in its order, without reading more of them than their beginning.
std::vector<FoundFile> find_files(std::span<const std::string> paths, const LoadOptions& options = {});

// Reads files and, recursively, folders; "-" reads `input`, which may be of any format.
void load(std::span<const std::string> paths, std::istream& input, const Sink& sink, const LoadOptions& options = {});

// What one article says. The body is not kept in the result.
Extraction extract(const Article& article);

// What a line of an extraction is for: its lists can be read by anybody, or it is as short as reconcile can read it.
enum class LineForm { plain, packed };

struct StreamOptions {
  unsigned threads = 1;                // the calling one among them
  bool bodies = false;                 // each extraction has its article's body
  std::optional<LineForm> lines = {};  // and is written too, in this form
};

struct Extracted {
  Extraction extraction;
  std::string line;  // write_extraction of it, where lines were asked for
};

// Articles in as they come, what they say out in the same order. So many are under way at once that the threads are
// busy, and no more: who adds another waits, and works meanwhile. For use by one thread, on which `take` is called too.
class ExtractionStream {
 public:
  ExtractionStream(const StreamOptions& options, std::function<void(Extracted&&)> take);
  ~ExtractionStream();
  ExtractionStream(const ExtractionStream&) = delete;
  ExtractionStream& operator=(const ExtractionStream&) = delete;

  void add(Article&& article);
  void finish();  // hands on all that is left

 private:
  struct Queue;
  std::unique_ptr<Queue> queue_;
};

// Tokens, tags, lemmas and dependency trees of an article as CoNLL-U (https://universaldependencies.org/format.html),
// with TokenRange=START:END in code points of the body, end exclusive.
std::string parse_conllu(const Article& article);

class Frequencies;  // links.h
struct Link;

struct ReconcileOptions {
  // The rule that chooses the best figure: "none", "acled" (most conservative), "ucdp-like" (most reliable tier of
  // `sources`, else the lower figure), "gtd-like" (most recent, else most origins, else lowest).
  std::string best = "none";
  // Admiralty letter, A (reliable) to F (cannot be judged), of an outlet, a publisher or who is quoted, by its name or
  // id.
  std::map<std::string, char, std::less<>> sources;
  Levels levels = {};  // severity by rule
  // Bytes of another alignment model than the one linked in, aligned to four; empty or of another version = that one.
  std::string alignment = {};
  // Of the collection that the articles are some components of (links.h); null = the articles are all of it.
  const Frequencies* frequencies = nullptr;
  const std::vector<Link>* links = nullptr;
  unsigned threads = 1;  // the calling one among them; the report does not depend on it
  // Called after every story on the calling thread, with the articles of the stories that are done, and of all.
  std::function<void(std::size_t done, std::size_t of)> progress = {};
};

// Puts the claims about the same thing side by side. The result does not depend on the order of the input.
Report reconcile(std::vector<Extraction>&& extractions, const ReconcileOptions& options = {});

// One JSON object without a line end, and back, less what no report needs (data/schema/README.md); or what is wrong.
std::string write_extraction(const Extraction& extraction, LineForm form = LineForm::plain);
struct ExtractionOrError {
  Extraction extraction;
  std::string error;  // empty = read
};
ExtractionOrError read_extraction(std::string_view line);

// Lines of write_extraction in as they come, what they hold out in the same order; otherwise as ExtractionStream.
class LineStream {
 public:
  // `take` is given the line too.
  LineStream(unsigned threads, std::function<void(ExtractionOrError&&, std::string_view line)> take);
  ~LineStream();
  LineStream(const LineStream&) = delete;
  LineStream& operator=(const LineStream&) = delete;

  void add(std::string&& line);
  void finish();

 private:
  struct Queue;
  std::unique_ptr<Queue> queue_;
};

// Names of the report's formats, in the order of the help text; "text" and "json" among them.
std::vector<std::string> report_formats();

// What of a report is wanted.
struct Selection {
  std::optional<Verdict> only;  // findings of this verdict
  std::string property;         // findings whose property or population has this word ("killed", "soldier")
  unsigned min_origins = 0;     // findings that so many origins stand behind
};

// Takes all other findings off the report, and says how many those were. Claims, articles and origins stay.
std::size_t select(Report& report, const Selection& selection);

// The words that Selection::property can be, sorted.
std::vector<std::string> property_words(const Report& report);

// Within a verdict: people killed and hurt, then money and large counts, then the rest by how many origins differ · by
// how many origins differ · by id.
enum class Order { consequence, origins, name };

struct WriteOptions {
  bool colour = false;
  unsigned width = 80;               // columns
  bool all = false;                  // every finding, also those in agreement and single ones, with all their quotes
  std::string profile = {};          // of CSV: "ucdp-like", "acled", "ibc"; empty = one row a claim
  Order order = Order::consequence;  // of text, Markdown and HTML; the others keep to the report's
  // Of text alone:
  bool brief = false;      // what conflicts and what is agreed on, a line each, and nothing else
  bool paths = false;      // at the end the articles with their paths and days, and what was copied; `all` does so too
  std::string links = {};  // the folder, absolute, that relative paths start from: places become hyperlinks (OSC 8)
  std::size_t left_out = 0;  // findings that a selection took off: said below the counts
};

// The report in one format; empty for a name that report_formats() does not list.
std::string write_report(const Report& report, std::string_view format, const WriteOptions& options);

// The derivation of one finding in words, or empty when the report has no such id.
std::string explain(const Report& report, std::string_view finding_id);

// "0.1.0"
std::string_view version();

}  // namespace corroborate
