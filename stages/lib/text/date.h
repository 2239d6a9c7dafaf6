/* date - a day, month or year of the calendar, and its days. */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>

struct date {
	int year; /* 0: not told */
	int month;
	int day;
};

enum {
	DATE_ISO = 16
};

/* Is it a day (or month, year where the rest is 0) of the calendar? */
bool date_valid(const struct date *d);
/* The year that brings a date without one nearest to ref. */
void date_near(struct date *d, const struct date *ref);
/* "2025-10-03", "2025-10" or "2025". */
void date_iso(const struct date *d, char to[DATE_ISO]);

/* ---- the days that a date may mean, as numbers ---- */

/* Is s written as transcript.5 says, a day, month or year of the calendar? */
bool date_read(const char *s, struct date *d);
/* The first and the last day of a day, month or year, as 20251003. */
long date_first(const struct date *d);
long date_last(const struct date *d);
/* The first day, counted from some day. */
long date_number(const struct date *d);
/* Days between the nearest days of both; 0 if one may hold the other. */
long date_apart(const struct date *a, const struct date *b);

#endif
