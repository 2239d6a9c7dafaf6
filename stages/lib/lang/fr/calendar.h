/* calendar - dates and times of day as French texts write them. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/text/date.h"

enum {
	CALENDAR_TEXT = 512,
	CALENDAR_MONTH = 12 /* bytes of a name of a month, marks included */
};
/* What a date may look like, for messages. */
#define CALENDAR_EXAMPLES "2025-10-03, 3 octobre 2025, 3/10/2025"

/* A date in a text. */
struct calendar_date {
	struct date day[2]; /* the second, of a span of days or months, is all
			       zero where there is none */
	size_t from;        /* the bytes that it takes, a day's name included */
	size_t to;
};

/* The first date in s:
 *	2025-10-03  2025/10/3  3/10/2025  3.10.2025  Vendredi 3 octobre 2025
 *	1er oct. 2025  octobre 2025  3 octobre (year 0)
 *	3 et 4 juin 2025  du 30 mai au 1er juin 2025  mai - juin 2025
 *	1/6/2025 au 3/6/2025  2025-06-01/2025-06-03
 * Of three days and more the first and the last.  Only the first CALENDAR_TEXT
 * characters are looked at. */
bool calendar_find(const char *s, size_t len, struct calendar_date *x);
/* s is a date and nothing else; also 2025, 2025-10 and 20251003. */
bool calendar_parse(const char *s, size_t len, struct calendar_date *x);
/* The first time of day in s (14h, 14 h 30, 14h30, 14:30), as "14:30". */
bool calendar_time(const char *s, size_t len, char to[DATE_ISO], size_t *from,
    size_t *to_byte);
/* The month (1 to 12) of a name in full, as slug_fold() writes it, or 0. */
int calendar_month(const char *folded);

#endif
