// Finds what states the value, and draws another.
#include "train/alignment_answers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

namespace corroborate::training {

namespace {

using Word = std::string_view;

// A word's place is its value, or its tens. "one" is a pronoun more often than a number, and is no answer here.
constexpr std::array<Word, 21> small_numbers = {"",         "",         "two",      "three",   "four",    "five",
                                                "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                                "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                                "eighteen", "nineteen", "twenty"};
constexpr std::array<Word, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                       "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<Word, 7> weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<Word, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};

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
template <typename Words>
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

// `is_last`: "May" elsewhere is a verb.
std::optional<std::string> OtherAnswer::other_word(std::string_view word, bool is_last) {
  const auto beside = [&](const auto& names, std::size_t place) {
    const auto [at, fresh] = known_.try_emplace(std::string(word));
    const std::size_t step = random_.next() < 0.6F ? names.size() - 1 : 1;
    if (fresh) at->second = names[(place + step) % names.size()];
    return at->second;
  };
  if (const auto day = place_in(weekdays, word); day < weekdays.size()) return beside(weekdays, day);
  if (const auto month = place_in(months, word); is_last && month < months.size()) return beside(months, month);
  const std::string low = lowered(word);
  const auto number = [&](const auto& words) -> std::optional<std::string> {
    const auto place = place_in(words, low);
    if (place == words.size()) return std::nullopt;
    const long other = other_number(static_cast<long>(place), 2, static_cast<long>(words.size()) - 1);
    return cased_like(word, std::string(words[static_cast<std::size_t>(other)]));
  };
  const auto small = number(small_numbers);
  return small ? small : number(tens);
}

std::optional<std::string> OtherAnswer::of(std::string_view text, bool is_date) {
  const auto with = [&](std::size_t begin, std::size_t end, const std::string& other) {
    return std::string(text.substr(0, begin)) + other + std::string(text.substr(end));
  };
  for (std::size_t at = 0; at < text.size();) {
    if (is_digit(text[at])) {
      const auto end = end_of_figure(text, at);
      if (is_minutes(text, end)) return with(end + 1, end + 3, other_minutes(text.substr(end + 1, 2)));
      return with(at, end, other_figure(text.substr(at, end - at), is_date));
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at)
      if (const auto other = other_word(text.substr(at, end - at), end == text.size())) return with(at, end, *other);
    at = std::max(end, at + 1);
  }
  return std::nullopt;
}

namespace {

enum class Form { none, figure, year, clock, word, weekday };

// What states the first value of a text.
struct Statement {
  Form form = Form::none;
  std::size_t begin = 0, end = 0;  // bytes
};

Form form_of_word(Word word) {
  if (place_in(weekdays, word) < weekdays.size()) return Form::weekday;
  const std::string low = lowered(word);
  const bool number = place_in(small_numbers, low) < small_numbers.size() || place_in(tens, low) < tens.size();
  return number ? Form::word : Form::none;
}

// "50th" and "twenty-three" go on behind what was found.
bool goes_on(std::string_view text, const Statement& statement) {
  const auto rest = text.substr(statement.end);
  const auto is_ending = [&](std::string_view ending) { return rest.starts_with(ending); };
  if (statement.form == Form::figure) return is_ending("st") || is_ending("nd") || is_ending("rd") || is_ending("th");
  if (statement.form != Form::word || !is_ending("-")) return false;
  std::size_t end = 1;
  while (end < rest.size() && is_letter(rest[end])) ++end;
  return form_of_word(rest.substr(1, end - 1)) == Form::word || rest.substr(1, end - 1) == "one";
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
    if (const Form form = form_of_word(text.substr(at, end - at)); end > at && form != Form::none)
      return {form, at, end};
    at = std::max(end, at + 1);
  }
  return {};
}

}  // namespace

std::optional<std::string> answered_like(std::string_view text, std::string_view model) {
  const Statement own = first_statement(text), other = first_statement(model);
  if (own.form == Form::none || own.form != other.form || goes_on(text, own) || goes_on(model, other))
    return std::nullopt;
  const auto value = model.substr(other.begin, other.end - other.begin);
  return std::string(text.substr(0, own.begin)) + std::string(value) + std::string(text.substr(own.end));
}

}  // namespace corroborate::training
