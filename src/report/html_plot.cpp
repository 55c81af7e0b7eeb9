#include "report/html_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "report/html_text.h"
#include "report/words.h"

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
    constexpr double wide = 50;  // times the lowest; on an even scale the low ones would lie on one point
    logarithmic_ = bounds_.size() > 2 && *bounds_.begin() > 0 && *bounds_.rbegin() / *bounds_.begin() >= wide;
  }

  bool is_logarithmic() const { return logarithmic_; }

  const std::set<double>& bounds() const { return bounds_; }

  // Percent of the width.
  double at(double value) const {
    if (value == -unbounded) return left_end;
    if (value == unbounded) return right_end;
    const double low = place_of(*bounds_.begin()), high = place_of(*bounds_.rbegin());
    value = place_of(value);
    return low == high ? (left + right) / 2 : left + (right - left) * ((value - low) / (high - low));
  }

 private:
  double place_of(double value) const { return logarithmic_ ? std::log10(value) : value; }

  std::set<double> bounds_;
  bool logarithmic_ = false;
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

// The value that is at an end of the scale, in the words that it has there.
std::string value_at(const Finding& finding, double bound) {
  const auto position = std::ranges::find_if(finding.positions, [&](const Position& known) {
    const Interval interval = bounds_of(finding, known);
    return interval.low == bound || interval.high == bound;
  });
  return position == finding.positions.end() ? std::string() : escape(value_in_words(finding, *position));
}

std::string axis(const Finding& finding, const Scale& scale) {
  if (scale.bounds().size() < 2) return {};
  return fmt::format(
      R"(<li class="axis" aria-hidden="true"><span></span><span class="draw"><span>{}</span><span>{}</span></span></li>)",
      value_at(finding, *scale.bounds().begin()), value_at(finding, *scale.bounds().rbegin()));
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
  const std::string value = escape(value_in_words(finding, finding.positions[place.position]));
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
  const std::string_view caption =
      scale.is_logarithmic() ? "<figcaption>A logarithmic scale: each step the same number of times more</figcaption>"
                             : "<figcaption class=\"unseen\">Values on one scale</figcaption>";
  return fmt::format("<figure class=\"plot\">{}<ul>{}{}</ul></figure>\n", caption, rows, axis(finding, scale));
}

}  // namespace corroborate::reporting
