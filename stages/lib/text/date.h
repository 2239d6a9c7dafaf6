/* date - a day, month or year of the calendar. */
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

#endif
