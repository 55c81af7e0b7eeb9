// Reads ages from the words around a number.
#include "extract/numbers/ages.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/numbers/number_rows.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

// "Verring, 58, was convicted": in front of a sentence the tagger takes a name's ending for a verb's.
bool is_name(const Analysis& analysis, std::size_t token) {
  const auto tag = analysis.token(token).upos;
  const char first = analysis.form(token).front();
  return tag == Upos::propn || (tag == Upos::verb && first >= 'A' && first <= 'Z');
}

// "Holm" of "Per Holm III, 38", "Per Holm Jr., 38".
std::size_t past_generation(const Analysis& analysis, std::size_t token) {
  constexpr std::array<std::string_view, 7> words = {"II", "III", "IV", "Jr", "Jr.", "Sr", "Sr."};
  return token > 0 && std::ranges::find(words, analysis.form(token)) != words.end() ? token - 1 : token;
}

// "Lund" of "Lund was 44", not "Ellan" of "the mood in Ellan was 44" or "the Dow was 44".
bool may_be_person(const Analysis& analysis, std::size_t name) {
  if (analysis.token(name).upos != Upos::propn || analysis.longest_before(Table::places, name + 1) != nullptr)
    return false;
  std::size_t front = name;
  while (front > 0 && same_sentence(analysis, name, front - 1) && analysis.token(front - 1).upos == Upos::propn)
    --front;
  if (front == 0 || !same_sentence(analysis, name, front - 1)) return true;
  const auto before = analysis.token(front - 1).upos;
  return before != Upos::adp && before != Upos::det && before != Upos::part;
}

// "He was 95 and lived in Ellan".
bool goes_on_with_deed(const Analysis& analysis, std::size_t at) {
  if (analysis.lemma(at) != "and" && analysis.lemma(at) != "but") return false;
  return same_sentence(analysis, at, at + 1) && analysis.token(at + 1).upos == Upos::verb;
}

// "She is 44.", "Maria, who was 10,", "Lund was 44", "Felt was 95 when he died".
bool is_predicate_age(const Analysis& analysis, const QuantityMention& mention) {
  const std::size_t at = mention.begin;
  if (at < 2 || !same_sentence(analysis, at, at - 2) || mention.head != no_index ||
      mention.quantity.relation == Relation::range)
    return false;
  const bool of_a_time =
      same_sentence(analysis, at, mention.end + 1u) && analysis.lemma(mention.end) == "when" &&
      (folds_to(analysis.form(mention.end + 1u), "he") || folds_to(analysis.form(mention.end + 1u), "she"));
  const bool ends = of_a_time || !same_sentence(analysis, at, mention.end) ||
                    analysis.token(mention.end).upos == Upos::punct || goes_on_with_deed(analysis, mention.end);
  const auto verb = analysis.lemma(at - 1);
  const auto who = fold(analysis.form(at - 2));
  return ends && (verb == "be" || verb == "turn") &&
         (who == "he" || who == "she" || who == "who" || who == "i" || may_be_person(analysis, at - 2) ||
          (of_a_time && is_name(analysis, at - 2)));
}

// "The average age of the crew was 34", "life expectancy is around 73".
bool is_age_of_subject(const Analysis& analysis, const QuantityMention& mention) {
  const std::size_t at = mention.begin;
  if (at < 2 || !same_sentence(analysis, at, at - 2) || mention.head != no_index || analysis.lemma(at - 1) != "be")
    return false;
  for (std::size_t back = at - 1; back-- > 0 && at - back <= 10 && same_sentence(analysis, at, back);) {
    if (analysis.token(back).upos == Upos::punct || analysis.token(back).upos == Upos::verb) return false;
    if (analysis.lemma(back) == "age" || analysis.lemma(back) == "expectancy") return true;
  }
  return false;
}

// "died at 75", "Dead at 75"
bool is_death(const Analysis& analysis, std::size_t token) {
  return analysis.lemma(token) == "die" || folds_to(analysis.form(token), "dead") ||
         folds_to(analysis.form(token), "dies");
}

// "aged 6", "ages 6 and 16", "died at 75"
bool is_said_age(const Analysis& analysis, std::size_t number) {
  std::size_t at = number - 1;
  for (int steps = 0; steps < 8 && at > 0 && same_sentence(analysis, number, at - 1); ++steps, --at) {
    const auto word = fold(analysis.form(at));
    if (word == "aged" || word == "age" || word == "ages") return true;
    const bool list =
        word == "," || word == "and" || word == "or" || word == "between" || analysis.token(at).upos == Upos::num;
    if (!list) break;
  }
  const auto word = fold(analysis.form(number - 1));
  if (word == "aged" || word == "age" || word == "ages") return true;
  if (number < 2 || !same_sentence(analysis, number, number - 2)) return false;
  if (word == "both") return analysis.form(number - 2) == ",";  // "Holm and Lund, both 51,"
  return (word == "of" && analysis.lemma(number - 2) == "age") || (word == "at" && is_death(analysis, number - 2));
}

// "died on Thursday at 91", "who died yesterday in a federal prison at 77": more than an hour of the clock.
bool is_late_death(const Analysis& analysis, const QuantityMention& mention) {
  constexpr double hours = 24;
  constexpr std::size_t reach = 8;  // tokens
  const std::size_t number = mention.number_begin;
  const bool ends = !same_sentence(analysis, number, mention.end) || analysis.token(mention.end).upos == Upos::punct;
  if (!ends || mention.head != no_index || mention.quantity.from <= hours || !folds_to(analysis.form(number - 1), "at"))
    return false;
  for (std::size_t back = 2; back <= reach && back <= number && same_sentence(analysis, number, number - back);
       ++back) {
    if (analysis.lemma(number - back) == "die") return true;  // not "put the number of dead in the fire at 41"
    if (analysis.token(number - back).upos == Upos::punct) return false;
  }
  return false;
}

// "the two girls, 12 and 15,": as many ages as people, at their side.
bool is_age_of_each(const Analysis& analysis, const QuantityMention& mention) {
  std::size_t first = mention.number_begin, last = first;
  const auto is_number = [&](std::size_t at) {
    return same_sentence(analysis, first, at) && analysis.token(at).upos == Upos::num;
  };
  if (is_number(first + 2) && folds_to(analysis.form(first + 1), "and"))
    last = first + 2;
  else if (first >= 2 && is_number(first - 2) && folds_to(analysis.form(first - 1), "and"))
    first -= 2;
  if (first == last || first < 2 || !same_sentence(analysis, last, last + 1) ||
      analysis.token(last + 1).upos != Upos::punct || analysis.form(first - 1) != ",")
    return false;
  const std::size_t people = first - 2;
  return analysis.token(people).xpos == syntax::Xpos::nns && analysis.longest(Table::populations, people) != nullptr;
}

// "the first physician under 40", "children under five": people in front of a bound, and nothing counted behind.
bool is_bound_of_people(const Analysis& analysis, const QuantityMention& mention) {
  constexpr double oldest = 110;
  const Relation relation = mention.quantity.relation;
  if (mention.head != no_index || mention.begin < 1 || mention.quantity.from > oldest ||
      (relation != Relation::less && relation != Relation::more) || mention.number_begin != mention.begin + 1u ||
      !same_sentence(analysis, mention.begin, mention.begin - 1))
    return false;
  const Hit* people = analysis.longest_before(Table::populations, mention.begin);
  return people != nullptr && analysis.token(mention.begin - 1).upos == Upos::noun && (*people->row)[2] == "people";
}

// "61 and 48 years old", "68 and 48-years-old"
bool is_listed_age(const Analysis& analysis, const QuantityMention& mention) {
  constexpr std::size_t reach = 8;  // tokens
  if (mention.head != no_index) return false;
  bool listed = false;
  for (std::size_t at = mention.number_end;
       at < mention.number_end + reach && same_sentence(analysis, mention.begin, at); ++at) {
    const auto word = fold(analysis.form(at));
    const bool number = analysis.token(at).upos == Upos::num;
    listed |= number;
    if (listed && analysis.lemma(at) == "year") {
      std::size_t old = at + 1;
      if (same_sentence(analysis, at, old) && analysis.form(old) == "-") ++old;
      return same_sentence(analysis, at, old) && fold(analysis.form(old)) == "old";
    }
    if (!number && word != "," && word != "and" && word != "or" && word != "-") return false;
  }
  return false;
}

// "Per Holm, 23 and from Ellan", "Per Holm, 23-a dancer of the port -".
bool is_followed_by_aside(const Analysis& analysis, std::size_t end) {
  if (!same_sentence(analysis, end, end + 1)) return false;
  const auto next = analysis.token(end + 1).upos;
  return (analysis.lemma(end) == "and" && next == Upos::adp) || (analysis.form(end) == "-" && next == Upos::det);
}

// "The dead are Ann Lund, 47; Per Holm, 36; …": a list of scores has no verb in front.
bool tells_of_people(const Analysis& analysis, std::size_t name) {
  constexpr std::size_t reach = 128;  // tokens: a list of twenty
  for (std::size_t t = name; t-- > 0 && name - t <= reach && same_sentence(analysis, name, t);)
    if (analysis.token(t).upos == Upos::verb || analysis.token(t).upos == Upos::aux) return true;
  return false;
}

// "Fred Lund, 75; sold the ferry", and no list of names and numbers: "Ellan Town, 75; Holm United, 60".
bool heads_notice(const Analysis& analysis, const QuantityMention& mention) {
  constexpr std::size_t reach = 8;  // tokens
  const std::size_t end = mention.number_end, name = mention.number_begin - 2u;
  const auto mark = analysis.form(end);
  if ((mark != ";" && mark != ":") || name == 0 || !same_sentence(analysis, name, name - 1) ||
      !is_name(analysis, name - 1))
    return false;
  for (std::size_t at = end + 1; at < end + reach && same_sentence(analysis, end, at); ++at)
    if (analysis.token(at).upos == Upos::num) return tells_of_people(analysis, name);
  return true;
}

// The last of "Ellan Town, 75; Holm United, 60."
bool is_in_list(const Analysis& analysis, std::size_t number) {
  constexpr std::size_t reach = 6;  // tokens
  for (std::size_t back = 1; back <= reach && back < number && same_sentence(analysis, number, number - back); ++back)
    if (analysis.form(number - back) == ";") return true;
  return false;
}

// A comma behind, or the end of the sentence where what stands in front is no place ("… of Marta Lund, 61.").
bool closes_apposition(const Analysis& analysis, const QuantityMention& mention) {
  const std::size_t end = mention.number_end;
  if (end >= analysis.size()) return false;
  if (heads_notice(analysis, mention) || is_followed_by_aside(analysis, end)) return true;
  const bool stop = analysis.form(end) == "." && !same_sentence(analysis, mention.begin, end + 1u) &&
                    (!is_in_list(analysis, mention.number_begin) || tells_of_people(analysis, mention.number_begin));
  return analysis.form(end) == "," ||
         (stop && analysis.longest_before(Table::places, mention.number_begin - 1u) == nullptr);
}

}  // namespace

// "Maria Lopez, 66, said", "aged 44", "over the age of 21": years of age.
void read_age(const Analysis& analysis, QuantityMention& mention) {
  Quantity& quantity = mention.quantity;
  const std::size_t at = mention.number_begin;
  if (quantity.from < 1 || quantity.to > 120 || at == 0 || !same_sentence(analysis, at, at - 1)) return;
  const auto word = fold(analysis.form(at - 1));
  const bool said = is_said_age(analysis, at) &&
                    (mention.head == no_index || word == "aged" || word == "age" || word == "of" || word == "both");
  if (quantity.unit == "year" && !said) return;
  const bool after_name = word == "," && at > 1 && is_name(analysis, past_generation(analysis, at - 2)) &&
                          mention.head == no_index && analysis.form(at).size() <= 3 &&
                          closes_apposition(analysis, mention);
  if (!said && !after_name && !is_predicate_age(analysis, mention) && !is_age_of_subject(analysis, mention) &&
      !is_listed_age(analysis, mention) && !is_late_death(analysis, mention) && !is_age_of_each(analysis, mention) &&
      !is_bound_of_people(analysis, mention))
    return;
  quantity.unit = "year of age";
  quantity.code = "a";
  quantity.dimension = "age";
  quantity.factor = 31557600;
  quantity.counted.clear();
  if (after_name) quantity.rule = "age-after-name";
}

}  // namespace corroborate::extraction
