/* stat_interval - against R. */
#include <stdlib.h>

#include "lib/stat/interval.h"
#include "lib/stat/rng.h"
#include "tap.h"

/* R: poisson.test(n)$conf.int, qgamma(c(.025, .975), c(n, n + 1)) */
static const struct {
	uint64_t n;
	double low;
	double high;
} poisson[] = {
    {0, 0, 3.6888794541139363},
    {1, 0.025317807984289875, 5.5716433909388986},
    {2, 0.2422092785439649, 7.2246876677239608},
    {10, 4.7953886961324336, 18.390356042017779},
    {1000, 938.97301840769522, 1063.952136016302},
    {99999, 99380.155762730352, 100620.74164077374},
    {100000, 99381.152663744731, 100621.74473974388},
};

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

/* v sorted */
static double
sorted_quantile(const double *v, size_t n, double p)
{
	double at = (double)(n - 1) * p;
	size_t i = (size_t)at;

	return i + 1 < n ? v[i] + (at - (double)i) * (v[i + 1] - v[i])
			 : v[n - 1];
}

/* Of values in any order, with ties, rising and falling, as of sorted ones. */
static void
selected(void)
{
	unsigned bad = 0;

	for (uint32_t round = 0; round < 3000; round++) {
		double v[3000];
		struct stat_rng r;
		struct stat_interval x;
		double level = 0.5 + round % 50 / 101.0;
		uint32_t n;
		uint32_t values;

		stat_rng_open(&r, round, "v", 1);
		n = 1 + stat_rng_below(&r, round % 4 == 0 ? 3000 : 400);
		values = 1 + stat_rng_below(&r, round % 3 == 0 ? 5 : 1000);
		for (uint32_t i = 0; i < n; i++)
			v[i] = stat_rng_below(&r, values);
		if (round % 5 == 0)
			qsort(v, n, sizeof(*v), by_value);
		for (uint32_t i = 0; round % 10 == 0 && i < n; i++)
			v[i] = -v[i];
		x = stat_interval_percentile(v, n, level);
		qsort(v, n, sizeof(*v), by_value);
		bad += x.low != sorted_quantile(v, n, (1 - level) / 2);
		bad += x.high != sorted_quantile(v, n, (1 + level) / 2);
	}
	is_u64(bad, 0, "as of sorted values");
}

int
main(void)
{
	double v[] = {5, 1, 4, 2, 3};
	double one[] = {7};
	struct stat_interval x;

	for (size_t i = 0; i < sizeof(poisson) / sizeof(*poisson); i++) {
		x = stat_interval_poisson(poisson[i].n, 0.95);
		near(x.low, poisson[i].low, 1e-11, "Garwood, low");
		near(x.high, poisson[i].high, 1e-11, "Garwood, high");
	}
	x = stat_interval_poisson(0, 0.9);
	near(x.high, 2.99573227355399, 1e-12, "Garwood, 90 %: -ln 0.05");
	x = stat_interval_percentile(v, 5, 0.95);
	near(x.low, 1.1, 1e-12, "quantile(1:5, 0.025)");
	near(x.high, 4.9, 1e-12, "quantile(1:5, 0.975)");
	x = stat_interval_percentile(one, 1, 0.95);
	near(x.low, 7, 0, "of one value");
	near(x.high, 7, 0, "of one value");
	selected();
	return done();
}
