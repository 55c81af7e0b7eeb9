// Turns "Saturday", "September 19", "last month" into days once the day of publication is known.
//
// Used twice: by extract, when the article states its day, and by reconcile, when the day was inferred.
#pragma once

#include "corroborate/extraction.h"

namespace corroborate::time {

// Fills days, value, resolved and basis of an expression whose reference needs the day of publication.
// Does nothing for one that is resolved already or needs no day.
void resolve(DateExpression& date, const PublishedDay& published);

// The days that a reference names, seen from one day.
Days days_of(const DayReference& reference, Grain grain, Day published);

// The weekday that a reference comes to, moved by `plus_days`: "Saturday … the day before" is a Friday. ISO; 0 = it is
// told by none, or by one of a month ("the fourth Thursday of November").
int weekday_of(const DayReference& reference);

}  // namespace corroborate::time
