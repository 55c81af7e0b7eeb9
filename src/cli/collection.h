// Files that tell of the collection which the articles are a part of: --frequencies and --links.
#pragma once

#include <vector>

#include "cli/console.h"
#include "cli/options.h"
#include "corroborate/corroborate.h"
#include "corroborate/links.h"

namespace corroborate::cli {

struct Collection {
  Frequencies frequencies;  // empty where no file is named
  std::vector<Link> links;
  bool good = true;  // else what is wrong has been told
};

Collection read_collection(const Options& options, Console& console);

}  // namespace corroborate::cli
