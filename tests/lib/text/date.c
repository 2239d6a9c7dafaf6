/* Days, months and years of the calendar. */
#include "lib/text/date.h"
#include "tap.h"

static void
written(int year, int month, int day, const char *want)
{
	struct date d = {year, month, day};
	char iso[DATE_ISO] = "none";

	if (date_valid(&d))
		date_iso(&d, iso);
	is_str(iso, want, want);
}

static void
apart(const char *a, const char *b, long want)
{
	struct date x;
	struct date y;

	ok(date_read(a, &x) && date_read(b, &y) && date_apart(&x, &y) == want,
	    b);
}

static void
days(void)
{
	struct date d;

	ok(!date_read("3 octobre 2025", &d), "not ISO");
	ok(!date_read("2025-02-30", &d), "no day");
	ok(date_read("2025-10", &d) && date_first(&d) == 20251001 &&
		date_last(&d) == 20251031,
	    "a month");
	ok(date_read("2025", &d) && date_first(&d) == 20250101 &&
		date_last(&d) == 20251231,
	    "a year");
	apart("2024-02-28", "2024-03-01", 2);
	apart("2023-03-01", "2023-02-28", 1);
	apart("2023-12-31", "2024-12-31", 366);
	apart("2024", "2024-06-01", 0);
	apart("2024", "2025-02-01", 32);
}

int
main(void)
{
	struct date d = {0, 12, 30};
	const struct date ref = {2025, 1, 4};
	char iso[DATE_ISO];

	written(2025, 10, 3, "2025-10-03");
	written(2025, 10, 0, "2025-10");
	written(2025, 0, 0, "2025");
	written(2024, 2, 29, "2024-02-29");
	written(1900, 2, 29, "none");
	written(2025, 0, 3, "none");
	written(2025, 13, 1, "none");
	date_near(&d, &ref);
	date_iso(&d, iso);
	is_str(iso, "2024-12-30", "the nearest year");
	days();
	return done();
}
