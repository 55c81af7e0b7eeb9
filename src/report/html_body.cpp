// The text of an article in the HTML report, line by line as the file has it: what was read as a claim is marked, and
// each mark leads to the findings that it feeds.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "corroborate/names.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/words.h"
#include "text/utf8.h"

namespace corroborate::reporting {
namespace {

// Bytes of the body, end exclusive, and the claims that lie in them, in text order.
struct Mark {
  std::size_t begin = 0, end = 0;
  std::vector<std::uint32_t> claims;
};

// Apart from each other and in text order: claims that overlap share one. A claim that is not of this text has none.
std::vector<Mark> marks_of(const HtmlIndex& index, std::uint32_t article, std::string_view body) {
  const text::PositionIndex places(body);
  const auto& all = index.report().claims;
  std::vector<std::uint32_t> claims = index.claims_of_article(article);
  const auto order = [&](std::uint32_t claim) {
    return std::make_tuple(all[claim].span.begin, all[claim].span.end, claim);
  };
  std::ranges::sort(claims, {}, order);
  std::vector<Mark> marks;
  for (const std::uint32_t claim : claims) {
    const std::size_t begin = places.byte_offset(all[claim].span.begin), end = places.byte_offset(all[claim].span.end);
    if (begin >= end) continue;
    if (marks.empty() || begin >= marks.back().end) marks.push_back({begin, begin, {}});
    marks.back().end = std::max(marks.back().end, end);
    marks.back().claims.push_back(claim);
  }
  return marks;
}

// To each finding that the claim feeds; the first link is where its quotes lead to.
std::string links_of(const HtmlIndex& index, std::uint32_t number) {
  const Report& report = index.report();
  std::string out;
  for (const Place& place : index.uses_of(number)) {
    const Finding& finding = report.findings[place.finding];
    out += fmt::format(R"(<a{} href="#f{}p{}" title="{}: {}">↑</a>)",
                       out.empty() ? fmt::format(R"( id="c{}")", number) : "", place.finding, place.position,
                       name_of(finding.verdict), escape(topic_of(finding)));
  }
  return out;
}

class Body {
 public:
  Body(const HtmlIndex& index, std::uint32_t article)
      : index_(index),
        number_of_article_(article),
        article_(index.report().articles[article]),
        marks_(marks_of(index, article, article_.body)) {}

  std::string html() {
    const std::string_view body = article_.body;
    std::uint32_t line = 0;  // of the text
    for (std::size_t begin = 0; begin < body.size(); ++line) {
      const std::size_t end = std::min(body.find('\n', begin), body.size());
      add_line(begin, end, line < article_.lines.size() ? article_.lines[line] : article_.first_line + line);
      begin = end + 1;
    }
    return "<ol class=\"text\">\n" + out_ + "</ol>" + unmarked();
  }

 private:
  void add_line(std::size_t begin, std::size_t end, std::uint32_t number) {
    const std::string_view line = std::string_view(article_.body).substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    out_ += number == counted_ + 1 ? "<li>" : fmt::format(R"(<li value="{}">)", number);
    counted_ = number;
    for (std::size_t at = begin; at < end;) {
      while (next_ < marks_.size() && marks_[next_].end <= at) ++next_;
      const Mark* mark = next_ < marks_.size() && marks_[next_].begin < end ? &marks_[next_] : nullptr;
      const std::size_t from = mark == nullptr ? end : std::max(mark->begin, at);
      if (from > at) add_words(at, from);
      at = mark == nullptr ? end : add_mark(*mark, from, std::min(mark->end, end));
    }
    out_ += "</li>\n";
  }

  void add_words(std::size_t begin, std::size_t end) {
    out_ += escape_part(std::string_view(article_.body).substr(begin, end - begin));
  }

  // A mark that goes on in the next line has its links in the first. Returns where the words go on.
  std::size_t add_mark(const Mark& mark, std::size_t from, std::size_t to) {
    std::string links;
    for (const std::uint32_t claim : mark.claims) links += links_of(index_, claim);
    const std::string_view element = links.empty() ? "u" : "mark";  // a claim that meets no other is no more than told
    out_ += fmt::format("<{}>", element);
    add_words(from, to);
    out_ += fmt::format("{}</{}>", linked_ <= next_ ? links : "", element);
    linked_ = next_ + 1;
    return to;
  }

  // Claims of lines that were put together with another text lead on all the same.
  std::string unmarked() const {
    std::set<std::uint32_t> marked;
    for (const Mark& mark : marks_) marked.insert(mark.claims.begin(), mark.claims.end());
    std::string links;
    for (const std::uint32_t claim : index_.claims_of_article(number_of_article_)) {
      if (!marked.contains(claim)) links += links_of(index_, claim);
    }
    return links.empty() ? links : "<p>Not in this text: " + links + "</p>";
  }

  const HtmlIndex& index_;
  std::uint32_t number_of_article_;
  const ReportArticle& article_;
  const std::vector<Mark> marks_;
  std::size_t next_ = 0;       // the first mark that ends behind the words written
  std::size_t linked_ = 0;     // marks whose links are written
  std::uint32_t counted_ = 0;  // the last line written, by its number in the file
  std::string out_;
};

}  // namespace

std::string html_body(const HtmlIndex& index, std::uint32_t article) { return Body(index, article).html(); }

}  // namespace corroborate::reporting
