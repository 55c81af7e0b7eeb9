// Walks from tag to tag. libxml2 compares every attribute of an element with those before it, and looks for the
// namespace of a prefix among all that are declared around it.
#include "load/markup_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "load/limits.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Tags {
 public:
  Tags(std::string_view bytes, Markup kind) : bytes_(bytes), kind_(kind) {}

  std::string find_fault() {
    while (fault_.empty() && (at_ = bytes_.find('<', at_)) < bytes_.size()) step();
    return std::move(fault_);
  }

 private:
  void step() {
    const std::string_view rest = bytes_.substr(at_);
    if (rest.starts_with("<!--")) return skip_past("-->");
    if (rest.starts_with("<![CDATA[")) return skip_past("]]>");
    if (rest.starts_with("<?")) return skip_past(kind_ == Markup::xml ? "?>" : ">");
    if (rest.starts_with("<!")) return read_declaration(rest);
    if (rest.starts_with("</")) return close();
    if (rest.size() > 1 && is_name_start(rest[1])) return open();
    ++at_;
  }

  static bool is_name_start(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_' || c == ':' ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  void skip_past(std::string_view end) {
    const auto found = bytes_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? bytes_.size() : found + end.size();
  }

  void read_declaration(std::string_view rest) {
    at_ += 2;
    if (rest.starts_with("<!ENTITY") && ++entities_ > max_entities)
      fault_ = fmt::format("more than {} entities declared", max_entities);
  }

  void close() {
    at_ += 2;
    if (open_.empty()) return;
    namespaces_ -= open_.back();
    open_.pop_back();
  }

  void open() {
    const std::size_t begin = ++at_;
    while (at_ < bytes_.size() && !is_blank(bytes_[at_]) && bytes_[at_] != '/' && bytes_[at_] != '>') ++at_;
    const std::string_view name = bytes_.substr(begin, at_ - begin);
    std::size_t attributes = 0, declared = 0;
    bool closed = false;
    while (fault_.empty() && skip_to_attribute(closed)) {
      declared += bytes_.substr(at_).starts_with("xmlns");
      if (++attributes > max_attributes)
        fault_ = fmt::format("an element with more than {} attributes", max_attributes);
      skip_attribute();
    }
    if (kind_ == Markup::html) return skip_raw(name);
    if (closed || open_.size() > max_nesting * 2) return;  // deeper than libxml2 goes
    open_.push_back(declared);
    namespaces_ += declared;
    if (namespaces_ > max_attributes) fault_ = fmt::format("more than {} namespaces in each other", max_attributes);
  }

  // False at the end of the tag, which it passes; `closed` where that is "/>".
  bool skip_to_attribute(bool& closed) {
    for (; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] == '>') {
        ++at_;
        return false;
      }
      if (!is_blank(bytes_[at_]) && bytes_[at_] != '/') return true;
      closed = bytes_[at_] == '/' || (closed && is_blank(bytes_[at_]));
    }
    return false;
  }

  void skip_attribute() {
    const auto skip_blanks = [&] {
      while (at_ < bytes_.size() && is_blank(bytes_[at_])) ++at_;
    };
    ++at_;  // whatever stands first
    while (at_ < bytes_.size() && bytes_[at_] != '=' && bytes_[at_] != '>' && bytes_[at_] != '/' &&
           !is_blank(bytes_[at_]))
      ++at_;
    skip_blanks();
    if (at_ >= bytes_.size() || bytes_[at_] != '=') return;
    ++at_;
    skip_blanks();
    if (at_ >= bytes_.size()) return;
    const char quote = bytes_[at_];
    if (quote == '"' || quote == '\'') {
      at_ = std::min(bytes_.find(quote, at_ + 1), bytes_.size() - 1) + 1;
      return;
    }
    while (at_ < bytes_.size() && bytes_[at_] != '>' && !is_blank(bytes_[at_])) ++at_;
  }

  // A script holds signs that are no tags.
  void skip_raw(std::string_view name) {
    if (!text::equal_folded(name, "script") && !text::equal_folded(name, "style")) return;
    while ((at_ = bytes_.find("</", at_)) < bytes_.size()) {
      if (text::equal_folded(bytes_.substr(at_ + 2, name.size()), name)) return;
      at_ += 2;
    }
  }

  std::string_view bytes_;
  Markup kind_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  // XML: namespaces that each open element declares
  std::size_t namespaces_ = 0, entities_ = 0;
  std::string fault_;
};

}  // namespace

std::string find_markup_fault(std::string_view bytes, Markup kind) { return Tags(bytes, kind).find_fault(); }

}  // namespace corroborate::loading
