// articles.tsv: what a folder says about its articles, one row a file.
//
// The first line names the columns, in any order: path (relative to the table's folder), and any of outlet, published,
// url, title, byline, language, id, story. Columns of other names are ignored.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corroborate/article.h"
#include "corroborate/corroborate.h"

namespace corroborate::loading {

inline constexpr std::string_view side_table_name = "articles.tsv";

// What the rows state, by the path of the article within the table's folder, in normal form.
using SideTable = std::map<std::string, Article, std::less<>>;

// Reads one table. `path` names it in messages; articles that its folder does not have are told in a notice.
SideTable read_side_table(std::istream& in, const std::string& path, const Sink& sink);

// The tables that speak of one file, the nearest first: a folder and its table. They live as long as the SideTables.
using TablesOfFile = std::vector<std::pair<std::string, const SideTable*>>;

// Fills the article's gaps from them. Safe from many threads.
void fill_from(const TablesOfFile& tables, Article& article, const std::string& file);

// The tables of the folders that articles come from, each read once, when a file first asks for it.
class SideTables {
 public:
  explicit SideTables(const Sink& sink) : sink_(sink) {}

  // Those of the folders between the file and `root`. Both are paths as the user named them, `file` within `root`.
  TablesOfFile of(const std::string& file, const std::string& root);

 private:
  const SideTable& table(const std::string& folder);

  const Sink sink_;
  std::map<std::string, SideTable, std::less<>> tables_;
};

}  // namespace corroborate::loading
