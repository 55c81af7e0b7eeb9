#include "report/text_finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::size_t margin = 2;
constexpr std::size_t widest_value = 24;   // columns; a longer value gets a line of its own
constexpr std::size_t reach = 60;          // columns of context on either side of a quote
constexpr std::size_t most_relations = 6;  // reasons listed for one finding; more positions than that are rarely read

constexpr auto no_limit = std::numeric_limits<std::size_t>::max();

std::size_t quotes_wanted(const Finding& finding, const WriteOptions& options) {
  if (options.all) return no_limit;
  switch (finding.verdict) {
    case Verdict::conflict:
      return 4;
    case Verdict::compatible:
      return 1;
    case Verdict::agree:
      return 1;
    case Verdict::single:
      return 1;
  }
  return 0;
}

std::string verdict_word(Verdict verdict, const Style& style) {
  switch (verdict) {
    case Verdict::conflict:
      return style.conflict("CONFLICT");
    case Verdict::compatible:
      return style.compatible("COMPATIBLE");
    case Verdict::agree:
      return style.agree("AGREE");
    case Verdict::single:
      return style.heading("SINGLE");
  }
  return {};
}

class FindingWriter {
 public:
  FindingWriter(const Report& report, const Finding& finding, const WriteOptions& options)
      : report_(report),
        finding_(finding),
        options_(options),
        style_(options.colour),
        limit_(quotes_wanted(finding, options)) {
    for (const Position& position : finding.positions) {
      const std::size_t width = width_of(clean(position.value));
      if (width <= widest_value) value_width_ = std::max(value_width_, width);
    }
  }

  std::string write() {
    line(fmt::format("{}  {}   {}", verdict_word(finding_.verdict, style_), style_.heading(topic_of(finding_)),
                     event_in_words(report_.events[finding_.event])),
         {options_.width, 0, 4});
    for (const Position& position : finding_.positions) write_position(position);
    write_relations();
    write_timeline();
    line(counts_in_words(finding_) + "; " + grade_in_words(finding_), {options_.width, margin, margin + 2});
    line(style_.dim(clean(finding_.id)), {options_.width, margin, margin + 2});
    return std::move(out_);
  }

 private:
  void line(std::string_view text, const Frame& frame) { out_ += wrap(text, frame); }

  std::size_t column() const { return margin + value_width_ + 2; }

  // Claims of one position under the voice that states them, in the order of their first claim.
  void write_position(const Position& position) {
    std::string value = clean(position.value);
    if (width_of(value) > value_width_) {
      line(value, {options_.width, margin, margin + 2});
      value.clear();
    }
    std::vector<std::string> written;
    for (const std::uint32_t claim : position.claims) {
      const std::string voice = voice_of(report_, report_.claims[claim]);
      if (std::find(written.begin(), written.end(), voice) != written.end()) continue;
      written.push_back(voice);
      const std::string mark = position.admiralty.empty() || written.size() > 1 ? "" : "  [" + position.admiralty + "]";
      line(pad(value, value_width_) + "  " + voice + mark, {options_.width, margin, column() + 2});
      value.clear();
      write_quotes(position, voice);
    }
  }

  // The first ones with their words, the others by their place.
  void write_quotes(const Position& position, const std::string& voice) {
    std::size_t count = 0;
    std::string others;
    for (const std::uint32_t index : position.claims) {
      const ReportClaim& claim = report_.claims[index];
      if (voice_of(report_, claim) != voice) continue;
      if (++count <= limit_) {
        write_quote(claim);
      } else {
        others += (others.empty() ? "also " : ", ") + short_place_of(report_, claim);
      }
    }
    if (!others.empty()) line(style_.dim(others), {options_.width, column(), column() + 2});
  }

  void write_quote(const ReportClaim& claim) {
    const Excerpt shown = excerpt(clean(claim.context), clean(claim.quote), reach);
    line(style_.dim(short_place_of(report_, claim)) + "  " + shown.before + style_.quote(shown.quote) + shown.after,
         {options_.width, column(), column() + 2});
  }

  // What made the verdict comes first; the rest is left to --all.
  void write_relations() {
    std::size_t count = 0;
    for (const PairRelation& relation : finding_.relations) {
      if (relation.verdict != finding_.verdict && !options_.all) continue;
      if (++count > most_relations && !options_.all) continue;
      line(relation_in_words(finding_, relation), {options_.width, margin, margin + 2});
    }
    if (count > most_relations && !options_.all) {
      line(fmt::format("and {} more", count_of(count - most_relations, "pair")), {options_.width, margin, margin});
    }
  }

  // Which figure was printed when: "by day: 9 (2016-09-08), 12 (2016-09-10)".
  void write_timeline() {
    std::string days, last;
    if (finding_.kind != ClaimKind::quantity) return;
    for (const TimedValue& value : finding_.timeline) {
      const std::string words = fmt::format("{} ({})", clean(finding_.positions[value.position].value), value.day);
      if (words == last) continue;
      days += (days.empty() ? "by day: " : ", ") + words;
      last = words;
    }
    if (!days.empty()) line(days, {options_.width, margin, margin + 2});
  }

  const Report& report_;
  const Finding& finding_;
  const WriteOptions& options_;
  Style style_;
  std::size_t limit_;
  std::size_t value_width_ = 0;
  std::string out_;
};

}  // namespace

std::string finding_in_full(const Report& report, const Finding& finding, const WriteOptions& options) {
  return FindingWriter(report, finding, options).write();
}

std::string finding_in_brief(const Report& report, const Finding& finding, const WriteOptions& options) {
  std::string text = topic_of(finding);
  if (!finding.positions.empty()) {
    const Position& position = finding.positions.front();
    text += ": " + clean(position.value);
    if (!position.claims.empty()) {
      const ReportClaim& claim = report.claims[position.claims.front()];
      text += fmt::format("  {}  {}", short_place_of(report, claim), voice_of(report, claim));
    }
  }
  return std::string(margin, ' ') + cut_end(text, options.width - margin) + "\n";
}

}  // namespace corroborate::reporting
