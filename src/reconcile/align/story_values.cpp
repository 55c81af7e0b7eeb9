// Makes the values of a story ready for comparing.
#include "reconcile/align/story_values.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reconcile/align/anchor.h"
#include "reconcile/values.h"
#include "time/civil.h"

namespace corroborate::reconciliation {

namespace {

constexpr int window = 6;  // tokens on either side of a value

void sort_unique(std::vector<WordId>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

int weekday_of(const Value& value) {
  if (value.day.weekday != 0) return value.day.weekday;
  const bool one_day =
      value.kind == ClaimKind::date && value.interval.low == value.interval.high && std::abs(value.interval.low) < 1e7;
  return one_day ? time::weekday_of(static_cast<Day>(value.interval.low)) : 0;
}

float width_of(const Interval& interval) {
  const double width = interval.high - interval.low;
  return std::isinf(width) ? 20.0F : std::log1p(static_cast<float>(width));
}

bool is_aligned(const Extraction& extraction, const Claim& claim) {
  if (claim.facets.passage == no_index || claim.rule == "dateline") return false;
  if (claim.kind == ClaimKind::quantity) {  // "hours later" alone measures nothing
    return extraction.quantities[static_cast<std::size_t>(claim.quantity)].rule != "bare-unit";
  }
  if (claim.kind != ClaimKind::date) return false;
  const auto& date = extraction.dates[static_cast<std::size_t>(claim.date)];
  if (date.type == TimexType::set || date.type == TimexType::duration) return false;
  return !date.value.ends_with("_REF");
}

}  // namespace

Family family_of(const Extraction& extraction, const Claim& claim) {
  if (claim.kind == ClaimKind::date) return is_clock(claim) ? Family::clock : Family::day;
  const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
  if (quantity.unit == "percentage") return Family::percent;
  if (quantity.unit == "ordinal") return Family::rank;
  if (quantity.unit == "score") return Family::measure;
  if (quantity.dimension.empty()) return Family::count;
  if (quantity.dimension == "money") return Family::money;
  if (quantity.dimension == "age") return Family::age;
  if (quantity.dimension == "time") return Family::span;
  return Family::measure;
}

StoryValues::StoryValues(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                         const StoryEvents& events)
    : articles_(group.size()) {
  words_.emplace_back();  // no_word
  std::size_t size = 0;
  for (const std::size_t article : group)
    size += static_cast<std::size_t>(std::ranges::count_if(
        extractions[article].claims, [&](const Claim& claim) { return is_aligned(extractions[article], claim); }));
  values_.reserve(size);  // a value takes more than a kilobyte
  for (std::size_t g = 0; g < group.size(); ++g) {
    const Extraction& extraction = extractions[group[g]];
    for (std::size_t c = 0; c < extraction.claims.size(); ++c) {
      if (is_aligned(extraction, extraction.claims[c]))
        add(extraction, group[g], static_cast<std::uint32_t>(g), c, events);
    }
  }
  count_words();
  count_figures();
  find_companions();
  for (auto& value : values_) sum_directions(value);
}

WordId StoryValues::intern(std::string_view text) {
  if (text.empty()) return no_word;
  const auto [at, fresh] = ids_.emplace(std::string(text), static_cast<WordId>(words_.size()));
  if (fresh) {
    StoryWord& word = words_.emplace_back();
    word.known = find_word(text);
    add_to(word.direction, word.known.vector, 1);
  }
  return at->second;
}

void StoryValues::add(const Extraction& extraction, std::size_t article, std::uint32_t number, std::size_t claim,
                      const StoryEvents& events) {
  StoryValue value;
  value.ref = {article, claim};
  value.group_article = number;
  value.claim = &extraction.claims[claim];
  value.facets = &value.claim->facets;
  value.passage = &extraction.passages[static_cast<std::size_t>(value.facets->passage)];
  value.family = family_of(extraction, *value.claim);
  value.value = value_of(extraction, *value.claim);
  value.magnitude = std::log1p(static_cast<float>(std::min(std::abs(value.value.stated), 1e15)));
  value.width = width_of(value.value.interval);
  value.event =
      value.claim->event == no_index ? no_event : events.joined[number][static_cast<std::size_t>(value.claim->event)];
  double written = 0;
  bool is_length = false;
  if (value.claim->kind == ClaimKind::quantity) {
    const auto& quantity = extraction.quantities[static_cast<std::size_t>(value.claim->quantity)];
    const std::string unit = value.family == Family::money     ? quantity.unit
                             : value.family != Family::measure ? std::string()
                             : quantity.dimension.empty()      ? quantity.unit
                                                               : quantity.dimension;
    value.unit = units_.emplace(unit, static_cast<std::uint32_t>(units_.size())).first->second;
    written = quantity.from;
    is_length = quantity.dimension == "length";
  }
  if (value.family == Family::clock)
    value.unit =
        units_.emplace(comparable_property(*value.claim), static_cast<std::uint32_t>(units_.size())).first->second;
  value.figure = stated_figure(value.family, value.value, written);
  value.weekday = weekday_of(value.value);
  if (!value.claim->chain.empty()) {
    const int source = extraction.attributions[static_cast<std::size_t>(value.claim->chain.back())].source_entity;
    if (source != no_index)
      value.source = intern("source " + extraction.entities[static_cast<std::size_t>(source)].key);
  }
  if (value.facets->date != no_index)
    value.clause_day = day_value(extraction.dates[static_cast<std::size_t>(value.facets->date)]);
  const std::string& population = value.claim->population;
  if (value.claim->rule != "value") value.property = intern("property " + comparable_property(*value.claim));
  const auto name = std::min(population.find('@'), population.size());
  if (value.family == Family::age && name < population.size()) {
    value.person = intern("person " + population.substr(std::max(name, population.rfind('-')) + 1));
    value.whole_name = intern("name " + population.substr(name + 1));
    value.has_bare_name = population.find('-', name) == std::string::npos;
  }
  if (name > 0) value.population = intern("population " + population.substr(0, name));
  value.marker = intern(value.facets->marker);
  value.owner = value.facets->owner.empty() ? no_word : intern("owner " + value.facets->owner);
  value.place = value.facets->place.empty() ? no_word : intern("place " + value.facets->place);
  read_words(value);
  if (is_length) {
    const auto anchor = anchor_of(*value.passage, *value.facets);
    if (!anchor.empty()) value.anchor = intern(anchor.front().lemma);
  }
  values_.push_back(std::move(value));
}

void StoryValues::read_words(StoryValue& value) {
  const Facets& facets = *value.facets;
  const auto& words = value.passage->words;
  const auto group = [&](const PassageWord& word) {
    return word.group.empty() ? no_word : intern("class " + word.group);
  };
  const auto at = [&](int number) -> const PassageWord& { return words[static_cast<std::size_t>(number)]; };
  if (facets.thing != no_index) {
    value.thing = intern(at(facets.thing).lemma);
    value.thing_group = group(at(facets.thing));
  }
  if (facets.governor != no_index) {
    value.governor = intern(at(facets.governor).lemma);
    value.governor_group = group(at(facets.governor));
  }
  for (const int number : facets.arguments) value.arguments.push_back(intern(at(number).lemma));
  for (const int number : facets.modifiers) value.modifiers.push_back(intern(at(number).lemma));
  for (std::size_t w = 0; w < words.size(); ++w) {
    const PassageWord& word = words[w];
    const bool own = facets.at <= word.at && word.at < facets.end;
    if (own && static_cast<int>(w) != facets.thing) continue;
    const WordId id = intern(word.lemma), of_group = group(word);
    const auto add = [&](std::vector<WordId>& bag) {
      bag.push_back(id);
      if (of_group != no_word) bag.push_back(of_group);
    };
    add(value.sentence);
    const bool near = word.at + window >= facets.at && word.at < facets.end + window;
    if (near) add(value.window);
    if (word.clause == facets.clause) add(value.clause);
    if (word.kind == WordKind::name) {
      value.names.push_back(id);
      if (word.clause == facets.clause || near) value.clause_names.push_back(id);
    }
    const bool name = word.kind == WordKind::name;
    if (word.at < facets.at) {
      value.before = id;
      if (name) value.name_before = id;
    } else if (word.at >= facets.end) {
      if (value.after == no_word) value.after = id;
      if (name && value.name_after == no_word) value.name_after = id;
    }
  }
  for (auto* bag : {&value.sentence, &value.window, &value.clause, &value.names, &value.clause_names, &value.arguments,
                    &value.modifiers})
    sort_unique(*bag);
}

// The values of one sentence stand together in text order.
void StoryValues::find_companions() {
  for (std::size_t begin = 0, end = 0; begin < values_.size(); begin = end) {
    while (end < values_.size() && values_[end].passage == values_[begin].passage) ++end;
    constexpr std::size_t most = 24;  // values of a sentence; more is a table
    for (std::size_t v = begin; v < end && end - begin <= most; ++v) {
      StoryValue& value = values_[v];
      value.row_length = 0;
      for (std::size_t other = begin; other < end; ++other) {
        const bool like = values_[other].family == value.family;
        value.row_length += like;
        value.place_in_row += like && other < v;
        const StatedFigure& figure = values_[other].figure;
        const bool telling = figure.digits != 1 || values_[other].claim->kind == ClaimKind::date;
        if (other != v && telling && figure.key != 0) value.companions.push_back(figure.key);
      }
      std::ranges::sort(value.companions);
    }
  }
}

// By sentences that hold values; a sentence counts once however many values it holds.
void StoryValues::count_words() {
  std::vector<std::uint32_t> holders(words_.size());
  std::uint32_t passages = 0;
  const Passage* last = nullptr;
  for (const auto& value : values_) {
    if (value.passage == last) continue;
    last = value.passage;
    ++passages;
    for (const auto word : value.sentence) ++holders[word];
  }
  for (std::size_t w = 0; w < words_.size(); ++w) {
    words_[w].story_rarity = std::log((static_cast<float>(passages) + 1) / (static_cast<float>(holders[w]) + 0.5F));
  }
}

void StoryValues::count_figures() {
  std::unordered_map<std::uint64_t, float> holders;  // by figure
  std::array<float, family_count> all{};
  for (const auto& value : values_) {
    ++holders[value.figure.key];
    ++all[static_cast<std::size_t>(value.family)];
  }
  std::unordered_map<std::uint64_t, int> repeats;  // in one article
  for (std::size_t begin = 0, end = 0; begin < values_.size(); begin = end) {
    repeats.clear();
    for (; end < values_.size() && values_[end].group_article == values_[begin].group_article; ++end)
      ++repeats[values_[end].figure.key];
    for (auto v = begin; v < end; ++v) {
      StoryValue& value = values_[v];
      const float of_family = all[static_cast<std::size_t>(value.family)];
      value.repeats = repeats[value.figure.key];
      value.figure_rarity = std::log((of_family + 1) / (holders[value.figure.key] + 0.5F));
    }
  }
}

void StoryValues::sum_directions(StoryValue& value) {
  const auto sum = [&](const std::vector<WordId>& bag, Direction& direction) {
    for (const auto id : bag) {
      const StoryWord& word = words_[id];
      const float weight = word.known.rarity * std::max(0.1F, word.story_rarity);
      for (std::size_t i = 0; i < word_dimensions; ++i) direction[i] += weight * word.direction[i];
    }
    normalise(direction);
  };
  sum(value.clause, value.clause_direction);
  sum(value.window, value.window_direction);
  sum(value.sentence, value.sentence_direction);
}

}  // namespace corroborate::reconciliation
