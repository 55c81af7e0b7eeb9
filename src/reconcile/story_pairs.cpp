// Features of two articles, each read off their sorted profiles in one pass.
#include "reconcile/story_pairs.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace corroborate::reconciliation {

namespace {

// Measured with the weights (data/model/README.md), but for what the calendar gives.
constexpr std::int64_t one_day = 1;        // reports of one day bear either date around midnight
constexpr double far_days = 365;           // between two reports: further apart says no more
constexpr float most_of_one_term = 0.03F;  // of a cosine: to name one city, however often, is not to tell of one event
constexpr float least_named = 0.8F;        // weight of names in a vector of length 1; one name alone covers no article
constexpr std::size_t fewest_terms = 80;   // below, the length of an article says nothing
constexpr double age_slack = 1;            // a birthday, a slip
constexpr float rare = 5;                  // rarity of one telling name or day: one of 150

class Values {
 public:
  void set(PairFeature feature, float value) { values_[static_cast<std::size_t>(feature)] = value; }
  void set(PairFeature feature, bool value) { set(feature, value ? 1.0F : 0.0F); }
  const PairValues& values() const { return values_; }

 private:
  PairValues values_{};
};

// Calls `each` with the elements of `a` and `b` whose keys are the same; both ascend by key.
template <typename Vector, typename Key, typename Each>
void meet(const Vector& a, const Vector& b, Key key, Each each) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    const auto of_a = key(*x), of_b = key(*y);
    if (of_a == of_b) {
      each(*x++, *y++);
      continue;
    }
    x += of_a < of_b;  // no branch: which side is behind cannot be guessed
    y += of_b < of_a;
  }
}

template <typename Value>
bool share(const std::vector<Value>& a, const std::vector<Value>& b) {
  bool found = false;
  meet(
      a, b, [](const Value& value) { return value; }, [&found](const Value&, const Value&) { found = true; });
  return found;
}

float ratio(float part, float whole) { return whole > 0 ? part / whole : 0; }

// The sum of products, of numbers alone too.
struct Shared {
  float all = 0, numbers = 0;
};

Shared find_shared(const TermVector& a, const TermVector& b) {
  Shared shared;
  meet(
      a, b, [](const Term& term) { return term.id; },
      [&shared](const Term& x, const Term& y) {
        const float product = std::min(most_of_one_term, x.weight * y.weight);
        shared.all += product;
        if (x.kind == FeatureKind::number && y.kind == FeatureKind::number) shared.numbers += product;
      });
  return shared;
}

void add_similarity(const StoryProfile& a, const StoryProfile& b, Values& values) {
  const Shared shared = find_shared(a.terms, b.terms);
  values.set(PairFeature::similarity, shared.all);
  values.set(PairFeature::root_similarity, std::sqrt(shared.all));
  values.set(PairFeature::numbers, ratio(shared.numbers, a.number_length * b.number_length));
  const auto terms = std::max({a.terms.size(), b.terms.size(), fewest_terms});
  values.set(PairFeature::longer, static_cast<float>(std::log(static_cast<double>(terms))));
}

// How much of the weight of `some` the other article has.
float cover(const TermVector& some, const TermVector& others) {
  float covered = 0, all = 0;
  auto at = others.begin();
  for (const auto& term : some) {
    all += term.weight;
    at = std::lower_bound(at, others.end(), term.id, [](const Term& one, std::uint32_t id) { return one.id < id; });
    if (at != others.end() && at->id == term.id) covered += term.weight;
  }
  return ratio(covered, std::max(all, least_named));
}

float length(const TermVector& terms) {
  float squares = 0;
  for (const auto& term : terms) squares += term.weight * term.weight;
  return std::sqrt(squares);
}

float top_similarity(const TermVector& a, const TermVector& b) {
  const float lengths = length(a) * length(b);
  float sum = 0;
  meet(
      a, b, [](const Term& term) { return term.id; },
      [&sum](const Term& x, const Term& y) { sum += x.weight * y.weight; });
  return ratio(sum, lengths);
}

void add_coverage(const StoryProfile& a, const StoryProfile& b, Values& values) {
  values.set(PairFeature::top, top_similarity(a.top, b.top));
  const float of_a = cover(a.names, b.terms), of_b = cover(b.names, a.terms);
  values.set(PairFeature::name_coverage, std::min(of_a, of_b));
  values.set(PairFeature::names_apart, (!a.names.empty() || !b.names.empty()) && of_a == 0 && of_b == 0);
}

// In logarithms: from a day to a week says as much as from a month to half a year.
float distance(Day a, Day b) {
  const auto apart = std::abs(static_cast<std::int64_t>(a) - b);
  if (apart <= one_day) return 0;
  return static_cast<float>(std::min(1.0, std::log(static_cast<double>(apart)) / std::log(far_days)));
}

void add_full_days(const StoryProfile& a, const StoryProfile& b, Values& values) {
  if (a.published && b.published) values.set(PairFeature::published_apart, distance(*a.published, *b.published));
  if (a.event_day && b.event_day) values.set(PairFeature::event_day_apart, distance(*a.event_day, *b.event_day));
}

void add_days(const StoryProfile& a, const StoryProfile& b, Values& values) {
  const bool weekdays = a.weekdays != 0 && b.weekdays != 0, weekday = (a.weekdays & b.weekdays) != 0;
  values.set(PairFeature::weekday_shared, weekday);
  values.set(PairFeature::weekday_apart, weekdays && !weekday);
  float rarest = 0;
  meet(
      a.days, b.days, [](const NamedDay& named) { return named.day; },
      [&rarest](const NamedDay& x, const NamedDay&) { rarest = std::max(rarest, x.rarity); });
  values.set(PairFeature::day_shared, rarest / rare);
  values.set(PairFeature::month_apart, a.months != 0 && b.months != 0 && (a.months & b.months) == 0);
  values.set(PairFeature::year_apart, !a.years.empty() && !b.years.empty() && !share(a.years, b.years));
}

struct Entities {
  float shared = 0;   // rarity
  bool lead = false;  // one side's lead is anywhere in the other
};

Entities meet_entities(const std::vector<NamedEntity>& a, const std::vector<NamedEntity>& b) {
  Entities result;
  meet(
      a, b, [](const NamedEntity& entity) { return entity.id; },
      [&result](const NamedEntity& x, const NamedEntity& y) {
        result.shared += x.rarity;
        result.lead |= x.lead || y.lead;
      });
  return result;
}

bool has_lead(const std::vector<NamedEntity>& entities) {
  return std::any_of(entities.begin(), entities.end(), [](const NamedEntity& entity) { return entity.lead; });
}

void add_entities(const std::vector<NamedEntity>& a, const std::vector<NamedEntity>& b, PairFeature shared,
                  PairFeature apart, Values& values) {
  const Entities met = meet_entities(a, b);
  values.set(shared, std::log1p(met.shared / rare));
  values.set(apart, has_lead(a) && has_lead(b) && !met.lead);
}

// Kinds of figure of which both have a value: how many share one, how many do not.
void add_figures(const StoryProfile& a, const StoryProfile& b, Values& values) {
  int shared = 0, apart = 0;
  auto x = a.figures.begin();
  auto y = b.figures.begin();
  while (x != a.figures.end() && y != b.figures.end()) {
    if (x->kind != y->kind) {
      x->kind < y->kind ? ++x : ++y;
      continue;
    }
    const auto kind = x->kind;
    bool same = false;
    while (x != a.figures.end() && y != b.figures.end() && x->kind == kind && y->kind == kind) {
      same |= x->value == y->value;
      x->value < y->value ? ++x : ++y;
    }
    while (x != a.figures.end() && x->kind == kind) ++x;
    while (y != b.figures.end() && y->kind == kind) ++y;
    ++(same ? shared : apart);
  }
  values.set(PairFeature::figures_shared, std::log1p(static_cast<float>(shared)));
  values.set(PairFeature::figures_apart, std::log1p(static_cast<float>(apart)));
}

// Ages that one person is given in both: a namesake is another one. A person may be given several.
void add_ages(const StoryProfile& a, const StoryProfile& b, Values& values) {
  const bool ages = !a.ages.empty() && !b.ages.empty(), age = ages && share(a.ages, b.ages);
  values.set(PairFeature::age_shared, age);
  values.set(PairFeature::age_apart, ages && !age);
  bool same = false, apart = false;
  meet(
      a.aged, b.aged, [](const StatedAge& aged) { return aged.person; },
      [&](const StatedAge& x, const StatedAge& y) { (std::abs(x.age - y.age) <= age_slack ? same : apart) = true; });
  values.set(PairFeature::aged_person_shared, same);
  values.set(PairFeature::aged_person_apart, apart && !same);
}

}  // namespace

PairValues compare_articles(const StoryProfile& a, const StoryProfile& b) {
  Values values;
  add_similarity(a, b, values);
  add_coverage(a, b, values);
  add_full_days(a, b, values);
  add_days(a, b, values);
  add_entities(a.people, b.people, PairFeature::people_shared, PairFeature::lead_people_apart, values);
  add_entities(a.places, b.places, PairFeature::places_shared, PairFeature::lead_places_apart, values);
  add_figures(a, b, values);
  add_ages(a, b, values);
  return values.values();
}

}  // namespace corroborate::reconciliation
