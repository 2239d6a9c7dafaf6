/* day - the days that a date may mean, as numbers. */
#ifndef DAY_H
#define DAY_H

#include <stdbool.h>

#include "date.h"

/* Is s written as transcript.5 says, a day, month or year of the calendar? */
bool day_iso(const char *s, struct date *d);
/* The first and the last day of a day, month or year, as 20251003. */
long day_first(const struct date *d);
long day_last(const struct date *d);
/* The first day, counted from some day. */
long day_number(const struct date *d);
/* Days between the nearest days of both; 0 if one may hold the other. */
long day_apart(const struct date *a, const struct date *b);

#endif
