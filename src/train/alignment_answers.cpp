// Finds what states the value, and draws another.
#include "train/alignment_answers.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "lexicon/lexicon.h"

namespace corroborate::training {

namespace {

using Word = std::string_view;
using Words = std::vector<Word>;

// The first words of a kind in a table of the lexicon, by what they stand for divided by `step`; the first two places
// are empty where numbers are meant: "one" is a pronoun more often, and is no answer here.
Words words_of(lexicon::Table table, Word kind, std::size_t count, long step = 1) {
  Words words(count);
  for (const auto number : lexicon::rows_of(table)) {
    const lexicon::Row& row = lexicon::rows()[number];
    const long place = std::strtol(std::string(row[2]).c_str(), nullptr, 10) / step;
    const bool fits = row[1] == kind && place >= 0 && place < static_cast<long>(count);
    if (fits && words[static_cast<std::size_t>(place)].empty()) words[static_cast<std::size_t>(place)] = row.phrase();
  }
  return words;
}

struct Vocabulary {
  Words small = words_of(lexicon::Table::numbers, "unit", 21);  // to twenty, which stands among the tens
  Words tens = words_of(lexicon::Table::numbers, "ten", 10, 10);
  Words weekdays = words_of(lexicon::Table::calendar, "weekday", 8);
  Words months = words_of(lexicon::Table::calendar, "month", 13);

  Vocabulary() {
    small[0] = small[1] = Word();
    small[20] = tens[2];
    weekdays.erase(weekdays.begin());  // counted from 1
    months.erase(months.begin());
  }
};

const Vocabulary& vocabulary() {
  static const Vocabulary words;
  return words;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lowered(Word word) {
  std::string result(word);
  if (!result.empty() && result.front() >= 'A' && result.front() <= 'Z')
    result.front() = static_cast<char>(result.front() - 'A' + 'a');
  return result;
}

std::string cased_like(Word model, std::string word) {
  if (model.front() >= 'A' && model.front() <= 'Z') word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

// Place of a word in a list; its size where it is in none.
std::size_t place_in(const Words& words, Word word) {
  return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

long number_of(std::string_view digits) { return std::strtol(std::string(digits).c_str(), nullptr, 10); }

// "1,200.5": with its commas and its point.
std::size_t end_of_figure(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_digit(text[at]) ||
                              ((text[at] == ',' || text[at] == '.') && at + 1 < text.size() && is_digit(text[at + 1]))))
    ++at;
  return at;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && std::ranges::all_of(digits, is_digit) && digits >= "1800" && digits <= "2030";
}

bool is_minutes(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == ':' && is_digit(text[at + 1]) && is_digit(text[at + 2]);
}

enum class Form { none, figure, year, clock, word, weekday, month };

// What states the first value of a text.
struct Statement {
  Form form = Form::none;
  std::size_t begin = 0, end = 0;  // bytes
};

// `is_last`: "May" elsewhere is a verb.
Form form_of_word(Word word, bool is_last) {
  const auto holds = [](const Words& words, Word one) { return place_in(words, one) < words.size(); };
  const auto& [small, tens, weekdays, months] = vocabulary();
  const std::string low = lowered(word);
  if (word.empty()) return Form::none;
  if (holds(weekdays, word)) return Form::weekday;
  if (is_last && holds(months, word)) return Form::month;
  return holds(small, low) || holds(tens, low) ? Form::word : Form::none;
}

// "50th" and "twenty-three" go on behind what was found.
bool goes_on(std::string_view text, const Statement& statement) {
  const auto rest = text.substr(statement.end);
  const auto is_ending = [&](std::string_view ending) { return rest.starts_with(ending); };
  if (statement.form == Form::figure) return is_ending("st") || is_ending("nd") || is_ending("rd") || is_ending("th");
  if (statement.form != Form::word || !is_ending("-")) return false;
  std::size_t end = 1;
  while (end < rest.size() && is_letter(rest[end])) ++end;
  return form_of_word(rest.substr(1, end - 1), false) == Form::word || rest.substr(1, end - 1) == "one";
}

Statement first_statement(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_digit(text[at])) {
      const auto end = end_of_figure(text, at);
      if (is_minutes(text, end)) return {Form::clock, at, end + 3};
      return {is_year(text.substr(at, end - at)) ? Form::year : Form::figure, at, end};
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (const Form form = form_of_word(text.substr(at, end - at), end == text.size()); form != Form::none)
      return {form, at, end};
    at = std::max(end, at + 1);
  }
  return {};
}

}  // namespace

// Mostly near: articles differ by a few, or by a part.
long OtherAnswer::other_number(long number, long least, long most) {
  const auto [at, fresh] = numbers_.try_emplace(number, number);
  if (!fresh)
    return std::clamp(at->second, least, most);  // it was drawn for figures perhaps, and there are fewer words
  const auto reach = std::max<long>(1, static_cast<long>(0.5F * random_.next() * static_cast<float>(number)));
  const long step = 1 + static_cast<long>(random_.below(static_cast<std::size_t>(reach)));
  const bool down = random_.next() < 0.5F;
  const long other = down ? number - step : number + step;
  const bool fits = other >= least && other <= most;
  return at->second = std::clamp(fits ? other : down ? number + step : number - step, least, most);
}

std::string OtherAnswer::other_figure(std::string_view digits, bool is_date) {
  const auto [at, fresh] = known_.try_emplace(std::string(digits));
  if (fresh) at->second = drawn_figure(digits, is_date);
  return at->second;
}

std::string OtherAnswer::drawn_figure(std::string_view digits, bool is_date) {
  const bool plain = std::ranges::all_of(digits, is_digit);
  const long whole = plain && digits.size() < 9 ? number_of(digits) : -1;
  const bool year = is_year(digits);
  if (year || (is_date && whole >= 1 && whole <= 31)) {
    constexpr long last_day = 28;
    const long step = 1 + static_cast<long>(random_.below(3));
    const bool down = random_.next() < 0.5F ? whole > step : !year && whole + step > last_day;
    return std::to_string(down ? whole - step : whole + step);
  }
  // The digits that tell something: 300 becomes 400, not 287; commas and the point stay where they are.
  std::size_t end = digits.size();
  while (end > 1 && (digits[end - 1] == '0' || !is_digit(digits[end - 1]))) --end;
  std::string telling;
  std::ranges::copy_if(digits.substr(0, end), std::back_inserter(telling), is_digit);
  constexpr std::size_t most = 8;  // digits
  if (telling.size() > most) return std::string(digits);
  const long number = number_of(telling);
  std::string other = std::to_string(other_number(number, std::min(number, 1L), 99'999'999));
  if (other.size() < telling.size()) other.insert(0, telling.size() - other.size(), '0');
  std::size_t next = other.size() - telling.size();
  std::string result = other.substr(0, next);
  for (const char c : digits.substr(0, end)) result.push_back(is_digit(c) ? other[next++] : c);
  result += digits.substr(end);
  const auto first = std::min(result.find_first_not_of("0,"), result.size() - 1);
  const bool leads = digits.front() != '0' && is_digit(result[first]);  // "0.4" keeps its nought
  return leads ? result.substr(first) : result;
}

std::string OtherAnswer::other_minutes(std::string_view minutes) {
  const auto [at, fresh] = known_.try_emplace(":" + std::string(minutes));
  if (!fresh) return at->second;
  const long minute = number_of(minutes);
  const long step = static_cast<long>(minute % 5 == 0 ? 5 * (1 + random_.below(6)) : 1 + random_.below(20));
  const long other = (minute + step) % 60;
  return at->second = (other < 10 ? "0" : "") + std::to_string(other);
}

std::string OtherAnswer::other_name(std::string_view name, const std::vector<std::string_view>& names) {
  const auto [at, fresh] = known_.try_emplace(std::string(name));
  const std::size_t step = random_.next() < 0.6F ? names.size() - 1 : 1;
  if (fresh) at->second = names[(place_in(names, name) + step) % names.size()];
  return at->second;
}

std::string OtherAnswer::other_word(std::string_view word) {
  const std::string low = lowered(word);
  const Words& small = vocabulary().small;
  const Words& words = place_in(small, low) < small.size() ? small : vocabulary().tens;
  const long other = other_number(static_cast<long>(place_in(words, low)), 2, static_cast<long>(words.size()) - 1);
  return cased_like(word, std::string(words[static_cast<std::size_t>(other)]));
}

std::optional<std::string> OtherAnswer::of(std::string_view text, bool is_date) {
  const Statement statement = first_statement(text);
  const auto stated = text.substr(statement.begin, statement.end - statement.begin);
  const auto with = [&](const std::string& other) {
    return std::string(text.substr(0, statement.begin)) + other + std::string(text.substr(statement.end));
  };
  constexpr std::size_t minutes = 2;  // digits
  switch (statement.form) {
    case Form::none:
      return std::nullopt;
    case Form::figure:
    case Form::year:
      return with(other_figure(stated, is_date));
    case Form::clock:
      return with(std::string(stated.substr(0, stated.size() - minutes)) +
                  other_minutes(stated.substr(stated.size() - minutes)));
    case Form::word:
      return with(other_word(stated));
    case Form::weekday:
      return with(other_name(stated, vocabulary().weekdays));
    case Form::month:
      return with(other_name(stated, vocabulary().months));
  }
  return std::nullopt;
}

std::optional<std::string> answered_like(std::string_view text, std::string_view model) {
  const Statement own = first_statement(text), other = first_statement(model);
  if (own.form == Form::none || own.form == Form::month || own.form != other.form || goes_on(text, own) ||
      goes_on(model, other))
    return std::nullopt;
  const auto value = model.substr(other.begin, other.end - other.begin);
  return std::string(text.substr(0, own.begin)) + std::string(value) + std::string(text.substr(own.end));
}

}  // namespace corroborate::training
