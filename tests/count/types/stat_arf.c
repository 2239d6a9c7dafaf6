/* stat_arf - against R (stat_arf.h), and where whole numbers would overflow. */
#include "count/types/stat_arf.h"

#include <math.h>
#include <stddef.h>

#include "tap.h"

static double
arf(const uint64_t *place, uint64_t f, uint64_t n)
{
	struct stat_arf a = {0};

	for (uint64_t i = 0; i < f; i++)
		stat_arf_add(&a, place[i], f, n);
	return stat_arf(&a, f, n);
}

int
main(void)
{
	static const uint64_t even[] = {3, 6, 9, 12};
	static const uint64_t heap[] = {5, 6, 7, 8};
	static const uint64_t ends[] = {1, 2, 6, 12};
	const uint64_t far[] = {1, UINT64_MAX / 2};

	near(arf(NULL, 0, 12), NAN, 0, "none");
	near(arf(even, 1, 12), 1, 0, "one");
	near(arf(even, 4, 12), 4, 0, "evenly spread");
	near(arf(heap, 4, 12), 2, 0, "one heap");
	near(arf(ends, 4, 12), 8.0 / 3, 1e-15, "round the end");
	near(arf(far, 2, UINT64_MAX - 1), 2, 1e-12, "large places");
	return done();
}
