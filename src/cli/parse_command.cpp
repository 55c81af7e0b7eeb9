// `corroborate parse PATH…`: every sentence of every article as CoNLL-U, in input order.
#include <iostream>

#include "cli/commands.h"
#include "corroborate/corroborate.h"

namespace corroborate::cli {

void run_parse(const Options& options, Console& console) {
  std::size_t count = 0;
  load(options.paths, std::cin,
       {[&](Article&& article) {
          console.write(parse_conllu(article));
          ++count;
        },
        [&](Problem&& problem) { console.problem(problem); }});
  if (count > 0) return;
  console.note("nothing to parse: no article could be read");
  console.raise(Status::nothing);
}

}  // namespace corroborate::cli
