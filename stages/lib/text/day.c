#include "day.h"

#include <string.h>

bool
day_iso(const char *s, struct date *d)
{
	char iso[DATE_ISO];

	if (!date_parse(s, strlen(s), d) || !date_valid(d))
		return false;
	date_iso(d, iso);
	return strcmp(s, iso) == 0;
}

long
day_first(const struct date *d)
{
	return d->year * 10000L + (d->month > 0 ? d->month : 1) * 100L +
	    (d->day > 0 ? d->day : 1);
}

long
day_last(const struct date *d)
{
	return d->year * 10000L + (d->month > 0 ? d->month : 12) * 100L +
	    (d->day > 0 ? d->day : 31);
}

/* Days since some day, of one written as 20251003. */
static long
count_days(long ymd)
{
	long m = ymd / 100 % 100;
	long y = ymd / 10000 - (m <= 2);

	return 365 * y + y / 4 - y / 100 + y / 400 +
	    (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + ymd % 100;
}

long
day_number(const struct date *d)
{
	return count_days(day_first(d));
}

long
day_apart(const struct date *a, const struct date *b)
{
	long after = count_days(day_first(a)) - count_days(day_last(b));
	long before = count_days(day_first(b)) - count_days(day_last(a));

	return after > 0 ? after : before > 0 ? before : 0;
}
