/* apart - p of parts against what the formulas of the header say of each deal,
 * one by one. */
#include "compare/common/apart.h"
#include "lib/stat/deal.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	UNITS = 60,
	PARTS = 3,
	ITEMS = 40,
	TESTS = ITEMS * PARTS,
	DEALS = 400,
};

static const char name[] = "test";

/* Items of one unit to all of them, some so frequent that they have no room in
 * a few bits; parts of 6 units, 18 and 36. */
static void
make_units(struct units *u, uint64_t seed, uint32_t strata, double most)
{
	struct stat_rng rng;

	stat_rng_open(&rng, seed, name, 4);
	for (uint32_t i = 0; i < UNITS; i++) {
		uint32_t part = i % 10 == 0 ? 0 : i % 10 < 4 ? 1 : 2;

		units_add(u, 20000 + stat_rng_below(&rng, 9000), part,
		    stat_rng_below(&rng, strata));
		for (uint32_t k = 0; k < ITEMS; k++)
			if (stat_rng_below(&rng, ITEMS) <= k)
				units_hit(u, i, k,
				    1 +
					stat_rng_below(&rng,
					    k == 7 ? (uint32_t)most
						   : 2 + part));
	}
	units_ready(u, ITEMS);
}

static double
apart(double f, double E)
{
	return f + 2 * E > 0 ? (f - E) * (f - E) / (f + 2 * E) : 0;
}

/* A stratum of an item: what is to be expected of a word there, and the mean
 * words of units that have it not. */
struct stratum {
	double per;
	double mean;
};

static struct stratum
stratum_of(const struct units *u, const double *has, uint32_t s)
{
	struct stratum x = {0, 0};
	uint32_t n = 0;

	for (uint32_t i = 0; i < u->n; i++) {
		if (u->stratum[i] != s)
			continue;
		x.per += has[i] / u->T[s];
		n += !(has[i] > 0);
		x.mean += has[i] > 0 ? 0 : u->words[i];
	}
	x.mean = n > 0 ? x.mean / n : 0;
	return x;
}

/* E of the words of the part, or as if units without the item were alike. */
static double
figure(const struct units *u, const uint32_t *part, const struct apart_test *x,
    bool alike)
{
	double has[UNITS] = {0};
	double f = 0;
	double E = 0;

	for (size_t j = u->first[x->item]; j < u->first[x->item + 1]; j++)
		has[u->hit[j].unit] = u->hit[j].f;
	for (uint32_t i = 0; i < u->n; i++) {
		struct stratum s;

		if (part[i] != x->part)
			continue;
		s = stratum_of(u, has, u->stratum[i]);
		f += has[i];
		E += s.per * (alike && !(has[i] > 0) ? s.mean : u->words[i]);
	}
	return apart(f, E) + apart(u->F[x->item] - f, u->F[x->item] - E);
}

/* How many deals reach what is seen, of the measure that more of them reach. */
static void
by_hand(const struct units *u, const struct apart_test *test, double *p)
{
	uint32_t reached[TESTS][2] = {{0}};
	struct stat_deal d;

	stat_deal_open(&d, u->part, u->stratum, u->n);
	stat_deal_seed(&d, 1, name, 4);
	for (int k = 0; k < DEALS; k++) {
		stat_deal_next(&d);
		for (int i = 0; i < TESTS; i++)
			for (int m = 0; m < 2; m++)
				reached[i][m] += figure(u, d.part, &test[i],
						     m > 0) >= (1 - 1e-9) *
					figure(u, u->part, &test[i], m > 0);
	}
	stat_deal_close(&d);
	for (int i = 0; i < TESTS; i++)
		p[i] =
		    stat_deal_p(reached[i][0] > reached[i][1] ? reached[i][0]
							      : reached[i][1],
			DEALS);
}

static void
compare(uint64_t seed, uint32_t strata, double most, const char *what)
{
	struct chance_rule rule = {
	    .deals = DEALS, .seed = 1, .name = name, .len = 4};
	struct apart_test test[TESTS];
	struct units u = {0};
	double want[TESTS];
	double p[TESTS];
	double off = 0;

	make_units(&u, seed, strata, most);
	for (uint32_t i = 0; i < TESTS; i++)
		test[i] = (struct apart_test){i / PARTS, i % PARTS};
	(void)apart_run(&u, test, TESTS, &rule, p);
	by_hand(&u, test, want);
	for (int i = 0; i < TESTS; i++)
		off = fmax(off, fabs(p[i] - want[i]));
	near(off, 0, 1e-12, what);
	units_free(&u);
}

int
main(void)
{
	compare(1, 1, 5, "p of one part: as deals one by one have it");
	compare(2, 1, 1 << 19, "an item that few bits have no room for");
	compare(3, 1, 1 << 28, "and one that 32 have none for");
	compare(4, 3, 5, "within strata");
	return done();
}
