// The hash by which a Content-Security-Policy allows one inline element: SHA-256 (FIPS 180-4) in base64.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::reporting {

// "sha256-47DEQpj8…": a source expression of the policy, without its quotes.
std::string content_hash(std::string_view bytes);

}  // namespace corroborate::reporting
