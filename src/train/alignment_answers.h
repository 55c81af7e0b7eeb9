// Another answer to a question, in the words of the one that stands: "seven" for "five", "9:40" for "9:25", "Tuesday"
// for "Monday"; drawn, or taken from the answer to another question.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "train/alignment_random.h"

namespace corroborate::training {

// The other answers of one article to one question: what it tells twice is altered alike. For use by one thread.
class OtherAnswer {
 public:
  explicit OtherAnswer(Random& random) : random_(random) {}

  // `text` with its first figure, number word, weekday or closing month altered; std::nullopt = it has none.
  // `is_date`: an expression of time, whose figures are days, years and hours.
  std::optional<std::string> of(std::string_view text, bool is_date);

 private:
  std::string other_figure(std::string_view digits, bool is_date);
  std::string other_minutes(std::string_view minutes);
  std::string other_word(std::string_view word);
  std::string other_name(std::string_view name, const std::vector<std::string_view>& names);
  std::string drawn_figure(std::string_view digits, bool is_date);
  long other_number(long number, long least, long most);

  Random& random_;
  std::map<std::string, std::string> known_;  // figures and names, and what stands for them
  std::map<long, long> numbers_;
};

// `text` with the first figure, number word or weekday of `model` in the place of its own: an answer to another
// question that is the same by chance. std::nullopt = the two are not of one form (a year, a clock time, an ordinal …).
std::optional<std::string> answered_like(std::string_view text, std::string_view model);

}  // namespace corroborate::training
