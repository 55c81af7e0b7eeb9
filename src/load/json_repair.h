// Lone surrogates in JSON strings: what some scrapers write, and what no UTF-8 can hold.
#pragma once

#include <cstddef>
#include <string>

namespace corroborate::loading {

struct RepairedJson {
  std::string line;
  std::string lone;  // the first escape that was replaced, as written; empty = none
};

// Replaces \uD800…\uDFFF escapes that have no partner by \uFFFD; everything else stays as it is.
RepairedJson replace_lone_surrogates(std::string line);

// Column (from 1, in bytes) at which `line` stops being JSON.
std::size_t find_json_error(const std::string& line);

}  // namespace corroborate::loading
