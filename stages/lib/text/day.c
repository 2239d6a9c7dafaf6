#include "day.h"

#include <string.h>

bool
day_iso(const char *s, struct date *d)
{
	int *const part[] = {&d->year, &d->month, &d->day};
	char iso[DATE_ISO];
	const char *p = s;

	*d = (struct date){0};
	for (size_t k = 0; k < 3 && (k == 0 || *p == '-'); k++) {
		p += k > 0;
		for (size_t n = 0; n < 4 && *p >= '0' && *p <= '9'; n++)
			*part[k] = *part[k] * 10 + (*p++ - '0');
	}
	date_iso(d, iso);
	return d->year > 0 && date_valid(d) && strcmp(s, iso) == 0;
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
