// The formats of a difference.
#pragma once

#include <string>

#include "corroborate/diff.h"

namespace corroborate::diffing {

struct Compared {
  const Report& before;
  const Report& now;
  const Difference& difference;
};

std::string write_text(const Compared& compared, const WriteOptions& options);
std::string write_json(const Compared& compared);

}  // namespace corroborate::diffing
