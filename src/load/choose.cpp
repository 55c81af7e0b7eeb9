#include "load/choose.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "load/metadata.h"
#include "load/own_reports.h"
#include "load/side_table.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

const Format* sniffed(const std::string& head, const std::string& ending, const FieldMap& map) {
  const auto& table = formats();
  const auto row = std::ranges::find_if(table, [&](const Format& format) { return format.sniff({head, ending, map}); });
  return row == table.end() ? nullptr : &*row;
}

const Format* called(std::string_view type) {
  const auto& table = formats();
  const auto row = std::ranges::find(table, type, &Format::type);
  return row == table.end() ? nullptr : &*row;
}

// Files that lie beside articles and are about them: expected output of a check, notes on the folder.
bool stands_beside_articles(const std::string& name) {
  constexpr std::array<std::string_view, 4> notes = {"README", "LICENSE", "LICENCE", "COPYING"};
  const std::string stem = name.substr(0, name.find('.'));
  return std::ranges::find(notes, stem) != notes.end() || stem == "expected" ||
         name.find(".expected") != std::string::npos;
}

// Any text would do for the last format, and any ending for Markdown: in a folder a name has to say so.
std::string why_no_article(const Format* format, const std::string& ending) {
  const auto& table = formats();
  const bool plain = format == nullptr || format == &table.back();
  if (!plain || has_ending(table.back(), ending)) return {};
  const bool other = std::ranges::any_of(table, [&](const Format& row) { return has_ending(row, ending); });
  return other ? fmt::format("passed over: .{} without articles", ending)
               : fmt::format("passed over: .{} is not read in folders", ending);
}

bool holds(const std::string& head, std::string_view part) { return head.find(part) != std::string::npos; }

// What people keep articles in that is not read. The part named first in an OpenDocument file (ISO 26300) says what it
// is.
std::string_view document_kind(const std::string& head) {
  if (head.starts_with("{\\rtf")) return "RTF";
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return "old Office";
  if (!head.starts_with("PK\x03\x04")) return {};
  if (holds(head, "mimetypeapplication/vnd.oasis.opendocument")) return "OpenDocument";
  return {};
}

// Broken ones too: JSON Lines names each.
bool is_object(std::string_view line) { return line.starts_with('{') && line.ends_with('}'); }

bool has_object_line(std::string_view head) {
  constexpr int most = 20;  // lines; more than that before the first article is no JSON Lines
  for (int i = 0; i < most && !head.empty(); ++i) {
    const auto end = std::min(head.find('\n'), head.size());
    if (is_object(trim(head.substr(0, end)))) return true;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return false;
}

// Of patterns without '!' one has to fit, of the others none.
bool fits(const std::string& file, const std::string& folder, const std::vector<std::string>& globs) {
  bool wanted = true, asked = false, found = false;
  for (const std::string& glob : globs) {
    const bool excludes = glob.starts_with('!');
    const std::string pattern = glob.substr(excludes ? 1 : 0);
    const std::string text = pattern.find('/') == std::string::npos ? name_of(file) : within(file, folder);
    const bool match = fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
    if (excludes)
      wanted = wanted && !match;
    else
      asked = true, found = found || match;
  }
  return wanted && (!asked || found);
}

}  // namespace

Choice choose(const std::string& path, const std::string& head, bool named, const LoadOptions& options) {
  const std::string ending = text::ending_of(name_of(path));
  const auto no = [&](std::string why, Severity severity) {
    return Choice{nullptr, {path, 0, std::move(why), severity}};
  };
  if (const auto kind = document_kind(head); !kind.empty() && options.type.empty())
    return no(fmt::format("{} is not read (expected text, HTML, PDF or DOCX: save it as one of these)", kind),
              Severity::skipped);
  if (named && !options.type.empty()) return {called(options.type)};
  const Format* format = sniffed(head, ending, options.map);
  if (named) return {format == nullptr ? &formats().back() : format};
  if (is_table_of_check(head)) return no("passed over: a table of `check`", Severity::notice);
  if (is_own_report(head)) return no("passed over: a report of this program", Severity::told);
  if (std::string why = why_no_article(format, ending); !why.empty()) return no(std::move(why), Severity::notice);
  if (format == nullptr) format = &formats().back();
  if (!options.type.empty() && format->type != options.type)
    return no(fmt::format("passed over: {}, not {}", format->type, options.type), Severity::notice);
  return {format};
}

Choice choose_for_stream(const std::string& head, const LoadOptions& options) {
  const bool lines = head.find_first_not_of(" \t\r\n") == std::string::npos || has_object_line(head);
  if (options.type.empty() && lines) return {called("jsonl")};
  return choose("-", head, true, options);
}

std::string why_unwanted(const std::string& file, const std::string& folder, const LoadOptions& options) {
  if (stands_beside_articles(name_of(file))) return "passed over: stands beside articles, is none";
  return fits(file, folder, options.globs) ? "" : "passed over: no pattern asks for it";
}

std::string within(const std::string& file, const std::string& folder) {
  return file.substr(folder.size() + (folder.ends_with('/') ? 0 : 1));
}

bool is_same_file(const std::string& a, const std::string& b) {
  if (b.empty() || name_of(a) != name_of(b)) return false;
  std::error_code missing;
  return std::filesystem::equivalent(a, b, missing) && !missing;
}

}  // namespace corroborate::loading
