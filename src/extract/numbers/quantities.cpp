// Reads quantities: number, then range, unit, hedge and counted noun around it.
#include "extract/numbers/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "extract/numbers/ages.h"
#include "extract/numbers/countable.h"
#include "extract/numbers/counted.h"
#include "extract/numbers/counting_words.h"
#include "extract/numbers/ellipsis.h"
#include "extract/numbers/hedges.h"
#include "extract/numbers/intervals.h"
#include "extract/numbers/money.h"
#include "extract/numbers/number_names.h"
#include "extract/numbers/number_rows.h"
#include "extract/numbers/ordinals.h"
#include "extract/numbers/quantity_ranges.h"
#include "extract/numbers/scores.h"
#include "extract/numbers/trend.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

// Column of the units table.
constexpr std::size_t unit_position = 5;

class QuantityReader {
 public:
  QuantityReader(const Analysis& analysis, const std::vector<bool>& taken) : analysis_(analysis), taken_(taken) {}

  std::vector<QuantityMention> read_all(std::size_t most) {
    for (std::size_t at = 0; at < analysis_.size() && found_.size() < most;) {
      const std::size_t next = read_at(at);
      at = next > at ? next : at + 1;
    }
    return std::move(found_);
  }

 private:
  // A look at the token alone, to pass by most of the text.
  bool may_begin(std::size_t at) const {
    const auto form = analysis_.form(at);
    const auto first = static_cast<unsigned char>(form[0]);
    if (first >= 0x80 || first == '-' || first == '+' || form.find_first_of("0123456789") != std::string_view::npos)
      return true;
    for (const Hit& hit : analysis_.hits_at(at)) {
      if (hit.row->table == Table::numbers || hit.row->table == Table::calendar) return true;
    }
    constexpr std::array<std::string_view, 8> openers = {"a", "an", "the", "minus", "negative", "no", "no.", "number"};
    return std::ranges::any_of(openers, [form](std::string_view word) { return folds_to(form, word); });
  }

  // Reads one quantity at `at`; the first token after it, or `at` when there is none.
  std::size_t read_at(std::size_t at) {
    if (taken_[at] || !may_begin(at)) return at;
    if (const auto place = read_numbered_place(analysis_, at)) return take_place(*place);
    if (const std::size_t end = read_long_adjective(at); end > at) return end;
    if (const std::size_t end = read_bare_unit(at); end > at) return end;
    if (auto word = read_counting_word(analysis_, taken_, at)) return take_counting_word(std::move(*word));
    auto number = read_number(analysis_, at);
    if (!number || number->kind == NumberKind::cardinal) {
      if (const auto ordinal = read_ordinal(analysis_, at)) return take_ordinal(*ordinal);
    }
    const bool article = !number;
    if (!number) number = read_hedged_article(at);
    const auto single = read_single(analysis_, at);
    if (single) number = single;
    if (!number || is_pronoun(analysis_, *number) || is_determiner(analysis_, *number)) return at;
    if (const auto result = read_result(analysis_, *number)) return take_score(*number, *result);
    if (is_part_of_name(analysis_, *number)) {
      const auto score = read_score_behind_name(analysis_, *number);
      return score ? take_score(*number, *score) : past_name_tail(number->end);
    }
    if (is_tail_of_date(*number)) return number->end;
    if (const auto score = read_score(analysis_, *number, follows_score(at)))
      return score->is_value ? take_score(*number, *score) : score->end;
    skip_repetition(*number);
    Measure currency = read_scaled_currency(analysis_, *number);
    QuantityMention mention;
    mention.number_begin = mention.begin = number->begin;
    mention.end = number->end;
    Quantity& quantity = mention.quantity;
    quantity.from = number->low;
    quantity.to = number->high;
    quantity.rule = single ? "single" : rule_name(*number);
    if (number->kind == NumberKind::vague) quantity.relation = Relation::vague;
    Measure measure = currency.unit.empty() ? read_range(analysis_, taken_, *number, mention) : std::move(currency);
    mention.number_end = number->end;
    read_measure(*number, std::move(measure), mention);
    const bool plain = quantity.unit.empty() || quantity.dimension == "count";  // "half-time" is no half of once
    if (quantity.rule == "half" && plain && !is_half_of(analysis_, *number)) quantity.rule = "half-alone";
    if (quantity.unit.empty()) count(mention);
    if (number->kind == NumberKind::zero && quantity.counted.empty() && says_nobody(analysis_, *number))
      quantity.counted = "people";
    if (is_bare_year(analysis_, *number, mention)) return at;
    read_hedges(mention);
    if (quantity.unit.empty() || quantity.unit == "year") read_age(analysis_, mention);
    if (quantity.unit.empty() && quantity.counted.empty()) count_before_or(analysis_, mention);
    if (quantity.unit.empty() && quantity.counted.empty()) take_over(analysis_, found_, mention);
    quantity.trend = trend_with_sign(*number, mention);
    if (quantity.trend != Trend::none) quantity.offset = 0;  // a difference of temperatures
    share_hedge(analysis_, found_, mention);
    finish(mention, *number);
    quantity.kind = article && !single ? FigureKind::word : kind_of(*number, mention);  // "less than a week"
    say_in_words(*number, mention);
    found_.push_back(std::move(mention));
    const std::size_t count = found_.size();
    if (count > 1 && join_bounds(analysis_, found_[count - 2], found_[count - 1])) found_.pop_back();
    return found_.back().end;
  }

  // What a word or a place in a row says, past all that only an amount has: the first token behind.
  std::size_t take_word(QuantityMention mention, const Number& number) {
    mention.number_begin = mention.begin = number.begin;
    mention.number_end = mention.end = std::max(mention.end, number.end);
    mention.quantity.kind = FigureKind::word;
    mention.quantity.from = number.low;
    mention.quantity.to = number.high;
    if (number.kind == NumberKind::vague) mention.quantity.relation = Relation::vague;
    if (number.kind == NumberKind::fold) mention.quantity.unit = mention.quantity.dimension = "count";
    read_hedges(mention);
    finish(mention, number);
    say_in_words(number, mention);
    found_.push_back(std::move(mention));
    return found_.back().end;
  }

  // Who or what the last amount before `at` in its sentence counts.
  std::string last_counted(std::size_t at) const {
    constexpr std::size_t furthest_back = 8;
    for (std::size_t i = found_.size(); i-- > 0 && found_.size() - i <= furthest_back;) {
      if (!same_sentence(analysis_, at, found_[i].begin)) break;
      const Quantity& quantity = found_[i].quantity;
      if (quantity.kind == FigureKind::amount && quantity.unit.empty() && !quantity.counted.empty())
        return quantity.counted;
    }
    return {};
  }

  // A rank is a figure of the unit "ordinal", and so is the place of a noun; any other ordinal is passed over.
  std::size_t take_ordinal(Number ordinal) {
    const bool range = join_ranks(analysis_, ordinal), rank = range || is_rank(analysis_, ordinal);
    QuantityMention mention;
    if (!rank && is_one_more(analysis_, ordinal)) {
      mention.quantity.rule = "one-more";
      mention.quantity.counted = last_counted(ordinal.begin);
      return take_word(std::move(mention), Number{ordinal.begin, ordinal.end, 1, 1, NumberKind::cardinal, false});
    }
    if (!rank) return is_place(analysis_, ordinal) ? take_place(ordinal) : ordinal.end;
    mention.quantity.rule = "rank";
    mention.quantity.unit = mention.quantity.dimension = "ordinal";
    if (range) mention.quantity.relation = Relation::range;
    const std::size_t end = take_word(std::move(mention), ordinal);
    found_.back().quantity.kind = FigureKind::amount;  // "finished second" is a figure of its own
    return end;
  }

  std::size_t take_place(const Number& place) {
    QuantityMention mention;
    mention.quantity.rule = "place";
    mention.quantity.unit = mention.quantity.dimension = "ordinal";
    Counted counted = read_counted(analysis_, taken_, place.begin, place.end);
    mention.head = counted.head;
    mention.quantity.counted = std::move(counted.lemmas);
    return take_word(std::move(mention), place);
  }

  std::size_t take_counting_word(CountingWord word) {
    QuantityMention mention;
    mention.quantity.rule = "counting-word";
    mention.quantity.counted = std::move(word.counted);
    mention.head = word.head;
    return take_word(std::move(mention), word.number);
  }

  std::size_t take_score(const Number& number, const Score& score) {
    QuantityMention mention;
    mention.quantity.rule = "score";
    mention.quantity.unit = mention.quantity.dimension = "score";
    const std::size_t end = take_word(
        std::move(mention), Number{number.begin, score.end, score.smaller, score.larger, NumberKind::cardinal, true});
    const double point = score.larger + score.smaller / 1000;
    found_.back().quantity.interval = {point, point};
    return end;
  }

  // "lost 0-2 on Sunday and 1-3 the week before": one score tells of the next.
  bool follows_score(std::size_t at) const {
    return !found_.empty() && found_.back().quantity.rule == "score" &&
           same_sentence(analysis_, at, found_.back().begin);
  }

  // "hours after the raid", "for decades", "days later": more than one, without a number.
  std::size_t read_bare_unit(std::size_t at) {
    const auto word = bare_unit(analysis_, at);
    Measure measure = word.empty() ? Measure{} : unit_called(word);
    if (measure.unit.empty()) return at;
    QuantityMention mention;
    mention.quantity.rule = "bare-unit";
    take_measure(std::move(measure), mention.quantity);
    return take_word(std::move(mention), Number{static_cast<TokenIndex>(at), static_cast<TokenIndex>(at + 1), 2,
                                                unbounded, NumberKind::vague, false});
  }

  // "45 (forty-five) boats": the same number again in words belongs to it.
  void skip_repetition(Number& number) const {
    const std::size_t open = number.end;
    if (!same_sentence(analysis_, number.begin, open + 2) || analysis_.form(open) != "(") return;
    const auto again = read_number(analysis_, open + 1);
    if (!again || again->low != number.low || again->high != number.high) return;
    if (same_sentence(analysis_, open, again->end) && analysis_.form(again->end) == ")") number.end = again->end + 1;
  }

  // "ISO 3888-2": what hangs on the number of a name belongs to it.
  std::size_t past_name_tail(std::size_t at) const {
    while (same_sentence(analysis_, at - 1, at + 1) && analysis_.form(at) == "-" && analysis_.glued_to_next(at - 1) &&
           analysis_.glued_to_next(at) && analysis_.form(at + 1).find_first_of("0123456789") == 0) {
      at += 2;
    }
    return at;
  }

  // "Sept. 20-24", "2014-15": the end of a range of dates.
  bool is_tail_of_date(const Number& number) const {
    const std::size_t at = number.begin;
    const bool loose = number.in_digits && at > 1 && analysis_.form(at - 1) == ".";
    if (loose && !analysis_.glued_to_next(at - 1) && analysis_.longest(Table::calendar, at - 2) != nullptr)
      return true;  // "nov . 6"
    return number.in_digits && at > 1 && same_sentence(analysis_, at, at - 2) && taken_[at - 2] &&
           analysis_.token(at - 2).upos == Upos::num && analysis_.glued_to_next(at - 1) &&
           (analysis_.form(at - 1) == "-" || analysis_.form(at - 1) == "\u2013");
  }

  // "weeklong", "daylong": one of the unit.
  std::size_t read_long_adjective(std::size_t at) {
    const Hit* hit = analysis_.longest(Table::calendar, at);
    if (hit == nullptr || (*hit->row)[1] != "adjective" || !hit->row->phrase().ends_with("long")) return at;
    const auto word = hit->row->phrase();
    Measure measure = unit_called(word.substr(0, word.size() - 4));
    if (measure.unit.empty()) return at;
    QuantityMention mention;
    mention.begin = mention.number_begin = static_cast<TokenIndex>(at);
    mention.end = mention.number_end = static_cast<TokenIndex>(at + 1);
    mention.quantity.from = mention.quantity.to = 1;
    mention.quantity.rule = "one-unit-long";
    take_measure(std::move(measure), mention.quantity);
    finish(mention, Number{mention.begin, mention.end, 1, 1, NumberKind::cardinal, false, {}});
    found_.push_back(std::move(mention));
    return at + 1;
  }

  // "less than a week", "nearly an hour": the article is a one where a hedge stands before it and a unit behind.
  std::optional<Number> read_hedged_article(std::size_t at) const {
    const auto word = fold(analysis_.form(at));
    if ((word != "a" && word != "an") || at == 0 || !same_sentence(analysis_, at, at + 1) ||
        hedge_before(analysis_, at) == nullptr)
      return std::nullopt;
    const Hit* unit = analysis_.longest(Table::units, at + 1);
    if (unit == nullptr || (*unit->row)[unit_position] == "before") return std::nullopt;
    return Number{static_cast<TokenIndex>(at), static_cast<TokenIndex>(at + 1), 1, 1, NumberKind::cardinal, false, {}};
  }

  static std::string rule_name(const Number& number) {
    switch (number.kind) {
      case NumberKind::cardinal:
        return number.in_digits ? "digits" : "number-words";
      case NumberKind::vague:
        return "vague-word";
      case NumberKind::zero:
        return "none-of-them";
      case NumberKind::fold:
        return "fold";
      case NumberKind::fraction:
        return number.low == 0.5 && !number.in_digits ? "half" : "fraction";
    }
    return {};
  }

  // `inner` is the unit found inside a range.
  void read_measure(const Number& number, Measure inner, QuantityMention& mention) {
    Measure measure = measure_before(analysis_, number);
    if (number.kind == NumberKind::fold) measure = Measure{"count", "", "count", 1, 0, mention.begin, mention.end};
    if (!measure.unit.empty()) {
      mention.begin = std::min(mention.begin, measure.begin);
    } else {
      measure = measure_after(analysis_, number);
      if (measure.unit.empty()) measure = std::move(inner);
      if (measure.unit.empty()) measure = measure_of_twin(number);
      if (measure.unit.empty()) measure = measure_of_part(number);
      if (measure.unit.empty()) return;
      mention.end = std::max(mention.end, measure.end);
      add_smaller_unit(measure, mention);
      add_money_tail(analysis_, measure, mention);
    }
    const TokenIndex behind = read_rate(analysis_, mention.end, measure);
    if (behind == mention.end && measure.dimension == "money")
      read_rate(analysis_, past_conversion(mention.end), measure);
    mention.end = std::max(mention.end, behind);
    take_measure(std::move(measure), mention.quantity);
  }

  // "C$8 (US$5.92) per share": the token behind a short parenthesis.
  std::size_t past_conversion(std::size_t at) const {
    if (!same_sentence(analysis_, at - 1, at) || analysis_.form(at) != "(") return at;
    for (std::size_t close = at + 2; close < at + 7 && same_sentence(analysis_, at, close); ++close) {
      if (analysis_.form(close) == ")") return close + 1;
    }
    return at;
  }

  // "a 7- or 8-inch screen": the first takes the unit of the second.
  Measure measure_of_twin(const Number& number) const {
    const std::size_t at = number.end;
    if (!same_sentence(analysis_, number.begin, at + 2) || analysis_.form(at) != "-" || analysis_.glued_to_next(at))
      return {};
    const auto word = fold(analysis_.form(at + 1));
    const auto twin = word == "or" || word == "and" ? read_number(analysis_, at + 2) : std::nullopt;
    if (!twin) return {};
    Measure measure = measure_after(analysis_, *twin);
    measure.end = number.end;
    return measure;
  }

  // "half a mile", "a quarter of an hour": part of one unit.
  Measure measure_of_part(const Number& number) const {
    if (number.kind != NumberKind::fraction) return {};
    std::size_t at = number.end;
    if (same_sentence(analysis_, number.begin, at) && fold(analysis_.form(at)) == "of") ++at;
    if (!same_sentence(analysis_, number.begin, at + 1)) return {};
    const auto article = fold(analysis_.form(at));
    if (article != "a" && article != "an") return {};
    return measure_after(analysis_,
                         Number{number.begin, static_cast<TokenIndex>(at + 1), 1, 1, NumberKind::cardinal, false, {}});
  }

  // "5 feet 2 inches", "3 dollars and 50 cents": the second part in the unit of the first.
  void add_smaller_unit(const Measure& measure, QuantityMention& mention) const {
    Quantity& quantity = mention.quantity;
    std::size_t at = mention.end;
    if (quantity.relation != Relation::equal || !same_sentence(analysis_, mention.begin, at + 1)) return;
    if (fold(analysis_.form(at)) == "and") ++at;
    const auto number = read_number(analysis_, at);
    if (!number || number->kind != NumberKind::cardinal) return;
    const Measure smaller = measure_after(analysis_, *number);
    if (smaller.unit.empty() || smaller.dimension != measure.dimension || smaller.factor >= measure.factor) return;
    if (number->low * smaller.factor >= measure.factor) return;
    quantity.from = quantity.to = quantity.from + number->low * smaller.factor / measure.factor;
    mention.end = smaller.end;
  }

  void count(QuantityMention& mention) const {
    const Hit* hedge = hedge_after(analysis_, mention.number_end);  // "60 or more boats"
    const std::size_t end = hedge == nullptr ? mention.number_end : hedge->token + hedge->length;
    Counted counted = read_counted(analysis_, taken_, mention.number_begin, end);
    mention.head = counted.head;
    mention.quantity.counted = std::move(counted.lemmas);
  }

  // "+0.3%", "-1.2%" are changes; "-5 degrees" is a place on a scale.
  Trend trend_with_sign(const Number& number, const QuantityMention& mention) const {
    if (number.sign != 0 && mention.quantity.dimension == "ratio") return number.sign == '+' ? Trend::up : Trend::down;
    const bool same = !found_.empty() && same_sentence(analysis_, mention.begin, found_.back().begin);
    return trend_of(analysis_, mention, same ? &found_.back() : nullptr);
  }

  // "$160 million over eight years", "rose 12 percent over three months": the time that another quantity is spread
  // over, no bound.
  bool spreads_over(const Hit& hedge, const QuantityMention& mention) const {
    if (mention.quantity.dimension != "time" || found_.empty() || fold(analysis_.form(hedge.token)) != "over" ||
        hedge.length != 1)
      return false;
    const QuantityMention& before = found_.back();
    const auto end = std::max(before.end, static_cast<TokenIndex>(before.head + 1));
    return end == hedge.token && same_sentence(analysis_, before.begin, hedge.token);
  }

  void read_hedges(QuantityMention& mention) {
    Relation relation = mention.quantity.relation;
    std::size_t start = mention.begin;
    while (start > 0 && same_sentence(analysis_, start, start - 1) &&
           (fold(analysis_.form(start - 1)) == "a" || fold(analysis_.form(start - 1)) == "an" ||
            fold(analysis_.form(start - 1)) == "between")) {
      --start;
    }
    for (int stacked = 0; stacked < 3; ++stacked) {  // "at least about 60", "an estimated more than 60"
      const Hit* hedge = hedge_before(analysis_, start);
      if (hedge == nullptr || spreads_over(*hedge, mention)) break;
      apply((*hedge->row)[hedge_relation], mention, relation);
      start = hedge->token;
      if (start > 0 && same_sentence(analysis_, start, start - 1) && fold(analysis_.form(start - 1)) == "an") --start;
      mention.begin = static_cast<TokenIndex>(start);
    }
    if (const Hit* after = hedge_after(analysis_, mention.end); after != nullptr) {
      apply((*after->row)[hedge_relation], mention, relation);
      mention.end = after->token + after->length;
    }
    mention.quantity.relation = relation;
  }

  // A word that states a value of its noun or unit, or one that does so only where a claim rests on it ("some", "no
  // doubt").
  FigureKind kind_of(const Number& number, const QuantityMention& mention) const {
    const Quantity& quantity = mention.quantity;
    const bool counts = !quantity.unit.empty() || !quantity.counted.empty();
    if (quantity.rule == "half-alone") return FigureKind::idle;
    if (quantity.rule == "single")
      return folds_to(analysis_.form(number.begin), "the") ? FigureKind::idle : FigureKind::word;
    if (quantity.rule == "vague-word" && number.low < 10)
      return counts && !is_loose(number, quantity) ? FigureKind::word : FigureKind::idle;
    if (quantity.rule != "none-of-them" || !quantity.dimension.empty()) return FigureKind::amount;
    if (quantity.counted.empty() && !counts_nobody(analysis_, number)) return FigureKind::amount;  // "zero"
    return is_count_of_none(analysis_, number, mention) ? FigureKind::word : FigureKind::idle;
  }

  // "some people", "many boats" say no more than the plural does; "some hours" is a length.
  bool is_loose(const Number& number, const Quantity& quantity) const {
    constexpr std::array<std::string_view, 4> loose = {"some", "many", "few", "various"};
    const auto form = analysis_.form(number.begin);
    return quantity.unit.empty() &&
           std::ranges::any_of(loose, [form](std::string_view word) { return folds_to(form, word); });
  }

  // The article's own words for what is no plain figure: "dozens", "more than doubled", "third", "half"; none for
  // nothing.
  void say_in_words(const Number& number, QuantityMention& mention) const {
    Quantity& quantity = mention.quantity;
    const bool share = number.kind == NumberKind::fraction && quantity.unit.empty() && quantity.to < 1;
    if (quantity.kind == FigureKind::amount && quantity.relation != Relation::vague && quantity.rule != "rank" &&
        !share)
      return;
    if (quantity.to == 0 || quantity.rule == "number-words") return;  // "less than a week" is a plain one
    auto text = analysis_.text(analysis_.token(mention.begin).begin, analysis_.token(mention.number_end - 1u).end);
    if (text.ends_with(" of")) text.remove_suffix(3);
    quantity.words = text;
  }

  void apply(std::string_view hedge, QuantityMention& mention, Relation& relation) {
    if (hedge == "exact" || relation == Relation::range || relation == Relation::vague) return;
    if (mention.quantity.rule.ends_with("near")) return;  // "over nearly 90": the hedge beside the figure rules
    if (hedge == "more") relation = Relation::more;
    if (hedge == "at_least") relation = Relation::at_least;
    if (hedge == "less" || hedge == "under") relation = Relation::less;
    if (hedge == "at_most") relation = Relation::at_most;
    if ((hedge == "about" || hedge == "near") && relation == Relation::equal) relation = Relation::about;
    if (hedge == "near" || hedge == "under") mention.quantity.rule += ", near";
  }

  void finish(QuantityMention& mention, const Number& number) {
    Quantity& quantity = mention.quantity;
    quantity.span = {analysis_.token(mention.begin).begin, analysis_.token(mention.end - 1).end};
    const Counting counting = quantity.unit.empty() ? Counting::count : Counting::measure;
    quantity.interval = interval_of(quantity.from, quantity.to, quantity.relation, counting);
    if (mention.ends_at) quantity.interval = interval_of(*mention.ends_at, *mention.ends_at, Relation::equal, counting);
    if (quantity.rule.ends_with("near")) quantity.interval = near_below(quantity.from, counting);
    if (quantity.rule == "one-or-more") quantity.interval.low = 1;
    if (number.kind == NumberKind::fraction &&
        quantity.relation == Relation::about) {  // "roughly two-thirds" has no last place
      const bool near = quantity.rule.ends_with("near");
      quantity.interval = {quantity.from * (near ? 0.8 : 0.9),
                           near ? std::nextafter(quantity.from, 0) : quantity.from * 1.1};
    }
    // "Dozens" are shown as 12 to 120; the interval stays open.
    if (number.kind == NumberKind::vague && !std::isfinite(quantity.to)) {
      quantity.to = quantity.from >= 10 ? quantity.from * 10 : quantity.from;
    }
  }

  const Analysis& analysis_;
  const std::vector<bool>& taken_;
  std::vector<QuantityMention> found_;
};

}  // namespace

std::vector<QuantityMention> find_quantities(const Analysis& analysis, const std::vector<bool>& taken,
                                             std::size_t most) {
  return QuantityReader(analysis, taken).read_all(most);
}

bool is_idle(const Quantity& quantity) { return quantity.kind == FigureKind::idle; }

}  // namespace corroborate::extraction
