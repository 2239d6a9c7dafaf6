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
	return done();
}
