// Entry point of the tests; works with Catch2 2.x (Debian 12) and 3.x.
#define CATCH_CONFIG_MAIN
#include "test.h"
