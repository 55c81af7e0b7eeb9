// Lone surrogates in JSON strings: what some scrapers write, and what no UTF-8 can hold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace corroborate::loading {

struct RepairedJson {
  std::string line;
  std::string lone;  // the first escape that was replaced, as written; empty = none
};

// Replaces \uD800…\uDFFF escapes that have no partner by \uFFFD; everything else stays as it is.
RepairedJson replace_lone_surrogates(std::string line);

// How deep lists and objects lie in each other at most; strings are passed over.
std::size_t json_depth(std::string_view text);

// Column (from 1, in bytes) at which `line` stops being JSON.
std::size_t find_json_error(const std::string& line);

}  // namespace corroborate::loading
