// What the user asked for on the command line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "corroborate/severity.h"

namespace corroborate::cli {

struct Options {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string alignment;        // path of another alignment model than the one linked in; empty = that one
  std::string frequencies;      // path of a table of term frequencies; empty = counted in what is read
  std::string links;            // path of links between articles; empty = found among what is read
  std::string print = "links";  // of `links`: terms, keys, links
  std::string best = "none";    // rule that chooses the best figure
  std::map<std::string, char, std::less<>> sources;  // Admiralty letter by name
  std::string profile;                               // columns of a CSV report; empty = one row a claim
  std::string output;                                // file; empty = standard output
  std::string fail_on;                               // verdict or severity; empty = no gate
  Levels levels;                                     // severity by rule
  std::string color = "auto";                        // auto, always, never
  unsigned threads = 1;
  int verbosity = 0;  // -1 quiet, 1 verbose
  bool all = false;
  bool brief = false;
  Selection selection;  // --only, --property, --min-origins
  Order order = Order::consequence;
  unsigned width = 0;  // columns; 0 = the terminal's
  bool with_text = false;
  bool packed = false;
  std::string expected;  // table of `check`
  std::string baseline;  // table of accepted differences; empty = none
  bool allow_new = false;
  bool update = false;
  bool files = false;                  // list what would be read
  std::vector<std::string> globs;      // of files in folders
  std::string type;                    // of input; empty = by content
  std::string shell;                   // of `completion`: bash, zsh, fish
  std::string finding;                 // id for `explain`
  std::string old_report, new_report;  // of `diff`
  std::string config;                  // file that options are read from; empty = the nearest .corroborate.toml
  bool no_config = false;
  std::map<std::string, std::string, std::less<>> map;  // of a field: its name in JSON and CSV files
};

}  // namespace corroborate::cli
