// Cuts the host out of an address.
#include "text/host.h"

#include <algorithm>

namespace corroborate::text {

std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  std::string host(url.substr(0, url.find_first_of("/?#:")));
  std::ranges::transform(host, host.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const std::string_view prefix : {"www.", "amp.", "mobile.", "m."})
    if (host.starts_with(prefix)) host.erase(0, prefix.size());
  return host;
}

}  // namespace corroborate::text
