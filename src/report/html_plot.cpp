#include "report/html_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "report/html_text.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// Percent of the drawing's width: outside of these, only arrows.
constexpr double left = 12, right = 86;
constexpr double left_end = 2, right_end = 98;

// Whether nothing says that it is of the same thing as any other: a figure of the background, which would stretch the
// scale.
bool is_apart(const Finding& finding, std::uint32_t position) {
  bool alone = false;
  for (const PairRelation& relation : finding.relations) {
    if (relation.a != position && relation.b != position) continue;
    if (relation.reason != Reason::apart) return false;
    alone = true;
  }
  return alone;
}

std::vector<std::uint32_t> drawn_positions(const Finding& finding) {
  std::vector<std::uint32_t> drawn;
  for (std::uint32_t position = 0; position < finding.positions.size(); ++position)
    if (!is_apart(finding, position)) drawn.push_back(position);
  return drawn;
}

class Scale {
 public:
  Scale(const Finding& finding, const std::vector<std::uint32_t>& positions) {
    for (const std::uint32_t position : positions) {
      const Interval interval = bounds_of(finding, finding.positions[position]);
      for (const double bound : {interval.low, interval.high}) {
        if (std::isfinite(bound)) bounds_.insert(bound);
      }
    }
    constexpr double wide = 10;  // times the lowest; on an even scale the low ones would lie on one point
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

std::string tick(double at, std::string_view words) {
  return fmt::format(R"(<text x="{:.1f}%" y="14">{}</text>)", at, words);
}

// "1,000"
std::string with_commas(double number) {
  std::string digits = fmt::format("{:.0f}", number);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
  return digits;
}

// The ends in the words that they have there; on a logarithmic scale also the powers of ten that lie well between.
std::string axis(const Finding& finding, const Scale& scale) {
  constexpr double room = 12, most = 1e15;  // percent of the width; past it no count is exact
  const double low = *scale.bounds().begin(), high = *scale.bounds().rbegin();
  std::string ticks = tick(left, value_at(finding, low));
  double last = left;
  for (double power = 1; scale.is_logarithmic() && power < high && power < most; power *= 10) {
    if (power <= low || scale.at(power) < last + room || scale.at(power) > right - room) continue;
    last = scale.at(power);
    ticks += tick(last, with_commas(power));
  }
  return fmt::format(
      R"(<li class="axis" aria-hidden="true"><span></span><span class="draw"><svg class="row">{}{}</svg></span></li>)",
      ticks, tick(right, value_at(finding, high)));
}

std::string caption_of(const Scale& scale, std::size_t left_out) {
  std::string words = scale.is_logarithmic() ? "A logarithmic scale: each step the same number of times more" : "";
  if (left_out > 0)
    words += fmt::format("{}{} not drawn: perhaps not of the same thing", words.empty() ? "" : ". ",
                         count_of(left_out, "value"));
  return words.empty() ? "<figcaption class=\"unseen\">Values on one scale</figcaption>"
                       : "<figcaption>" + words + "</figcaption>";
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

// "port authority, dockers' union +2", each with its key.
std::string who_says(const HtmlIndex& index, const Position& position) {
  constexpr std::size_t most = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, position.origins.size()); ++i)
    out += (i == 0 ? "" : ", ") + index.key_of(position.origins[i]) +
           escape(index.report().origins[position.origins[i]].label);
  return position.origins.size() > most ? out + fmt::format(" +{}", position.origins.size() - most) : out;
}

// In the colour and shape of the first who says it.
std::string row(const HtmlIndex& index, const Place& place, const Scale& scale, const std::string& guiding) {
  const Finding& finding = index.report().findings[place.finding];
  const Position& position = finding.positions[place.position];
  const Interval interval = bounds_of(finding, position);
  const auto nobody = static_cast<std::uint32_t>(index.report().origins.size());
  const std::uint32_t first = position.origins.empty() ? nobody : position.origins.front();
  return fmt::format(R"(<li><span class="label"><a href="#f{}p{}">{}</a> <span>{}</span></span>)"
                     R"(<span class="draw"><svg class="row {}" role="img" aria-label="{}">{}{}</svg></span></li>)",
                     place.finding, place.position, escape(value_in_words(finding, position)),
                     who_says(index, position), index.colour_class(first), shape_in_words(interval), guiding,
                     drawing(interval, scale, index.shape_of(first)));
}

}  // namespace

std::string range_plot(const HtmlIndex& index, std::uint32_t number) {
  const Finding& finding = index.report().findings[number];
  const std::vector<std::uint32_t> drawn = drawn_positions(finding);
  const Scale scale(finding, drawn);
  if (drawn.size() < 2 || scale.bounds().size() < 2) return {};
  const std::string id = fmt::format("f{}g", number);
  std::string rows;
  for (const std::uint32_t p : drawn) rows += row(index, {number, p}, scale, guides(scale, id, rows.empty()));
  return fmt::format("<figure class=\"plot\">{}<ul>{}{}</ul></figure>\n",
                     caption_of(scale, finding.positions.size() - drawn.size()), rows, axis(finding, scale));
}

}  // namespace corroborate::reporting
