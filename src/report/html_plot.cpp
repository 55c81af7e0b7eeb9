#include "report/html_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "report/html_text.h"

namespace corroborate::reporting {
namespace {

// Percent of the drawing's width: outside of these, only arrows.
constexpr double left = 12, right = 86;
constexpr double left_end = 2, right_end = 98;

class Scale {
 public:
  explicit Scale(const Finding& finding) {
    for (const Position& position : finding.positions) {
      const Interval interval = bounds_of(finding, position);
      for (const double bound : {interval.low, interval.high}) {
        if (std::isfinite(bound)) bounds_.insert(bound);
      }
    }
  }

  const std::set<double>& bounds() const { return bounds_; }

  // Percent of the width.
  double at(double value) const {
    if (value == -unbounded) return left_end;
    if (value == unbounded) return right_end;
    const double low = *bounds_.begin(), high = *bounds_.rbegin();
    return low == high ? (left + right) / 2 : left + (right - left) * ((value - low) / (high - low));
  }

 private:
  std::set<double> bounds_;
};

std::string_view shape_in_words(const Interval& interval) {
  const bool below = std::isfinite(interval.low), above = std::isfinite(interval.high);
  if (!below && !above) return "no bounds";
  if (!above) return "a lower bound, open above";
  if (!below) return "an upper bound, open below";
  return interval.low == interval.high ? "one value" : "a range";
}

// A line through all rows at each bound: drawn in the first row, used again in the others.
std::string guides(const Scale& scale, const std::string& id, bool first) {
  if (!first) return fmt::format(R"(<use href="#{}"/>)", id);
  std::string out = fmt::format(R"(<g id="{}">)", id);
  for (const double bound : scale.bounds()) {
    out += fmt::format(R"(<line class="guide" x1="{0:.1f}%" x2="{0:.1f}%" y1="0" y2="100%"/>)", scale.at(bound));
  }
  return out + "</g>";
}

std::string arrow(double at, std::string_view path) {
  return fmt::format(R"(<svg x="{:.1f}%" y="50%"><path d="{}"/></svg>)", at, path);
}

// Dots stand at stated ends; between them, and to where an open end points, there is a line.
std::string drawing(const Interval& interval, const Scale& scale, std::uint32_t shape) {
  std::string out;
  const double from = scale.at(interval.low), to = scale.at(interval.high);
  if (interval.low < interval.high) {
    out += fmt::format(R"(<line class="bar" x1="{:.1f}%" x2="{:.1f}%" y1="50%" y2="50%"/>)", from, to);
  }
  if (interval.low == -unbounded) out += arrow(from, "M8-6L0 0L8 6");
  if (interval.high == unbounded) out += arrow(to, "M-8-6L0 0L-8 6");
  const auto dot = [&](double at) { out += fmt::format(R"(<use href="#shape{}" x="{:.1f}%" y="50%"/>)", shape, at); };
  if (std::isfinite(interval.low)) dot(from);
  if (std::isfinite(interval.high) && interval.low < interval.high) dot(to);
  return out;
}

std::string row(const HtmlIndex& index, const Place& place, std::uint32_t origin, const std::string& drawn) {
  const Finding& finding = index.report().findings[place.finding];
  const std::string value = escape(finding.positions[place.position].value);
  const std::string label = escape(index.report().origins[origin].label);
  return fmt::format(R"(<li><span class="label"><a href="#f{}p{}">{}</a> <span>{}{}</span></span>)"
                     R"(<span class="draw"><svg class="row {}" role="img" aria-label="{}">{}</svg></span></li>)",
                     place.finding, place.position, value, index.key_of(origin), label, index.colour_class(origin),
                     shape_in_words(bounds_of(finding, finding.positions[place.position])), drawn);
}

}  // namespace

std::string range_plot(const HtmlIndex& index, std::uint32_t number) {
  const Finding& finding = index.report().findings[number];
  const Scale scale(finding);
  if (scale.bounds().empty()) return {};
  const std::string id = fmt::format("f{}g", number);
  std::string rows;
  for (std::uint32_t p = 0; p < finding.positions.size(); ++p) {
    const Interval interval = bounds_of(finding, finding.positions[p]);
    for (const std::uint32_t origin : finding.positions[p].origins) {
      rows += row(index, {number, p}, origin,
                  guides(scale, id, rows.empty()) + drawing(interval, scale, index.shape_of(origin)));
    }
  }
  return "<figure class=\"plot\"><figcaption class=\"unseen\">Values on one scale</figcaption><ul>" + rows +
         "</ul></figure>\n";
}

}  // namespace corroborate::reporting
