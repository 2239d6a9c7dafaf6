#include "date.h"

#include <stdio.h>

bool
date_valid(const struct date *d)
{
	static const int last[] = {
	    31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (d->month == 0)
		return d->day == 0 && d->year > 0;
	if (d->month < 1 || d->month > 12 || d->day < 0 ||
	    d->day > last[d->month - 1])
		return false;
	return d->month != 2 || d->day != 29 || d->year == 0 ||
	    (d->year % 4 == 0 && (d->year % 100 != 0 || d->year % 400 == 0));
}

static long
days(const struct date *d)
{
	return (long)d->year * 372 + (long)d->month * 31 + d->day;
}

void
date_near(struct date *d, const struct date *ref)
{
	struct date try = *d;
	long best = 0;

	for (int y = ref->year - 1; y <= ref->year + 1; y++) {
		long gap;

		try.year = y;
		gap = days(&try) - days(ref);
		gap = gap < 0 ? -gap : gap;
		if (date_valid(&try) && (d->year == 0 || gap < best)) {
			d->year = y;
			best = gap;
		}
	}
}

void
date_iso(const struct date *d, char to[DATE_ISO])
{
	if (d->month == 0)
		(void)snprintf(to, DATE_ISO, "%04d", d->year % 10000);
	else if (d->day == 0)
		(void)snprintf(
		    to, DATE_ISO, "%04d-%02d", d->year % 10000, d->month % 100);
	else
		(void)snprintf(to, DATE_ISO, "%04d-%02d-%02d", d->year % 10000,
		    d->month % 100, d->day % 100);
}
