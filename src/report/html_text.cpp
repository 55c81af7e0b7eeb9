#include "report/html_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/text_layout.h"

namespace corroborate::reporting {
namespace {

using Range = std::pair<std::size_t, std::size_t>;  // bytes, end exclusive

// Where the quotes stand in the text, in order, apart from each other.
std::vector<Range> ranges_of(const std::string& text, const std::vector<std::string_view>& quotes) {
  std::vector<Range> found;
  for (const std::string_view quote : quotes) {
    const std::string words = clean(quote);
    const auto at = text.find(words);
    if (!words.empty() && at != std::string::npos) found.emplace_back(at, at + words.size());
  }
  std::sort(found.begin(), found.end());
  std::vector<Range> apart;
  for (const Range& range : found) {
    if (!apart.empty() && range.first < apart.back().second) {
      apart.back().second = std::max(apart.back().second, range.second);
    } else {
      apart.push_back(range);
    }
  }
  return apart;
}

bool has_scheme(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), url.begin(), [](char a, char b) {
           return a == ('A' <= b && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string escape_part(std::string_view text) {
  if (text.empty()) return {};
  const auto is_blank = [](char c) { return c == ' ' || ('\t' <= c && c <= '\r'); };
  const std::string words = escape(text);
  if (words.empty()) return " ";
  return (is_blank(text.front()) ? " " : "") + words + (is_blank(text.back()) ? " " : "");
}

std::string outside_link(std::string_view url, std::string_view text) {
  if (!has_scheme(url, "http://") && !has_scheme(url, "https://")) return escape(text);
  return fmt::format(R"(<a href="{}" rel="noopener noreferrer">{}</a>)", escape(url), escape(text));
}

std::string marked(std::string_view context, const std::vector<std::string_view>& quotes) {
  const std::string text = clean(context);
  std::string out;
  std::size_t done = 0;
  const auto add = [&](std::size_t begin, std::size_t end) { out += escape_part(text.substr(begin, end - begin)); };
  for (const auto& [begin, end] : ranges_of(text, quotes)) {
    add(done, begin);
    out += "<mark>" + escape(text.substr(begin, end - begin)) + "</mark>";
    done = end;
  }
  add(done, text.size());
  return out;
}

std::string marked_excerpt(std::string_view context, std::string_view quote, std::size_t reach) {
  const Excerpt shown = excerpt(clean(context), clean(quote), reach);
  return marked(shown.before + shown.quote + shown.after, {shown.quote});
}

}  // namespace corroborate::reporting
