// Days of publication as files state them, and which of several is believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/article.h"

namespace corroborate::loading {

// An ISO 8601 date, an RFC 5322 date ("Sat, 17 Sep 2016 13:59:00 +0200"), or one in English words ("Sept. 17, 2016"):
// the day as written there, on its own clock. Nothing for anything else.
std::optional<Day> read_stated_day(std::string_view text);

// The day in a path such as /2016/09/17/ or 2016-09-17-title, of a URL or a file name.
std::optional<Day> find_day_in_path(std::string_view path);

// Where a day was stated, the most trusted first.
enum class DayTrust { json_ld, meta, time_element, feed };

// Collects what a file says of its day. All of it stays in the note of the day that is believed.
class StatedDays {
 public:
  // `label` names the place ("meta article:published_time"); a value that is no date is left out.
  void add(DayTrust trust, std::string_view label, std::string_view value);
  std::optional<PublishedDay> best() const;

 private:
  struct Stated {
    DayTrust trust;
    Day day;
    std::string words;
  };
  std::vector<Stated> stated_;
};

}  // namespace corroborate::loading
