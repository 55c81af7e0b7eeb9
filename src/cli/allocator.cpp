// How jemalloc keeps and gives back memory (jemalloc(3), TUNING): it reads `malloc_conf` before main.
//
// - oversize_threshold: lists of 256 KB and more go back to the system as soon as they are freed, so that those of one
//   stage of a long article do not lie beside those of the stage before;
// - dirty_decay_ms, muzzy_decay_ms: the rest goes back 10 ms after it was freed. At once costs `extract` 7 % more time;
//   after ten seconds, as jemalloc has it, twice as many kinds of hostile input take 40 times their size;
// - tcache_max: a thread keeps freed blocks of up to 4 KB at hand. With the usual 32 KB they add up to megabytes.
//
// Reconciling 100,000 articles takes some 90 % of the time and 75 % of the memory that it takes with glibc's malloc.
#include "cli/allocator.h"

#if CORROBORATE_JEMALLOC
#include <jemalloc/jemalloc.h>

const char* malloc_conf = "oversize_threshold:262144,dirty_decay_ms:10,muzzy_decay_ms:0,tcache_max:4096";
#endif

namespace corroborate::cli {

void give_back_memory() {
#if CORROBORATE_JEMALLOC
  static_assert(MALLCTL_ARENAS_ALL == 4096);  // which a name cannot be made of
  mallctl("arena.4096.purge", nullptr, nullptr, nullptr, 0);
#endif
}

}  // namespace corroborate::cli
