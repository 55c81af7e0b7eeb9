// The table of expectations: lines of tab-separated cells under a header, kept so that it can be written again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace corroborate::checking {

struct Line {
  std::uint32_t number = 0;
  std::vector<std::string> cells;
  std::string comment;  // the line as it stands, where it is blank or a comment
};

class Table {
 public:
  // An empty text has the usual header and no rows.
  Table(std::string_view text, std::string_view usual_header);

  // The first of the columns that is not there, or empty.
  std::string missing_column(std::span<const std::string_view> needed) const;

  // The cell under a column, empty where there is none. file_a and file_b are older names of article_a and article_b.
  std::string cell(const Line& line, std::string_view column) const;
  // Does nothing where the table has no such column.
  void set(Line& line, std::string_view column, std::string value) const;

  std::vector<Line>& lines() { return lines_; }
  const std::vector<Line>& lines() const { return lines_; }
  Line new_line() const { return {0, std::vector<std::string>(columns_.size()), {}}; }

  std::string write() const;

 private:
  int index_of(std::string_view column) const;

  std::vector<std::string> columns_;
  std::vector<Line> lines_;
};

}  // namespace corroborate::checking
