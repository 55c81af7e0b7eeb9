// Cells and rows of comma-separated values (RFC 4180).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corroborate::reporting {

// Appends one row with its line end. Cells are quoted where they must be. A text that a spreadsheet would run as a
// formula (=, +, @, - at its start, and no number) gets an apostrophe in front, as spreadsheets themselves write it.
void append_row(std::string& out, const std::vector<std::string>& cells);

// A finite number in as few digits as tell it apart; empty for an open end.
std::string number_cell(double value);

}  // namespace corroborate::reporting
