/* date - dates and times of day as French texts write them. */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>
#include <stddef.h>

struct date {
	int year; /* 0: not told */
	int month;
	int day;
};

enum {
	DATE_ISO = 16,
	DATE_TEXT = 512
};

/* The first date in s, and the bytes that it takes, the day's name included:
 *	2025-10-03  3/10/2025  3.10.2025  Vendredi 3 octobre 2025
 *	1er oct. 2025  octobre 2025  3 octobre (year 0)
 *	3 et 4 juin 2025  du 30 mai au 1er juin 2025 (the first day)
 * Only the first DATE_TEXT characters are looked at. */
bool date_find(
    const char *s, size_t len, struct date *d, size_t *from, size_t *to);
/* s is a date and nothing else; also 2025, 2025-10 and 20251003. */
bool date_parse(const char *s, size_t len, struct date *d);
/* Is it a day (or month, year where the rest is 0) of the calendar? */
bool date_valid(const struct date *d);
/* The year that brings a date without one nearest to ref. */
void date_near(struct date *d, const struct date *ref);
/* "2025-10-03", "2025-10" or "2025". */
void date_iso(const struct date *d, char to[DATE_ISO]);
/* The first time of day in s (14h, 14 h 30, 14h30, 14:30), as "14:30". */
bool date_time(const char *s, size_t len, char to[DATE_ISO], size_t *from,
    size_t *to_byte);

#endif
