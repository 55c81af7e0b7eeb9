// Days, events and findings of one story, and what of them the report shows.
#include "reconcile/story_part.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "reconcile/best.h"
#include "reconcile/days.h"
#include "reconcile/events.h"
#include "reconcile/findings.h"
#include "reconcile/grade.h"
#include "reconcile/origins.h"
#include "reconcile/report_values.h"
#include "reconcile/revisions.h"
#include "reconcile/severity.h"
#include "reconcile/story_key.h"
#include "reconcile/story_origins.h"
#include "reconcile/values.h"
#include "reconcile/zones.h"

namespace corroborate::reconciliation {
namespace {

class StoryBuilder {
 public:
  StoryBuilder(std::vector<Extraction>&& articles, const std::vector<CopiedPassage>& passages,
               const ReconcileOptions& options)
      : extractions_(std::move(articles)), passages_(passages), options_(options), group_(extractions_.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
  }

  StoryPart build(const AlignmentModel& model) {
    infer_days(extractions_, group_);
    const StoryEvents events = join_events(extractions_, group_);
    settle_zones(extractions_, group_, events);
    key_ = "~" + story_key(extractions_, group_);
    auto drafts = find_all(extractions_, group_, events, model);
    add_story(events);
    const auto event_numbers = add_events(events, drafts);
    for (auto& draft : drafts) add_finding(draft, event_numbers.at(draft.event));
    add_unmet();
    for (auto& extraction : extractions_) report().articles.push_back(report_article(extraction));
    part_.first_articles = story_origins_.move_to(report());
    add_claims();
    for (Finding& finding : report().findings) complete(finding);
    return std::move(part_);
  }

 private:
  Report& report() { return part_.report; }

  void add_story(const StoryEvents& events) {
    Story story;
    const auto main = std::ranges::find_if(events.events, &JoinedEvent::main);
    story.label = main == events.events.end() ? "no event found" : label_of(*main);
    story.id = (main == events.events.end() ? "story" : main->id) + key_;
    for (const auto article : group_) story.articles.push_back(static_cast<std::uint32_t>(article));
    report().stories.push_back(std::move(story));
  }

  // Those of findings, that of most claims first: of two with the same id it keeps the plain one. By number of the
  // joined event: that in the report.
  std::map<std::size_t, std::uint32_t> add_events(const StoryEvents& events, const std::vector<DraftFinding>& drafts) {
    std::map<std::size_t, std::size_t> claims;
    for (const auto& draft : drafts)
      for (const auto& position : draft.positions) claims[draft.event] += position.claims.size();
    std::vector<std::size_t> order;
    for (const auto& [event, count] : claims) order.push_back(event);
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t event) { return claims.at(event); });
    std::map<std::size_t, std::uint32_t> numbers;
    for (const auto event : order) {
      numbers[event] = static_cast<std::uint32_t>(report().events.size());
      report().events.push_back(report_event(events.events[event]));
      report().events.back().id += key_;
    }
    return numbers;
  }

  void add_finding(DraftFinding& draft, std::uint32_t event) {
    Finding finding;
    finding.event = event;
    finding.kind = draft.kind;
    finding.property = draft.property;
    finding.population = draft.population;
    set_origins(draft);
    const auto superseded = apply_revisions(extractions_, origins_, draft);
    finding.verdict = draft.verdict;
    finding.certainty = draft.certainty;
    finding.relations = std::move(draft.relations);
    Counts counts;
    for (std::size_t p = 0; p < draft.positions.size(); ++p)
      finding.positions.push_back(position_of(draft.positions[p], superseded[p], counts));
    finding.positions_left = static_cast<std::uint32_t>(draft.left_out.size());
    for (const auto& position : draft.left_out) {
      for (const auto& ref : position.claims) {
        leave_out(ref, finding.claims_left);
        count(ref, counts);
      }
    }
    finding.articles = static_cast<std::uint32_t>(counts.articles.size());
    finding.outlets = static_cast<std::uint32_t>(counts.outlets.size());
    finding.publishers = static_cast<std::uint32_t>(counts.publishers.size());
    finding.origins = static_cast<std::uint32_t>(counts.origins.size());
    const bool withdrawn = std::ranges::all_of(superseded, std::identity{});  // of an update, the latest stands
    grade(finding, {is_admitted(draft), withdrawn});
    report().findings.push_back(std::move(finding));
  }

  // Who stands behind a finding. Views of what the story holds.
  struct Counts {
    std::set<std::uint32_t> origins;
    std::set<std::string_view> outlets, publishers;
    std::set<std::size_t> articles;
  };

  Position position_of(const DraftPosition& draft, bool superseded, Counts& counts) {
    Position position;
    position.value = draft.words;
    position.interval = draft.value.interval;
    position.polarity = draft.value.polarity;
    position.superseded = superseded;
    std::set<std::uint32_t> own;
    for (const auto& ref : draft.claims) {
      if (position.claims.size() < most_claims)
        position.claims.push_back(use_claim(ref, draft.words, draft.value.interval));
      else
        leave_out(ref, position.claims_left);
      own.insert(count(ref, counts));
    }
    position.origins.assign(own.begin(), own.end());
    return position;
  }

  // Of one position that stand in the report: nobody reads more, and a value that every article of a large folder
  // repeats would fill it.
  static constexpr std::size_t most_claims = 1'000;

  // Returns the number of the origin.
  std::uint32_t count(const ClaimRef& ref, Counts& counts) {
    const auto number = story_origins_.add(origins_.at(ref));
    counts.origins.insert(number);
    counts.articles.insert(ref.article);
    if (const auto& outlet = outlet_of(ref.article); !outlet.empty()) counts.outlets.insert(outlet);
    if (const auto& publisher = publisher_of(ref.article); !publisher.empty()) counts.publishers.insert(publisher);
    return number;
  }

  void leave_out(const ClaimRef& ref, std::uint32_t& left) {
    ++left;
    left_out_.insert(ref);
  }

  // A side that is accused says so itself.
  bool is_admitted(const DraftFinding& draft) const {
    const auto admits = [&](const ClaimRef& ref) {
      const Extraction& extraction = extractions_[ref.article];
      const Claim& claim = extraction.claims[ref.claim];
      return !claim.chain.empty() && claim.polarity == Polarity::asserted &&
             extraction.attributions[static_cast<std::size_t>(claim.chain.back())].stance == Stance::admits;
    };
    return std::ranges::any_of(draft.positions,
                               [&](const auto& position) { return std::ranges::any_of(position.claims, admits); });
  }

  // Empty where it is not known; pages of one host are of one outlet.
  const std::string& outlet_of(std::size_t article) const {
    const auto& extraction = extractions_[article];
    return extraction.article.outlet.empty() ? extraction.publisher : extraction.article.outlet;
  }

  const std::string& publisher_of(std::size_t article) const {
    const auto& extraction = extractions_[article];
    return extraction.publisher.empty() ? extraction.article.outlet : extraction.publisher;
  }

  void set_origins(const DraftFinding& draft) {
    std::vector<FindingClaim> members;
    std::size_t number = 0;
    const auto add = [&](const DraftPosition& position) {
      for (const auto& ref : position.claims) {
        const auto& extraction = extractions_[ref.article];
        auto& origin = origins_[ref] = origin_of(extraction, extraction.claims[ref.claim]);
        members.push_back({ref.article, number, &origin, extraction.claims[ref.claim].span});
      }
      ++number;
    };
    std::ranges::for_each(draft.positions, add);
    std::ranges::for_each(draft.left_out, add);
    join_origins(members);
    join_copies(members, passages_);
  }

  // The claim's number in the order of use; it is written when all are known, in the order of articles.
  std::uint32_t use_claim(const ClaimRef& ref, const std::string& words, const Interval& interval) {
    const auto number = static_cast<std::uint32_t>(used_claims_.size());
    used_claims_.push_back({ref, words, interval});
    return number;
  }

  // Values and propositions that no other article answers stand in the report all the same: nothing is dropped.
  void add_unmet() {
    std::set<std::tuple<std::size_t, int, int, bool>> met;
    std::set<ClaimRef> used_refs;
    const auto use = [&](const ClaimRef& ref) {
      const Claim& claim = extractions_[ref.article].claims[ref.claim];
      met.insert({ref.article, claim.quantity, claim.date, is_clock(claim)});
      used_refs.insert(ref);
    };
    for (const auto& used : used_claims_) use(used.ref);
    for (const auto& ref : left_out_) use(ref);
    for (std::size_t article = 0; article < extractions_.size(); ++article) {
      const auto& extraction = extractions_[article];
      for (std::size_t c = 0; c < extraction.claims.size(); ++c) {
        const Claim& claim = extraction.claims[c];
        if (claim.kind == ClaimKind::term) continue;
        const ClaimRef ref{article, c};
        const bool value = claim.kind != ClaimKind::proposition;
        if (value ? met.contains({article, claim.quantity, claim.date, is_clock(claim)}) : used_refs.contains(ref)) continue;
        const auto& origin = origins_[ref] = origin_of(extraction, claim);
        story_origins_.add_unmet(origin, static_cast<std::uint32_t>(article));
        use_claim(ref, words_of(extraction, claim), value_of(extraction, claim).interval);
      }
    }
  }

  // In the order of article and ordinal; positions are renumbered to it.
  void add_claims() {
    std::vector<std::uint32_t> order(used_claims_.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::ranges::stable_sort(order, {}, [&](std::uint32_t number) { return used_claims_[number].ref; });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      const UsedClaim& used = used_claims_[order[i]];
      place[order[i]] = i;
      report().claims.push_back(report_claim(extractions_[used.ref.article], used, origins_.at(used.ref)));
    }
    for (Finding& finding : report().findings)
      for (Position& position : finding.positions) {
        for (auto& claim : position.claims) claim = place[claim];
        std::ranges::sort(position.claims);
      }
  }

  // With what follows from its claims.
  void complete(Finding& finding) {
    add_timeline(finding);
    choose_best(report(), options_, finding);
    mark_positions(report(), options_, finding);
    finding.severity = level_of(report(), options_.levels, finding);
  }

  // Only where values differ and the articles are of more than one day, which they or their files tell.
  void add_timeline(Finding& finding) {
    if (finding.positions.size() < 2) return;
    for (std::uint32_t position = 0; position < finding.positions.size(); ++position)
      for (const auto claim : finding.positions[position].claims) {
        const auto article = report().claims[claim].article;
        const auto& as_of = report().claims[claim].as_of;
        const auto& day = as_of.empty() ? report().articles[article].published : as_of;
        const bool told = !day.empty() && (!as_of.empty() || is_stated(extractions_[article].article.published->basis));
        if (told) finding.timeline.push_back({day, position, claim});
      }
    std::ranges::stable_sort(finding.timeline, {}, &TimedValue::day);
    if (finding.timeline.empty() || finding.timeline.front().day == finding.timeline.back().day)
      finding.timeline.clear();
  }

  std::vector<Extraction> extractions_;
  const std::vector<CopiedPassage>& passages_;
  const ReconcileOptions& options_;
  std::vector<std::size_t> group_;  // all of them
  std::string key_;                 // that the ids of story and events end with
  StoryPart part_;
  StoryOrigins story_origins_;
  std::map<ClaimRef, ClaimOrigin> origins_;
  std::vector<UsedClaim> used_claims_;
  std::set<ClaimRef> left_out_;  // claims of findings that do not stand in the report
};

}  // namespace

StoryPart tell_story(std::vector<Extraction>&& articles, const std::vector<CopiedPassage>& passages,
                     const ReconcileOptions& options, const AlignmentModel& model) {
  return StoryBuilder(std::move(articles), passages, options).build(model);
}

}  // namespace corroborate::reconciliation
