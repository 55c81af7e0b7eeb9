// An HTTP/1 response as crawlers store it.
#pragma once

#include <string>

namespace corroborate::loading {

struct HttpResponse {
  int status = 0;
  std::string content_type;  // in lower case, without parameters
  std::string charset;       // in lower case; empty = not stated
  std::string body;          // chunks put together, unpacked
  std::string error;         // empty = read
};

HttpResponse read_http_response(const std::string& bytes);

}  // namespace corroborate::loading
