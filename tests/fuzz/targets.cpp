#include "fuzz/targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "corroborate/check.h"
#include "corroborate/corroborate.h"
#include "fuzz/line_mutation.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/http_response.h"
#include "load/intake.h"
#include "load/limits.h"
#include "load/pdf.h"
#include "load/side_table.h"
#include "load/stated_day.h"
#include "text/utf8.h"

namespace corroborate::fuzz {
namespace {

// What comes through the gate, and what is said of the rest.
struct Taken {
  std::vector<Article> articles;
  std::vector<Problem> problems;
  Sink sink{[this](Article&& article) { articles.push_back(std::move(article)); },
            [this](Problem&& problem) { problems.push_back(std::move(problem)); }};
  Taken() = default;
  Taken(const Taken&) = delete;
  Taken& operator=(const Taken&) = delete;
};

// A line that can be read, and that says the same when it is written again.
std::string find_fault_in_line(const Extraction& extraction) {
  for (const LineForm form : {LineForm::plain, LineForm::packed}) {
    const std::string line = write_extraction(extraction, form);
    const ExtractionOrError read = read_extraction(line);
    if (!read.error.empty()) return fmt::format("its own line is not read: {}", read.error);
    if (write_extraction(read.extraction, form) != line) return "its line says something else when written again";
  }
  return {};
}

std::string find_fault(const Article& article) {
  if (article.body.empty() || article.id.empty()) return "an article without text or id";
  if (text::find_invalid(article.body) < article.body.size()) return "a body that is no UTF-8";
  Extraction bare;
  bare.article = article;
  return find_fault_in_line(bare);
}

// Nothing is lost in silence, and what is read can be used.
std::string find_fault(const Taken& taken) {
  if (taken.articles.empty() && taken.problems.empty()) return "neither an article nor a word on why there is none";
  for (const Problem& problem : taken.problems)
    if (problem.message.empty() || problem.path.empty()) return "a problem without words or place";
  for (const Article& article : taken.articles)
    if (auto fault = find_fault(article); !fault.empty()) return fault;
  return {};
}

// Reads the bytes as one row of the table of formats does, whatever they look like; the row's sniff sees them too.
void read_as(const loading::Format& format, std::string_view bytes, const Sink& sink) {
  const auto& endings = format.endings;
  const std::string ending(endings.substr(1, endings.find(' ', 1) - 1));
  const loading::FieldMap map;
  format.sniff({bytes.substr(0, loading::head_bytes), ending, map});
  loading::Intake intake({[&](Article&& article, std::uint32_t) { sink.article(std::move(article)); }, sink.problem});
  std::istringstream in{std::string(bytes)};
  loading::Source source{"input." + ending, "input", in, intake, {}, map};
  format.read(source);
}

Target format_target(std::string_view name, std::string_view row) {
  const auto& table = loading::formats();
  const auto format = std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.name == row; });
  return {name, [format](std::string_view bytes) {
            Taken taken;
            read_as(*format, bytes, taken.sink);
            return find_fault(taken);
          }};
}

std::string read_http(std::string_view bytes) {
  const auto response = loading::read_http_response(std::string(bytes));
  const auto text = loading::decode_bytes(response.body, response.charset).text;
  return text::find_invalid(text) < text.size() ? "a decoded body that is no UTF-8" : std::string{};
}

// The first line names the encoding, as a page or a declaration does.
std::string decode(std::string_view bytes) {
  const auto end = std::min(bytes.find('\n'), bytes.size());
  const std::string rest(bytes.substr(std::min(end + 1, bytes.size())));
  const auto decoded = loading::decode_bytes(rest, std::string(bytes.substr(0, end)));
  if (text::find_invalid(decoded.text) < decoded.text.size()) return "a decoded text that is no UTF-8";
  return decoded.text.empty() && rest.size() > text::byte_order_mark.size() ? "a text that is lost" : std::string{};
}

std::string read_days(std::string_view bytes) {
  loading::StatedDays days;
  days.add(loading::DayTrust::meta, "day", bytes);
  loading::find_day_in_path(bytes);
  return days.best().has_value() == loading::read_stated_day(bytes).has_value() ? std::string{}
                                                                                : "a stated day is lost";
}

// What pdftotext prints; the program itself is no part of ours.
std::string read_pdf_words(std::string_view bytes) {
  const auto text = loading::decode_bytes(std::string(bytes), "utf-8").text;
  const Article article = loading::read_pdf_text(text);
  const bool utf8 = text::find_invalid(article.body) == article.body.size() &&
                    text::find_invalid(article.title) == article.title.size();
  return utf8 ? std::string{} : "words that are no UTF-8";
}

std::string read_table(std::string_view bytes) {
  Taken taken;
  std::istringstream in{std::string(bytes)};
  for (const auto& [path, article] : loading::read_side_table(in, "nowhere/articles.tsv", taken.sink)) {
    Extraction bare;
    bare.article = article;
    if (auto fault = find_fault_in_line(bare); !fault.empty()) return fault;
  }
  return {};
}

// The report on all of it in every format.
std::string find_fault_in_report(std::vector<Extraction>&& extractions) {
  const Report report = reconcile(std::move(extractions));
  for (const std::string& format : report_formats())
    if (write_report(report, format, {}).empty() && format != "ndjson" && format != "github") return "an empty report";
  for (const Finding& finding : report.findings)
    if (explain(report, finding.id).empty()) return "a finding that cannot be explained";
  return {};
}

std::string reconcile_lines(std::string_view bytes) {
  std::vector<Extraction> extractions;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    ExtractionOrError read = read_extraction(bytes.substr(begin, end - begin));
    begin = end + 1;
    if (!read.error.empty()) continue;
    if (auto fault = find_fault_in_line(read.extraction); !fault.empty()) return fault;
    read.extraction.article.id = fmt::format("{}", extractions.size());  // the command sees to it that ids differ
    extractions.push_back(std::move(read.extraction));
  }
  return find_fault_in_report(std::move(extractions));
}

std::string extract_text(std::string_view bytes) {
  Taken taken;
  read_as(loading::formats().back(), bytes, taken.sink);
  std::vector<Extraction> extractions;
  for (const Article& article : taken.articles) {
    extractions.push_back(extract(article));
    if (auto fault = find_fault_in_line(extractions.back()); !fault.empty()) return fault;
    const auto size = text::count_code_points(article.body);
    for (const Claim& claim : extractions.back().claims)
      if (claim.span.begin > claim.span.end || claim.span.end > size) return "a claim outside the text";
    extractions.push_back(extractions.back());  // the same words from somebody else
    extractions.back().article.id += "+";
  }
  return find_fault_in_report(std::move(extractions));
}

// Two articles about one fire, with everything that a claim can have.
const std::vector<ArticleText>& fire_texts() {
  static const std::vector<ArticleText> texts = {
      {"a.txt", "A fire in Port Ellan killed nine dockers on Monday, the port authority said."},
      {"b.txt", "A fire in Port Ellan killed 12 dockers on Monday, the dockers' union said."}};
  return texts;
}

Extraction extract_text_of(const ArticleText& text) {
  Article article;
  article.id = article.path = text.id;
  article.body = text.body;
  return extract(article);
}

// Lines of real articles, changed as the bytes say: whatever comes through the door can be reported on.
std::string reconcile_mutated(std::string_view bytes) {
  static const std::string lines = [] {
    constexpr std::string_view more =
        " \u201cAbout 200 others were hurt,\u201d Orla Holm, 44, of the Ellan Coast Guard told Skerry Radio on "
        "Tuesday. "
        "The fire broke out at 6 a.m. It was not deliberate, police said, and cost more than $3 million.\nThe dock, "
        "27 kilometers from Varna Ford, had reopened two days earlier.";
    std::string all;
    for (ArticleText text : fire_texts()) {
      text.body += more;
      const LineForm form = all.empty() ? LineForm::plain : LineForm::packed;
      all += write_extraction(extract_text_of(text), form) + "\n";
    }
    return all;
  }();
  return reconcile_lines(mutate_lines(lines, bytes));
}

// A table of expected verdicts on two articles that agree in one thing and conflict in another.
std::string check_table(std::string_view bytes) {
  static const std::vector<ArticleText>& texts = fire_texts();
  static const Report report = [] {
    std::vector<Extraction> extractions;
    for (const ArticleText& text : texts) extractions.push_back(extract_text_of(text));
    return reconcile(std::move(extractions));
  }();
  const CheckResult result = check_expected(bytes, "expected.tsv", report, texts);
  if (result.updated.empty()) return result.unusable.empty() ? "a table that is refused without a word" : std::string{};
  return check_expected(result.updated, "expected.tsv", report, texts).unexpected.empty()
             ? std::string{}
             : "an updated table that does not hold";
}

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> table = {
      format_target("text", "text"),
      format_target("html", "HTML"),
      format_target("feed", "RSS or Atom"),
      format_target("nitf", "NITF"),
      format_target("newsml", "NewsML-G2"),
      format_target("json", "JSON"),
      format_target("json-lines", "JSON Lines"),
      format_target("csv", "CSV"),
      format_target("eml", "message"),
      format_target("warc", "WARC"),
      format_target("archive", "archive"),
      format_target("docx", "Word"),
      {"pdf-text", read_pdf_words},
      format_target("compressed", "compressed"),
      {"http", read_http},
      {"encoding", decode},
      {"days", read_days},
      {"side-table", read_table},
      {"extract", extract_text},
      {"reconcile", reconcile_lines},
      {"lines", reconcile_mutated},
      {"check", check_table},
  };
  return table;
}

}  // namespace corroborate::fuzz
