#include "load/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include "load/bytes.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "load/run_tool.h"
#include "load/stated_day.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

constexpr std::size_t max_pdf_bytes = max_json_line_bytes;  // with its pictures
constexpr int max_seconds = 20;                             // a newspaper page takes a tenth of one
constexpr std::size_t edge_lines = 2;                       // at the top and at the foot of a page

std::string unescape(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> names = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto name =
        std::ranges::find_if(names, [&](const auto& each) { return text.substr(at).starts_with(each.first); });
    out += name == names.end() ? text[at] : name->second;
    at += name == names.end() ? 1 : name->first.size();
  }
  return out;
}

std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const auto from = text.find(begin);
  if (from == std::string_view::npos) return {};
  text.remove_prefix(from + begin.size());
  return text.substr(0, text.find(end));
}

using Lines = std::vector<std::string_view>;

std::vector<Lines> pages_of(std::string_view text) {
  std::vector<Lines> pages(1);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of("\n\f", begin), text.size());
    pages.back().push_back(trim(text.substr(begin, end - begin)));
    if (end < text.size() && text[end] == '\f') pages.emplace_back();
    begin = end + 1;
  }
  return pages;
}

// Without lines that are blank at either end.
void strip(Lines& lines) {
  const auto is_blank = [](std::string_view line) { return line.empty(); };
  lines.erase(lines.begin(), std::ranges::find_if_not(lines, is_blank));
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
}

// The lines at the edges of a page that are not blank, by number.
std::vector<std::size_t> edges_of(const Lines& lines) {
  std::set<std::size_t> edges;
  for (std::size_t i = 0, seen = 0; i < lines.size() && seen < edge_lines; ++i)
    if (!lines[i].empty()) edges.insert(i), ++seen;
  for (std::size_t i = lines.size(), seen = 0; i-- > 0 && seen < edge_lines;)
    if (!lines[i].empty()) edges.insert(i), ++seen;
  return {edges.begin(), edges.end()};
}

// With every digit alike: "Page 1 of 7" repeats as "Page 2 of 7".
std::string shape_of(std::string_view line) {
  std::string shape = text::lower(line);
  std::ranges::replace_if(
      shape, [](char c) { return '0' <= c && c <= '9'; }, '0');
  return shape;
}

// "3", "3/7", "Page 3 of 7", "- 3 -", "11/27/26, 12:29 AM", "https://tern.example/a".
bool is_furniture(std::string_view line) {
  std::string shape = shape_of(line);
  if (shape.find(' ') == std::string::npos && shape.find("://") != std::string::npos) return true;
  for (const std::string_view word : {"page", "of", "am", "pm"})
    if (const auto at = shape.find(word); at != std::string::npos) shape.erase(at, word.size());
  return shape.find('0') != std::string::npos && shape.find_first_not_of("0 /-,:.|") == std::string::npos &&
         shape.size() <= 24;
}

void drop_furniture(std::vector<Lines>& pages) {
  std::map<std::string, std::size_t> times;  // pages that have the shape at an edge
  for (const Lines& page : pages) {
    std::set<std::string> shapes;
    for (const std::size_t line : edges_of(page)) shapes.insert(shape_of(page[line]));
    for (const std::string& shape : shapes) ++times[shape];
  }
  for (Lines& page : pages) {
    for (const std::size_t line : edges_of(page))
      if (times[shape_of(page[line])] > 1 || is_furniture(page[line])) page[line] = {};
    strip(page);
  }
}

bool ends_sentence(std::string_view line) {
  constexpr std::array<std::string_view, 6> ends = {".", "!", "?", "\"", "\u201d", ":"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return line.ends_with(end); });
}

// A sentence goes on over the end of a page.
std::string join(const std::vector<Lines>& pages) {
  std::string text;
  bool ended = true;
  for (const Lines& page : pages) {
    if (page.empty()) continue;
    if (!text.empty() && ended) text += '\n';
    for (const auto line : page) text.append(line) += '\n';
    ended = ends_sentence(page.back());
  }
  return text;
}

std::string fault_of(const ToolRun& run) {
  switch (run.end) {
    case ToolRun::End::missing:
      return "PDF is not read: pdftotext is not installed (expected it in PATH; Debian package poppler-utils)";
    case ToolRun::End::too_long:
      return fmt::format("PDF: pdftotext took more than {} s (the limit)", max_seconds);
    case ToolRun::End::too_large:
      return fmt::format("PDF: more than {} MB of text, the limit for one article", max_article_bytes / 1'000'000);
    case ToolRun::End::failed:
      return "broken or protected PDF (expected one that pdftotext opens)";
    case ToolRun::End::done:
      break;
  }
  return {};
}

}  // namespace

Article read_pdf_text(std::string_view page) {
  Article article;
  const auto body = page.find("<pre>");
  const std::string_view head = page.substr(0, body);
  article.title = unescape(trim(between(head, "<title>", "</title>")));
  const std::string made = unescape(between(head, "<meta name=\"CreationDate\" content=\"", "\""));
  if (const auto day = read_stated_day(made))
    article.addressed = PublishedDay{*day, DayBasis::file, fmt::format("the PDF was created {}", made)};
  if (body == std::string_view::npos) return article;
  const std::string text = unescape(page.substr(body + 5, page.rfind("</pre>") - body - 5));
  std::vector<Lines> pages = pages_of(text);
  drop_furniture(pages);
  article.body = join(pages);
  return article;
}

bool sniff_pdf(const Head& head) { return head.bytes.starts_with("%PDF-"); }

void read_pdf(Source& source) {
  const std::string bytes = read_all(source.in, max_pdf_bytes);
  if (bytes.size() > max_pdf_bytes)
    return source.intake.problem(source.path, 0,
                                 fmt::format("a PDF larger than {} MB (the limit)", max_pdf_bytes / 1'000'000));
  const ToolRun run =
      run_tool({"pdftotext", "-htmlmeta", "-enc", "UTF-8", "-q", "-", "-"}, bytes, {max_article_bytes, max_seconds});
  if (run.end != ToolRun::End::done) return source.intake.problem(source.path, 0, fault_of(run));
  Article article = read_pdf_text(decode_bytes(run.output, "utf-8").text);
  if (trim(article.body).empty()) article.body.clear();
  source.accept(std::move(article), "a PDF without text (expected words, not pictures of them)");
}

}  // namespace corroborate::loading
