// The fuzzer's entry points (libFuzzer). One program for all targets: it runs the one that it is called by, "fuzz-html"
// through a link of that name.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "fuzz/targets.h"

namespace {

using corroborate::fuzz::Target;
using corroborate::fuzz::targets;

const Target* chosen = nullptr;

void list_targets() {
  for (const Target& target : targets()) fmt::print("{}\n", target.name);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char*** words) {
  const std::string_view path = (*words)[0];
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (const Target& target : targets())
    if (name == fmt::format("fuzz-{}", target.name)) chosen = &target;
  if (chosen == nullptr) {
    list_targets();
    std::exit(0);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string fault = chosen->run({reinterpret_cast<const char*>(bytes), size});
  if (fault.empty()) return 0;
  fmt::print(stderr, "{}: {}\n", chosen->name, fault);
  std::abort();
}
