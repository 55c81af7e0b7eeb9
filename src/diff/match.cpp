// Three looks: the id; the claims that both hold; the question itself where only one finding on either side asks it.
#include "diff/match.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace corroborate::diffing {
namespace {

// A claim is the same in two reports where article, property and words are: its number in the article moves.
std::string key_of(const Report& report, const ReportClaim& claim) {
  return report.articles[claim.article].id + '\n' + claim.quote + '\n' + claim.context;
}

using Question = std::tuple<ClaimKind, std::string, std::string, std::string, std::string>;

Question question_of(const Report& report, const Finding& finding) {
  const ReportEvent& event = report.events[finding.event];
  return {finding.kind, finding.property, finding.population, event.event_class, event.place};
}

class Matcher {
 public:
  Matcher(const Report& before, const Report& now)
      : before_(before), now_(now), matched_(before.findings.size()), taken_(now.findings.size()) {}

  std::vector<std::optional<std::uint32_t>> run() {
    by_id();
    by_claims();
    by_question();
    return std::move(matched_);
  }

 private:
  void take(std::size_t old_number, std::uint32_t number) {
    matched_[old_number] = number;
    taken_[number] = true;
  }

  // An id that names another kind of question now is no match.
  void by_id() {
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (std::uint32_t n = 0; n < now_.findings.size(); ++n) known.emplace(now_.findings[n].id, n);
    for (std::size_t o = 0; o < matched_.size(); ++o) {
      const auto found = known.find(before_.findings[o].id);
      if (found != known.end() && now_.findings[found->second].kind == before_.findings[o].kind) take(o, found->second);
    }
  }

  // The one that holds most of its claims, if that is half of those that are still there.
  void by_claims() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> holders;
    for (std::uint32_t n = 0; n < now_.findings.size(); ++n)
      if (!taken_[n])
        each_claim(now_, now_.findings[n], [&](std::string key) { holders[std::move(key)].push_back(n); });
    for (std::size_t o = 0; o < matched_.size(); ++o) {
      if (matched_[o]) continue;
      std::map<std::uint32_t, std::size_t> votes;
      std::size_t left = 0;
      each_claim(before_, before_.findings[o], [&](const std::string& key) {
        const auto known = holders.find(key);
        if (known == holders.end()) return;
        ++left;
        for (const auto number : known->second)
          if (!taken_[number] && now_.findings[number].kind == before_.findings[o].kind) ++votes[number];
      });
      const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
      if (most != votes.end() && 2 * most->second >= left) take(o, most->first);
    }
  }

  template <typename Visit>
  static void each_claim(const Report& report, const Finding& finding, Visit visit) {
    for (const Position& position : finding.positions)
      for (const auto claim : position.claims) visit(key_of(report, report.claims[claim]));
  }

  void by_question() {
    std::map<Question, std::vector<std::uint32_t>> asked;
    std::map<Question, std::size_t> old_ones;
    for (std::uint32_t n = 0; n < now_.findings.size(); ++n)
      if (!taken_[n]) asked[question_of(now_, now_.findings[n])].push_back(n);
    for (std::size_t o = 0; o < matched_.size(); ++o)
      if (!matched_[o]) ++old_ones[question_of(before_, before_.findings[o])];
    for (std::size_t o = 0; o < matched_.size(); ++o) {
      if (matched_[o]) continue;
      const Question question = question_of(before_, before_.findings[o]);
      const auto found = asked.find(question);
      if (found != asked.end() && found->second.size() == 1 && old_ones.at(question) == 1)
        take(o, found->second.front());
    }
  }

  const Report& before_;
  const Report& now_;
  std::vector<std::optional<std::uint32_t>> matched_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<std::optional<std::uint32_t>> match(const Report& before, const Report& now) {
  return Matcher(before, now).run();
}

}  // namespace corroborate::diffing
