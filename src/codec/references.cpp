#include "codec/references.h"

#include <fmt/format.h>

namespace corroborate::codec {
namespace {

class References {
 public:
  explicit References(const Extraction& extraction) : extraction_(extraction) {}

  std::string find_broken() {
    for (const auto& attribution : extraction_.attributions) {
      check("source_entity", attribution.source_entity, extraction_.entities.size());
      check("within", attribution.within, extraction_.attributions.size());
    }
    for (const auto& event : extraction_.events) {
      check("date", event.date, extraction_.dates.size());
      for (const auto& role : event.roles) check("entity", role.entity, extraction_.entities.size());
    }
    for (const auto& claim : extraction_.claims) check(claim);
    for (const auto& claim : extraction_.claims) check(claim.facets);
    if (error_.empty()) check_nesting();
    return error_;
  }

 private:
  void check(std::string_view name, int index, std::size_t size) {
    if (index == no_index || (0 <= index && static_cast<std::size_t>(index) < size) || !error_.empty()) return;
    error_ = fmt::format("\"{}\" refers to {}, which is not there", name, index);
  }

  void check(const Facets& facets) {
    check("passage", facets.passage, extraction_.passages.size());
    check("date", facets.date, extraction_.dates.size());
    if (!error_.empty() || facets.passage == no_index) return;
    const auto words = extraction_.passages[static_cast<std::size_t>(facets.passage)].words.size();
    check("thing", facets.thing, words);
    check("governor", facets.governor, words);
    for (const int word : facets.arguments) check_word("arguments", word, words);
    for (const int word : facets.modifiers) check_word("modifiers", word, words);
  }

  void check_word(std::string_view list, int word, std::size_t words) {
    if (word == no_index) missing(list);
    check(list, word, words);
  }

  void check(const Claim& claim) {
    check("event", claim.event, extraction_.events.size());
    check("quantity", claim.quantity, extraction_.quantities.size());
    check("date", claim.date, extraction_.dates.size());
    check("as_of", claim.as_of, extraction_.dates.size());
    for (const auto& argument : claim.arguments) check("arguments", argument.event, extraction_.events.size());
    if (claim.kind == ClaimKind::quantity && claim.quantity == no_index) missing("quantity");
    if (claim.kind == ClaimKind::date && claim.date == no_index) missing("date");
    for (const int attribution : claim.chain) {
      if (attribution == no_index) missing("chain");
      check("chain", attribution, extraction_.attributions.size());
    }
  }

  void missing(std::string_view name) {
    if (error_.empty()) error_ = fmt::format("a claim without its \"{}\"", name);
  }

  // Every attribution reaches an outermost one in fewer steps than there are attributions. Each is walked over once:
  // a walk stops where an earlier one has been.
  void check_nesting() {
    const auto& attributions = extraction_.attributions;
    std::vector<std::size_t> walk_of(attributions.size(), 0);
    for (std::size_t start = 0; start < attributions.size(); ++start) {
      for (int at = static_cast<int>(start); at != no_index;) {
        const auto index = static_cast<std::size_t>(at);
        if (walk_of[index] == start + 1) {
          error_ = fmt::format("attribution {} is within itself", at);
          return;
        }
        if (walk_of[index] != 0) break;
        walk_of[index] = start + 1;
        at = attributions[index].within;
      }
    }
  }

  const Extraction& extraction_;
  std::string error_;
};

}  // namespace

std::string find_broken_reference(const Extraction& extraction) { return References(extraction).find_broken(); }

}  // namespace corroborate::codec
