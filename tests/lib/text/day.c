/* Days that a date may mean. */
#include "lib/text/day.h"
#include "tap.h"

static void
apart(const char *a, const char *b, long want)
{
	struct date x;
	struct date y;

	ok(day_iso(a, &x) && day_iso(b, &y) && day_apart(&x, &y) == want, b);
}

int
main(void)
{
	struct date d;

	ok(!day_iso("3 octobre 2025", &d), "not ISO");
	ok(!day_iso("2025-02-30", &d), "no day");
	ok(day_iso("2025-10", &d) && day_first(&d) == 20251001 &&
		day_last(&d) == 20251031,
	    "a month");
	ok(day_iso("2025", &d) && day_first(&d) == 20250101 &&
		day_last(&d) == 20251231,
	    "a year");
	apart("2024-02-28", "2024-03-01", 2);
	apart("2023-03-01", "2023-02-28", 1);
	apart("2023-12-31", "2024-12-31", 366);
	apart("2024", "2024-06-01", 0);
	apart("2024", "2025-02-01", 32);
	return done();
}
