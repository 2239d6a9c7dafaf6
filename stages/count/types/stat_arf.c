#include "stat_arf.h"

#include <math.h>

/* d <= n / f in whole numbers, which do not overflow. */
static void
add_distance(struct stat_arf *a, uint64_t d, uint64_t f, uint64_t n)
{
	if (d <= n / f)
		a->near += d;
	else
		a->far++;
}

void
stat_arf_add(struct stat_arf *a, uint64_t at, uint64_t f, uint64_t n)
{
	if (a->first == 0)
		a->first = at;
	else
		add_distance(a, at - a->last, f, n);
	a->last = at;
}

double
stat_arf(const struct stat_arf *a, uint64_t f, uint64_t n)
{
	struct stat_arf all = *a;

	if (a->first == 0)
		return (double)NAN;
	add_distance(&all, a->first + n - a->last, f, n);
	return (double)all.far + (double)all.near / (double)n * (double)f;
}
