// The words for enumerators in JSON, in reports and in options: one table an enumeration, in the order of its
// enumerators.
//
// name_of(Verdict::conflict) is "conflict"; from_name<Verdict>("conflict") is the way back, nothing for other words.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "corroborate/extraction.h"
#include "corroborate/report.h"

namespace corroborate {

template <typename Enumeration>
struct Names;

template <>
struct Names<DayBasis> {
  static constexpr std::array<std::string_view, 5> words = {"metadata", "dateline", "address", "inferred", "file"};
};
template <>
struct Names<Level> {
  static constexpr std::array<std::string_view, 4> words = {"off", "note", "warning", "error"};
};
template <>
struct Names<ArticleStatus> {
  static constexpr std::array<std::string_view, 3> words = {"usable", "corrected", "withdrawn"};
};
template <>
struct Names<Severity> {
  static constexpr std::array<std::string_view, 3> words = {"skipped", "told", "notice"};
};
template <>
struct Names<Relation> {
  static constexpr std::array<std::string_view, 8> words = {"=", "~", ">", ">=", "<", "<=", "range", "vague"};
};
template <>
struct Names<FeatureKind> {
  static constexpr std::array<std::string_view, 3> words = {"word", "name", "number"};
};
template <>
struct Names<Trend> {
  static constexpr std::array<std::string_view, 3> words = {"none", "up", "down"};
};
template <>
struct Names<FigureKind> {
  static constexpr std::array<std::string_view, 3> words = {"amount", "word", "idle"};
};
template <>
struct Names<TimexType> {
  static constexpr std::array<std::string_view, 4> words = {"DATE", "TIME", "DURATION", "SET"};
};
template <>
struct Names<Grain> {
  static constexpr std::array<std::string_view, 12> words = {"minute", "hour",   "part of day", "day",
                                                             "week",   "month",  "quarter",     "season",
                                                             "year",   "decade", "century",     "vague"};
};
template <>
struct Names<Direction> {
  static constexpr std::array<std::string_view, 4> words = {"none", "past", "future", "nearest"};
};
template <>
struct Names<Stance> {
  static constexpr std::array<std::string_view, 9> words = {"says",   "claims",  "confirms", "admits",  "denies",
                                                            "doubts", "accuses", "declines", "retracts"};
};
template <>
struct Names<Directness> {
  static constexpr std::array<std::string_view, 3> words = {"direct", "indirect", "mixed"};
};
template <>
struct Names<EntityKind> {
  static constexpr std::array<std::string_view, 5> words = {"person", "body", "place", "population", "thing"};
};
template <>
struct Names<Scope> {
  static constexpr std::array<std::string_view, 4> words = {"incident", "day", "period", "whole"};
};
template <>
struct Names<WordKind> {
  static constexpr std::array<std::string_view, 5> words = {"noun", "name", "verb", "adjective", "other"};
};
template <>
struct Names<Tie> {
  static constexpr std::array<std::string_view, 9> words = {
      "none", "subject", "passive subject", "object", "oblique", "of-phrase", "apposition", "predicate", "modifier"};
};
template <>
struct Names<ArgumentKind> {
  static constexpr std::array<std::string_view, 4> words = {"word", "group", "entity", "event"};
};
template <>
struct Names<Pole> {
  static constexpr std::array<std::string_view, 4> words = {"none", "one", "other", "undone"};
};
template <>
struct Names<ClaimKind> {
  static constexpr std::array<std::string_view, 4> words = {"quantity", "date", "term", "proposition"};
};
template <>
struct Names<Polarity> {
  static constexpr std::array<std::string_view, 4> words = {"asserted", "denied", "declined", "retracted"};
};
template <>
struct Names<Modality> {
  static constexpr std::array<std::string_view, 4> words = {"actual", "hedged", "planned", "hypothetical"};
};
template <>
struct Names<Verdict> {
  static constexpr std::array<std::string_view, 4> words = {"agree", "compatible", "conflict", "single"};
};
template <>
struct Names<Reason> {
  static constexpr std::array<std::string_view, 17> words = {
      "equal",  "rounding", "hedge",     "bound",  "bounds apart", "coarser",      "placed", "refines", "list",
      "update", "evolving", "withdrawn", "denial", "declined",     "hypothetical", "apart",  "disjoint"};
};

template <typename Enumeration>
constexpr std::string_view name_of(Enumeration value) {
  return Names<Enumeration>::words[static_cast<std::size_t>(value)];
}

template <typename Enumeration>
constexpr std::optional<Enumeration> from_name(std::string_view name) {
  for (std::size_t i = 0; i < Names<Enumeration>::words.size(); ++i) {
    if (Names<Enumeration>::words[i] == name) return static_cast<Enumeration>(i);
  }
  return {};
}

}  // namespace corroborate
