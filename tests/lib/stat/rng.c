/* stat_rng - the streams are what they were. */
#include <gsl/gsl_rng.h>

#include "lib/stat/rng.h"
#include "tap.h"

/* Against GSL, over several turns of the state. */
static void
as_gsl(void)
{
	gsl_rng *g = gsl_rng_alloc(gsl_rng_mt19937);
	struct stat_rng r;
	unsigned bad = 0;

	stat_rng_open(&r, 3, "gsl", 3);
	gsl_rng_set(g, r.state[0]);
	for (uint32_t i = 1; i < 5000; i++) {
		uint32_t n = i % 7 == 0 ? UINT32_MAX - i : i;

		bad += stat_rng_below(&r, n) != gsl_rng_uniform_int(g, n);
	}
	is_u64(bad, 0, "the numbers of GSL");
	gsl_rng_free(g);
}

static uint64_t
first(uint64_t seed, const char *name)
{
	struct stat_rng r;
	uint64_t v = 0;

	stat_rng_open(&r, seed, name, strlen(name));
	for (int i = 0; i < 6; i++)
		v = v * 1000 + stat_rng_below(&r, 1000);
	return v;
}

/* The product that stands for a division, about multiples of the step. */
static void
divided(void)
{
	unsigned bad = 0;

	for (uint32_t i = 1; i < 4000; i++) {
		uint32_t n = i < 2000 ? i : UINT32_MAX / (i - 1998);
		struct stat_rng_range in = stat_rng_range(n);
		uint64_t step = UINT32_MAX / (n > 1 ? n : 1);

		for (uint64_t j = 0; j < 50 && in.per != 0; j++) {
			uint64_t x = (UINT32_MAX / step - j) * step - j % 2;

			if (j > UINT32_MAX / step || x > UINT32_MAX)
				break;
			bad += (uint64_t)((stat_rng_u128)x * in.per >> 64) !=
			    x / step;
		}
	}
	is_u64(bad, 0, "whole quotients");
}

int
main(void)
{
	struct stat_rng r;
	unsigned seen[6] = {0};
	unsigned n_even = 0;
	uint64_t again = first(1, "a");

	as_gsl();
	divided();
	is_u64(first(1, "a"), UINT64_C(739672684661203157),
	    "mt19937 by a fixed seed");
	ok(first(1, "a") == again, "the same again");
	ok(first(1, "a") != first(2, "a"), "another seed");
	ok(first(1, "a") != first(1, "b"), "another name");
	stat_rng_open(&r, 7, "", 0);
	for (int i = 0; i < 60000; i++)
		seen[stat_rng_below(&r, 6)]++;
	for (size_t i = 0; i < 6; i++)
		n_even += seen[i] > 9600 && seen[i] < 10400;
	is_u64(n_even, 6, "a fair die");
	is_u64(stat_rng_below(&r, 1), 0, "one value");
	ok(stat_rng_below(&r, UINT32_MAX) < UINT32_MAX, "the widest range");
	return done();
}
