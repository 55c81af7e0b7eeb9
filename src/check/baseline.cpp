// Accepted differences by the ids of their findings: what is new beside them, what of them has changed, what is gone.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "check/difference.h"
#include "check/table.h"
#include "corroborate/check.h"
#include "corroborate/ids.h"
#include "corroborate/names.h"

namespace corroborate {
namespace checking {
namespace {

constexpr std::string_view header = "finding\tverdict\tvalues\tseverity\treason";
constexpr std::array<std::string_view, 2> needed = {"finding", "verdict"};
constexpr std::string_view between_values = " | ";

// As it stands in a cell: without what divides cells, lines and values.
std::string cell_of(std::string text) {
  const auto divides = [](char letter) { return letter == '\t' || letter == '\n' || letter == '\r' || letter == '|'; };
  std::replace_if(text.begin(), text.end(), divides, ' ');
  return text;
}

std::string values_of(const Finding& finding) {
  std::string values;
  for (const Position& position : finding.positions)
    values += (values.empty() ? "" : std::string(between_values)) + cell_of(position.value);
  return values;
}

std::set<std::string> split_values(std::string_view cell) {
  std::set<std::string> values;
  for (std::size_t begin = 0; begin < cell.size();) {
    const auto end = std::min(cell.find(between_values, begin), cell.size());
    values.insert(std::string(cell.substr(begin, end - begin)));
    begin = end + between_values.size();
  }
  return values;
}

class Baseline {
 public:
  Baseline(std::string_view table, std::string_view path, const Report& report)
      : report_(report), path_(path), table_(table, header) {}

  CheckResult run() {
    if (const auto column = table_.missing_column(needed); !column.empty()) {
      result_.unusable.push_back({path_, 1, fmt::format("no column \"{}\" (expected finding and verdict)", column)});
      return std::move(result_);
    }
    for (const Finding& finding : report_.findings) {
      findings_.emplace(cell_of(finding.id), &finding);
      const auto [named, is_first] = names_.emplace(without_key(cell_of(finding.id)), &finding);
      if (!is_first) named->second = nullptr;
    }
    std::vector<Line> kept;
    for (Line& line : table_.lines()) {
      if (line.cells.empty() || check(line)) kept.push_back(std::move(line));
    }
    table_.lines() = std::move(kept);
    for (const Finding& finding : report_.findings) {
      if (is_called(finding) && !accepted_.contains(finding.id)) add_new(finding);
    }
    result_.updated = table_.write();
    return std::move(result_);
  }

 private:
  // Brings the entry up to date. False when it goes: what it accepts occurs no more.
  bool check(Line& line) {
    const std::string id = table_.cell(line, "finding"), verdict = table_.cell(line, "verdict");
    const auto accepted = from_name<Verdict>(verdict);
    if (accepted != Verdict::conflict && accepted != Verdict::compatible)
      return unusable(line, fmt::format("verdict \"{}\" (expected conflict or compatible)", verdict));
    const auto level = level_of(line);
    if (!level) return true;
    if (const auto [first, is_first] = lines_.emplace(id, line.number); !is_first)
      return unusable(line, fmt::format("{} stands in line {} already (expected one entry)", id, first->second));
    ++result_.rows;
    const Finding* found = find(id);
    if (found == nullptr) return absent(line, id, fmt::format("no finding {}", id));
    const Finding& finding = *found;
    if (finding.verdict == Verdict::single || finding.verdict == Verdict::agree)
      return absent(line, id, fmt::format("accepted as {}, found {}: {}", verdict, name_of(finding.verdict), id));
    if (finding.verdict < *accepted)
      return stale(line, fmt::format("accepted as {}, found {}: {}", verdict, name_of(finding.verdict), id));
    if (finding.verdict == *accepted) {
      accepted_.insert(finding.id);
      compare_values(line, finding);
      tell(finding, *level);
    }
    table_.set(line, "finding", cell_of(finding.id));
    table_.set(line, "verdict", std::string(name_of(finding.verdict)));
    table_.set(line, "values", values_of(finding));
    kept_.insert(finding.id);
    return true;
  }

  // Where a story's key has changed, since an earlier article joined it: the only finding that is called so.
  const Finding* find(const std::string& id) const {
    if (const auto known = findings_.find(id); known != findings_.end()) return known->second;
    const auto named = names_.find(without_key(id));
    return named == names_.end() ? nullptr : named->second;
  }

  // Of an entry that does not say, off: that is what accepting means.
  std::optional<Level> level_of(const Line& line) {
    const std::string word = table_.cell(line, "severity");
    const auto level = word.empty() ? Level::off : from_name<Level>(word);
    if (!level) unusable(line, fmt::format("severity \"{}\" (expected off, note, warning, error or nothing)", word));
    return level;
  }

  // An entry without values accepts any.
  void compare_values(const Line& line, const Finding& finding) {
    std::set<std::string> gone = split_values(table_.cell(line, "values"));
    if (gone.empty()) return;
    for (std::uint32_t i = 0; i < finding.positions.size(); ++i) {
      if (gone.erase(cell_of(finding.positions[i].value)) == 0) check_new_value(finding, i);
    }
    for (const std::string& value : gone) {
      result_.stale.push_back({path_, line.number, fmt::format("nobody has {} any more: {}", value, finding.id)});
    }
  }

  // A value that makes the difference with one that is there; others can be true as well.
  void check_new_value(const Finding& finding, std::uint32_t position) {
    const auto pair = std::find_if(finding.relations.begin(), finding.relations.end(), [&](const PairRelation& known) {
      return known.verdict == finding.verdict && (known.a == position || known.b == position);
    });
    if (pair == finding.relations.end() || !is_called(finding) || finding.positions[position].claims.empty()) return;
    const Position& other = finding.positions[pair->a == position ? pair->b : pair->a];
    if (finding.severity > Level::note) result_.new_findings.insert(finding.id);
    call(finding.severity,
         at_position(report_, finding.positions[position],
                     fmt::format("new value in an accepted {}, {} against {}: {}", name_of(finding.verdict),
                                 finding.positions[position].value, other.value, finding.id)));
  }

  // An entry may say that its difference is still to be told.
  void tell(const Finding& finding, Level level) {
    const PairRelation* pair = first_pair(finding);
    if (level == Level::off || pair == nullptr) return;
    Problem problem =
        at_position(report_, finding.positions[pair->a],
                    fmt::format("accepted as {}, {} against {}: {}", name_of(level), finding.positions[pair->a].value,
                                finding.positions[pair->b].value, finding.id));
    (level == Level::note ? result_.notes : result_.broken).push_back(std::move(problem));
  }

  void add_new(const Finding& finding) {
    auto problem = new_difference(report_, finding);
    if (!problem) return;
    call(finding.severity, std::move(*problem));
    if (finding.severity > Level::note) result_.new_findings.insert(finding.id);
    if (finding.severity < Level::warning || kept_.contains(finding.id)) return;
    Line line = table_.new_line();
    table_.set(line, "finding", cell_of(finding.id));
    table_.set(line, "finding", cell_of(finding.id));
    table_.set(line, "verdict", std::string(name_of(finding.verdict)));
    table_.set(line, "values", values_of(finding));
    table_.lines().push_back(std::move(line));
  }

  void call(Level level, Problem problem) {
    (level == Level::note ? result_.notes : result_.unexpected).push_back(std::move(problem));
  }

  bool absent(const Line& line, const std::string& id, std::string message) {
    result_.absent.push_back({id, table_.cell(line, "verdict"), {path_, line.number, message}});
    return stale(line, std::move(message));
  }

  bool stale(const Line& line, std::string message) {
    result_.stale.push_back({path_, line.number, std::move(message)});
    return false;
  }

  bool unusable(const Line& line, std::string message) {
    result_.unusable.push_back({path_, line.number, std::move(message)});
    return true;
  }

  const Report& report_;
  std::string path_;
  Table table_;
  std::map<std::string, const Finding*> findings_;  // by id
  std::map<std::string, const Finding*> names_;     // by id without the key; null where several have it
  std::map<std::string, std::uint32_t> lines_;      // of each entry's id
  std::set<std::string> accepted_, kept_;           // ids; kept ones have an entry, perhaps for a milder verdict
  CheckResult result_;
};

}  // namespace
}  // namespace checking

CheckResult check_baseline(std::string_view table, std::string_view table_path, const Report& report) {
  return checking::Baseline(table, table_path, report).run();
}

}  // namespace corroborate
