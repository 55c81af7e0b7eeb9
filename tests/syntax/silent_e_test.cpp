// Which regular verb forms have lost a silent e.
#include "syntax/silent_e.h"

#include <string_view>

#include "test.h"

namespace {

using corroborate::syntax::silent_e;
using corroborate::syntax::SilentE;

// "hoped" of "hope": the stem in front of the ending.
SilentE of(std::string_view form) {
  const std::string_view ending = form.ends_with("ing") ? "ing" : "ed";
  return silent_e(form.substr(0, form.size() - ending.size()), ending);
}

}  // namespace

TEST_CASE("spelling_tells_a_silent_e") {
  for (const std::string_view form :
       {"timed",    "timing",    "hoped",   "robed",   "caned",     "quoted",   "tuned",   "chafed",
        "toed",     "argued",    "freed",   "danced",  "served",    "reversed", "rinsed",  "jostled",
        "judged",   "charged",   "raised",  "voiced",  "gauged",    "seized",   "decided", "assumed",
        "operated", "evacuated", "retired", "injured", "described", "escaped"}) {
    INFO(form);
    CHECK(of(form) == SilentE::lost);
  }
}

TEST_CASE("spelling_tells_that_there_is_none") {
  for (const std::string_view form :
       {"boasted", "contrasted", "ousted", "looted", "looting", "reeled",  "explained", "landed",
        "helped",  "climbed",    "hurled", "warned", "opened",  "offered", "played",    "boxed",
        "rowed",   "vetoed",     "booed",  "wooing", "toeing",  "freeing", "torched"}) {
    INFO(form);
    CHECK(of(form) == SilentE::none);
  }
}

TEST_CASE("where_both_are_written_spelling_does_not_tell") {
  for (const std::string_view form : {"visited", "invited", "wasted", "blasted", "changed", "banged", "patrolled",
                                      "developed", "bathed", "focused", "used"}) {
    INFO(form);
    CHECK(of(form) == SilentE::open);
  }
}
