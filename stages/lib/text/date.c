#include "date.h"

#include <stdio.h>
#include <string.h>

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

bool
date_read(const char *s, struct date *d)
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
date_first(const struct date *d)
{
	return d->year * 10000L + (d->month > 0 ? d->month : 1) * 100L +
	    (d->day > 0 ? d->day : 1);
}

long
date_last(const struct date *d)
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
date_number(const struct date *d)
{
	return count_days(date_first(d));
}

long
date_apart(const struct date *a, const struct date *b)
{
	long after = count_days(date_first(a)) - count_days(date_last(b));
	long before = count_days(date_first(b)) - count_days(date_last(a));

	return after > 0 ? after : before > 0 ? before : 0;
}
