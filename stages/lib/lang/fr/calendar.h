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

/* The first date in s, and the bytes that it takes, the day's name included:
 *	2025-10-03  3/10/2025  3.10.2025  Vendredi 3 octobre 2025
 *	1er oct. 2025  octobre 2025  3 octobre (year 0)
 *	3 et 4 juin 2025  du 30 mai au 1er juin 2025 (the first day)
 * Only the first CALENDAR_TEXT characters are looked at. */
bool calendar_find(
    const char *s, size_t len, struct date *d, size_t *from, size_t *to);
/* s is a date and nothing else; also 2025, 2025-10 and 20251003. */
bool calendar_parse(const char *s, size_t len, struct date *d);
/* The first time of day in s (14h, 14 h 30, 14h30, 14:30), as "14:30". */
bool calendar_time(const char *s, size_t len, char to[DATE_ISO], size_t *from,
    size_t *to_byte);
/* The month (1 to 12) of a name in full, as slug_fold() writes it, or 0. */
int calendar_month(const char *folded);

#endif
