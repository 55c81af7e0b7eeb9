#include "report/text_finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <vector>

#include "report/text_layout.h"
#include "report/text_place.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::size_t margin = 2;
constexpr std::size_t voice_margin = 4;
constexpr std::size_t quote_margin = 6;
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
        limit_(quotes_wanted(finding, options)) {}

  std::string write() {
    line(fmt::format("{}  {}   {}", verdict_word(finding_.verdict, style_), style_.heading(topic_of(finding_)),
                     event_in_words(report_.events[finding_.event])),
         {options_.width, 0, 4});
    for (const Position& position : finding_.positions) write_position(position);
    write_relations();
    write_timeline();
    line(counts_in_words(report_, finding_) + "; " + grade_in_words(finding_), {options_.width, margin, margin + 2});
    line(style_.dim(whole(clean(finding_.id))), {options_.width, margin, margin + 2});
    return std::move(out_);
  }

 private:
  void line(std::string_view text, const Frame& frame) { out_ += wrap(text, frame); }

  std::string marked_value(const Position& position) const {
    return value_in_words(finding_, position) + (position.superseded ? " [superseded]" : "") +
           (position.admiralty.empty() ? "" : " [" + position.admiralty + "]");
  }

  // Claims of one position under the voice that states them, in the order of their first claim.
  void write_position(const Position& position) {
    std::vector<std::pair<std::string, std::vector<std::uint32_t>>> voices;
    std::unordered_map<std::string, std::size_t> numbers;
    for (const std::uint32_t claim : position.claims) {
      const auto [known, is_new] = numbers.emplace(voice_of(report_, report_.claims[claim]), voices.size());
      if (is_new) voices.push_back({known->first, {}});
      voices[known->second].second.push_back(claim);
    }
    for (const auto& [voice, claims] : voices) {
      if (&voice != &voices.front().first)
        line(voice, {options_.width, voice_margin, voice_margin + 2});
      else
        line(style_.heading(marked_value(position)) + "  " + voice, {options_.width, margin, voice_margin});
      write_quotes(claims);
    }
  }

  // The first ones with their words, the others by their place.
  void write_quotes(const std::vector<std::uint32_t>& claims) {
    std::size_t count = 0;
    std::string others;
    for (const std::uint32_t index : claims) {
      const ReportClaim& claim = report_.claims[index];
      if (++count <= limit_) {
        write_quote(claim);
      } else {
        others += (others.empty() ? "also " : ", ") + place_in_text(report_, claim, options_);
      }
    }
    if (!others.empty()) line(others, {options_.width, quote_margin, quote_margin + 2});
  }

  void write_quote(const ReportClaim& claim) {
    const Excerpt shown = excerpt(clean(claim.context), clean(claim.quote), reach);
    line(place_in_text(report_, claim, options_) + "  " + shown.before + style_.quote(shown.quote) + shown.after,
         {options_.width, quote_margin, quote_margin + 2});
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
      const std::string words =
          fmt::format("{} ({})", value_in_words(finding_, finding_.positions[value.position]), value.day);
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
  std::string out_;
};

}  // namespace

std::string finding_in_full(const Report& report, const Finding& finding, const WriteOptions& options) {
  return FindingWriter(report, finding, options).write();
}

}  // namespace corroborate::reporting
