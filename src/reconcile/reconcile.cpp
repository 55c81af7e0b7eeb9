// reconcile(): stories, days, events, findings and origins, and the report that holds them in its final order.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "parallel/in_order.h"
#include "reconcile/article_names.h"
#include "reconcile/best.h"
#include "reconcile/copies.h"
#include "reconcile/days.h"
#include "reconcile/events.h"
#include "reconcile/findings.h"
#include "reconcile/grade.h"
#include "reconcile/origins.h"
#include "reconcile/report_words.h"
#include "reconcile/revisions.h"
#include "reconcile/severity.h"
#include "reconcile/stories.h"
#include "reconcile/story_key.h"
#include "reconcile/zones.h"
#include "time/civil.h"

namespace corroborate {

namespace {

using reconciliation::basis_words;
using reconciliation::ClaimOrigin;
using reconciliation::ClaimRef;
using reconciliation::DraftFinding;
using reconciliation::JoinedEvent;

// Builds the report story by story; holds what one report shares.
class Builder {
 public:
  Builder(std::vector<Extraction>&& extractions, const ReconcileOptions& options)
      : extractions_(std::move(extractions)),
        options_(options),
        model_(reconciliation::read_alignment_model(options.alignment)
                   .value_or(reconciliation::linked_alignment_model())) {
    std::stable_sort(extractions_.begin(), extractions_.end(),
                     [](const auto& a, const auto& b) { return a.article.id < b.article.id; });
  }

  Report build() {
    auto [groups, components] = reconciliation::find_stories(extractions_, {options_.frequencies, options_.links});
    // The largest story first.
    std::ranges::stable_sort(groups, std::greater{}, [](const auto& group) { return group.size(); });
    copies_ = reconciliation::find_copies(extractions_, groups, components);
    read_stories(groups);
    add_articles();
    add_unmet();
    add_origins();
    add_copies();
    add_claims();
    for (auto& extraction : extractions_) {
      report_.problems.insert(report_.problems.end(), extraction.problems.begin(), extraction.problems.end());
    }
    sort_findings();
    for (Finding& finding : report_.findings) {
      add_timeline(finding);
      reconciliation::choose_best(report_, options_, finding);
      reconciliation::mark_positions(report_, options_, finding);
      finding.severity = reconciliation::level_of(report_, options_.levels, finding);
    }
    return std::move(report_);
  }

 private:
  // One story's events and findings. Stories share no article, so that each may be read on a thread of its own.
  struct StoryFindings {
    const std::vector<std::size_t>* group = nullptr;
    reconciliation::StoryEvents events;
    std::vector<DraftFinding> drafts;
  };

  void read_stories(const std::vector<std::vector<std::size_t>>& groups) {
    std::size_t done = 0;  // articles
    parallel::InOrder<StoryFindings> stories(options_.threads, {}, [&](StoryFindings&& story) {
      done += story.group->size();
      add_story(std::move(story));
      if (options_.progress) options_.progress(done, extractions_.size());
    });
    for (const auto& group : groups) stories.add(group.size(), [this, &group] { return read_story(group); });
    stories.finish();
  }

  StoryFindings read_story(const std::vector<std::size_t>& group) {
    reconciliation::infer_days(extractions_, group);
    StoryFindings story{&group, reconciliation::join_events(extractions_, group), {}};
    reconciliation::settle_zones(extractions_, group, story.events);
    story.drafts = reconciliation::find_all(extractions_, group, story.events, model_);
    return story;
  }

  void add_story(StoryFindings&& found) {
    const auto& [group, events, drafts] = found;
    const auto story = static_cast<std::uint32_t>(report_.stories.size());
    const std::string key = reconciliation::story_key(extractions_, *group);
    report_.stories.push_back(story_of(*group, events, key));
    std::map<std::size_t, std::uint32_t> event_numbers;
    for (const auto event : by_weight(drafts)) {
      event_numbers[event] = static_cast<std::uint32_t>(report_.events.size());
      add_event(events.events[event], story, key);
    }
    for (auto& draft : found.drafts) add_finding(draft, story, event_numbers.at(draft.event));
  }

  // The events of a story, that of most claims first: of two with the same id it keeps the plain one.
  static std::vector<std::size_t> by_weight(const std::vector<DraftFinding>& drafts) {
    std::map<std::size_t, std::size_t> claims;
    for (const auto& draft : drafts)
      for (const auto& position : draft.positions) claims[draft.event] += position.claims.size();
    std::vector<std::size_t> events;
    for (const auto& [event, count] : claims) events.push_back(event);
    std::ranges::stable_sort(events, std::greater{}, [&](std::size_t event) { return claims.at(event); });
    return events;
  }

  Story story_of(const std::vector<std::size_t>& group, const reconciliation::StoryEvents& events,
                 const std::string& key) {
    Story story;
    const auto main =
        std::find_if(events.events.begin(), events.events.end(), [](const auto& event) { return event.main; });
    story.label = main == events.events.end() ? "no event found" : label_of(*main);
    story.id = unique((main == events.events.end() ? "story" : main->id) + "~" + key, story_ids_);
    for (const auto article : group) story.articles.push_back(static_cast<std::uint32_t>(article));
    return story;
  }

  static std::string label_of(const JoinedEvent& event) {
    std::string label = event.event_class;
    if (!event.place.empty()) label += ", " + event.place;
    const bool known = event.days.first > -1000000 && event.days.last < 1000000;
    if (known && event.days.first == event.days.last)
      label += ", " + time::iso_day(event.days.first);
    else if (known)
      label += ", " + time::iso_day(event.days.first) + " to " + time::iso_day(event.days.last);
    return label;
  }

  // Ids are unique: of two stories by their keys, and within one a second event of the same name by a number.
  void add_event(const JoinedEvent& event, std::uint32_t story, const std::string& key) {
    ReportEvent result;
    result.id = unique(event.id + "~" + key, event_ids_);
    result.story = story;
    result.event_class = event.event_class;
    result.label = label_of(event);
    result.place = event.place;
    if (event.days.first > -1000000) result.first = time::iso_day(event.days.first);
    if (event.days.last < 1000000) result.last = time::iso_day(event.days.last);
    result.scope = name_of(event.scope);
    report_.events.push_back(std::move(result));
  }

  static std::string unique(const std::string& id, std::map<std::string, int>& used) {
    const int count = ++used[id];
    return count == 1 ? id : fmt::format("{}~{}", id, count);
  }

  void add_finding(DraftFinding& draft, std::uint32_t story, std::uint32_t event) {
    Finding finding;
    finding.story = story;
    finding.event = event;
    finding.kind = draft.kind;
    finding.property = draft.property;
    finding.population = draft.population;
    finding.id = unique(fmt::format("{}/{}{}{}", report_.events[event].id, dashed(finding.property),
                                    finding.population.empty() ? "" : "/", dashed(finding.population)),
                        finding_ids_);
    set_origins(draft);
    const auto superseded = reconciliation::apply_revisions(extractions_, origins_, draft);
    finding.verdict = draft.verdict;
    finding.certainty = draft.certainty;
    finding.relations = std::move(draft.relations);
    Counts counts;
    for (const auto& position : draft.positions) {
      Position result;
      result.value = position.words;
      result.interval = position.value.interval;
      result.polarity = position.value.polarity;
      result.superseded = superseded[finding.positions.size()];
      std::set<std::string> own;
      for (const auto& ref : position.claims) {
        if (result.claims.size() < most_claims)
          result.claims.push_back(claim_number(ref, position.words, position.value.interval));
        else
          leave_out(ref, result.claims_left);
        own.insert(origins_.at(ref).id);
        count(ref, counts);
      }
      for (const auto& id : own) position_origins_.emplace_back(report_.findings.size(), finding.positions.size(), id);
      finding.positions.push_back(std::move(result));
    }
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
    reconciliation::grade(finding, {is_admitted(draft), withdrawn});
    report_.findings.push_back(std::move(finding));
  }

  // Of one position that stand in the report: nobody reads more, and a value that every article of a large folder
  // repeats would fill it.
  static constexpr std::size_t most_claims = 1'000;

  // Who stands behind a finding.
  struct Counts {
    std::set<std::string> origins, outlets, publishers;
    std::set<std::size_t> articles;
  };

  void count(const ClaimRef& ref, Counts& counts) {
    const auto& origin = origins_.at(ref);
    counts.origins.insert(origin.id);
    counts.articles.insert(ref.article);
    if (const auto& outlet = outlet_of(ref.article); !outlet.empty()) counts.outlets.insert(outlet);
    if (const auto& publisher = publisher_of(ref.article); !publisher.empty()) counts.publishers.insert(publisher);
    known_origins_.emplace(origin.id, origin.label);
    if (!origin.relay.empty()) relays_[origin.id].insert(origin.chain.front());
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
    return std::any_of(draft.positions.begin(), draft.positions.end(), [&](const auto& position) {
      return std::any_of(position.claims.begin(), position.claims.end(), admits);
    });
  }

  // Only where values differ and the articles are of more than one day, which they or their files tell.
  void add_timeline(Finding& finding) const {
    if (finding.positions.size() < 2) return;
    for (std::uint32_t position = 0; position < finding.positions.size(); ++position)
      for (const auto claim : finding.positions[position].claims) {
        const auto article = report_.claims[claim].article;
        const auto& as_of = report_.claims[claim].as_of;
        const auto& day = as_of.empty() ? report_.articles[article].published : as_of;
        const bool told = !day.empty() && (!as_of.empty() || is_stated(extractions_[article].article.published->basis));
        if (told) finding.timeline.push_back({day, position, claim});
      }
    std::stable_sort(finding.timeline.begin(), finding.timeline.end(),
                     [](const TimedValue& a, const TimedValue& b) { return a.day < b.day; });
    if (finding.timeline.empty() || finding.timeline.front().day == finding.timeline.back().day)
      finding.timeline.clear();
  }

  static std::string dashed(std::string text) {
    std::replace(text.begin(), text.end(), ' ', '-');
    return text;
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
    std::vector<reconciliation::FindingClaim> members;
    std::size_t number = 0;
    const auto add = [&](const reconciliation::DraftPosition& position) {
      for (const auto& ref : position.claims) {
        const auto& extraction = extractions_[ref.article];
        auto& origin = origins_[ref] = reconciliation::origin_of(extraction, extraction.claims[ref.claim]);
        members.push_back({ref.article, number, &origin, extraction.claims[ref.claim].span});
      }
      ++number;
    };
    std::ranges::for_each(draft.positions, add);
    std::ranges::for_each(draft.left_out, add);
    reconciliation::join_origins(members);
    reconciliation::join_copies(members, copies_.passages);
  }

  // The claim's place in the report; it is written when all are known, in the order of articles.
  std::uint32_t claim_number(const ClaimRef& ref, const std::string& words, const Interval& interval) {
    const auto number = static_cast<std::uint32_t>(used_claims_.size());
    used_claims_.push_back({ref, words, interval});
    return number;
  }

  // Values and propositions that no other article answers stand in the report all the same: nothing is dropped.
  void add_unmet() {
    std::set<std::tuple<std::size_t, int, int>> met;
    std::set<ClaimRef> used_refs;
    const auto use = [&](const ClaimRef& ref) {
      const Claim& claim = extractions_[ref.article].claims[ref.claim];
      met.insert({ref.article, claim.quantity, claim.date});
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
        if (value ? met.contains({article, claim.quantity, claim.date}) : used_refs.contains(ref)) continue;
        const auto& origin = origins_[ref] = reconciliation::origin_of(extraction, claim);
        known_origins_.emplace(origin.id, origin.label);
        claim_number(ref, reconciliation::words_of(extraction, claim),
                     reconciliation::value_of(extraction, claim).interval);
      }
    }
  }

  void add_articles() {
    for (auto& extraction : extractions_) {
      auto& article = extraction.article;
      ReportArticle result{article.id, article.path, article.outlet, extraction.publisher, article.title, article.url,
                           {},         {},           article.status, article.at_most};
      if (article.published) {
        result.published = time::iso_day(article.published->day);
        result.basis = basis_words(*article.published);
      }
      result.body = std::move(article.body);
      result.first_line = article.first_line;
      result.lines = std::move(article.lines);
      report_.articles.push_back(std::move(result));
    }
    reconciliation::name_articles(report_.articles);
  }

  void add_origins() {
    std::map<std::string, std::uint32_t> numbers;
    for (const auto& [id, label] : known_origins_) {
      numbers[id] = static_cast<std::uint32_t>(report_.origins.size());
      const auto& relays = relays_[id];
      report_.origins.push_back({id, label, {relays.begin(), relays.end()}});
    }
    for (const auto& [finding, position, id] : position_origins_) {
      report_.findings[finding].positions[position].origins.push_back(numbers[id]);
    }
  }

  void add_copies() {
    for (const auto& copy : copies_.articles) {
      report_.copies.push_back(
          {static_cast<std::uint32_t>(copy.article_a), static_cast<std::uint32_t>(copy.article_b), copy.words});
    }
  }

  // Claims in the order of article and ordinal; positions are renumbered to it.
  void add_claims() {
    std::vector<std::uint32_t> order(used_claims_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return used_claims_[a].ref < used_claims_[b].ref; });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      report_.claims.push_back(report_claim(used_claims_[order[i]]));
    }
    for (auto& finding : report_.findings) {
      for (auto& position : finding.positions) {
        for (auto& claim : position.claims) claim = place[claim];
        std::sort(position.claims.begin(), position.claims.end());
      }
    }
  }

  struct UsedClaim {
    ClaimRef ref;
    std::string words;
    Interval interval;
  };

  static std::string as_of_day(const DateExpression& date) {
    return date.resolved ? time::iso_day(date.days.last) : std::string{};
  }

  ReportClaim report_claim(const UsedClaim& used) const {
    const auto& extraction = extractions_[used.ref.article];
    const Claim& claim = extraction.claims[used.ref.claim];
    const auto& origin = origins_.at(used.ref);
    ReportClaim result;
    result.id = fmt::format("{}#{}", extraction.article.id, used.ref.claim + 1);
    result.article = static_cast<std::uint32_t>(used.ref.article);
    result.kind = claim.kind;
    result.property = claim.property;
    result.population = claim.population;
    result.value = used.words;
    result.interval = used.interval;
    if (claim.kind == ClaimKind::quantity) {
      const Quantity& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
      result.unit = quantity.unit;
      result.dimension = quantity.dimension;
    }
    result.polarity = claim.polarity;
    result.modality = claim.modality;
    result.arguments = claim.arguments;
    result.chain = origin.chain;
    result.origin = origin.id;
    if (claim.as_of != no_index) result.as_of = as_of_day(extraction.dates[static_cast<std::size_t>(claim.as_of)]);
    result.span = claim.span;
    result.line = claim.line;
    result.column = claim.column;
    result.quote = claim.quote;
    result.context = claim.context;
    result.rule = claim.rule;
    return result;
  }

  // Conflicts first, then by how many claims they hold, then by id.
  void sort_findings() {
    const auto size = [](const Finding& finding) {
      std::size_t claims = 0;
      for (const auto& position : finding.positions) claims += position.claims.size();
      return claims;
    };
    const auto rank = [](Verdict verdict) {
      switch (verdict) {
        case Verdict::conflict:
          return 0;
        case Verdict::compatible:
          return 1;
        case Verdict::agree:
          return 2;
        case Verdict::single:
          return 3;
      }
      return 4;
    };
    std::stable_sort(report_.findings.begin(), report_.findings.end(), [&](const Finding& a, const Finding& b) {
      if (a.story != b.story) return a.story < b.story;
      if (a.verdict != b.verdict) return rank(a.verdict) < rank(b.verdict);
      if (size(a) != size(b)) return size(a) > size(b);
      return a.id < b.id;
    });
  }

  std::vector<Extraction> extractions_;
  const ReconcileOptions& options_;
  reconciliation::AlignmentModel model_;
  reconciliation::Copies copies_;
  Report report_;
  std::map<std::string, int> story_ids_, event_ids_, finding_ids_;
  std::map<ClaimRef, ClaimOrigin> origins_;
  std::map<std::string, std::string> known_origins_;
  std::map<std::string, std::set<std::string>> relays_;
  std::vector<std::tuple<std::size_t, std::size_t, std::string>> position_origins_;
  std::vector<UsedClaim> used_claims_;
  std::set<ClaimRef> left_out_;  // claims of findings that do not stand in the report
};

}  // namespace

Report reconcile(std::vector<Extraction>&& extractions, const ReconcileOptions& options) {
  return Builder(std::move(extractions), options).build();
}

}  // namespace corroborate
