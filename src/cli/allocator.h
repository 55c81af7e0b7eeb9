// What jemalloc, which the tool is linked with, does with memory that is free.
#pragma once

namespace corroborate::cli {

// Gives all of it back to the system now: after large things of a kind that does not come again. Safe from any thread;
// does nothing where the tool is built without jemalloc, to be sanitized.
void give_back_memory();

}  // namespace corroborate::cli
