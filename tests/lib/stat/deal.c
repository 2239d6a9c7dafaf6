/* deal - parts dealt to units, with strata. */
#include "lib/stat/deal.h"
#include "tap.h"

enum {
	UNITS = 8,
	DEALS = 8000,
};

static const uint32_t part[UNITS] = {7, 7, 7, 2, 2, 9, 9, 9};
static const uint32_t year[UNITS] = {3, 1, 3, 1, 1, 3, 1, 3};

static uint32_t
how_many(const struct stat_deal *d, uint32_t value)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < d->n; i++)
		n += d->part[i] == value;
	return n;
}

static void
one_stratum(void)
{
	struct stat_deal d;
	unsigned bad = 0;
	uint64_t seen[UNITS] = {0};

	stat_deal_open(&d, part, NULL, UNITS);
	for (uint32_t i = 0; i < UNITS; i++)
		bad += d.part[i] != part[i];
	ok(bad == 0, "first of all what was observed");
	for (int k = 0; k < DEALS; k++) {
		stat_deal_next(&d);
		bad += how_many(&d, 7) != 3 || how_many(&d, 2) != 2 ||
		    how_many(&d, 9) != 3;
		for (uint32_t i = 0; i < UNITS; i++)
			seen[i] += d.part[i] == 2;
	}
	ok(bad == 0, "each value as often as it was there");
	/* p = 1/4: 2000 of 8000, sd 39 */
	for (uint32_t i = 0; i < UNITS; i++)
		ok(seen[i] > 1800 && seen[i] < 2200, "everywhere as often");
	/* R: lfactorial(8) - 2 * lfactorial(3) - lfactorial(2) */
	near(stat_deal_ln_count(&d), 6.327937, 1e-6, "value");
	stat_deal_close(&d);
}

static void
strata(void)
{
	struct stat_deal d;
	struct stat_deal again;
	unsigned bad = 0;
	unsigned moved = 0;

	stat_deal_open(&d, part, year, UNITS);
	stat_deal_open(&again, part, year, UNITS);
	stat_deal_seed(&d, 5, "x", 1);
	stat_deal_seed(&again, 5, "x", 1);
	ok(d.n_stratum == 2, "two strata");
	/* year 1 has 7 2 2 9, year 3 has 7 7 9 9 */
	for (int k = 0; k < 200; k++) {
		uint32_t n2 = 0;

		stat_deal_next(&d);
		stat_deal_next(&again);
		for (uint32_t i = 0; i < UNITS; i++) {
			n2 += d.part[i] == 2 && year[i] == 1;
			bad += d.part[i] != again.part[i];
			moved += d.part[i] != part[i];
		}
		bad += n2 != 2;
	}
	ok(bad == 0, "within strata; the same seed, the same deals");
	ok(moved > 0, "dealt");
	/* R: log(factorial(4) / 2) + log(choose(4, 2)) */
	near(stat_deal_ln_count(&d), 4.276666, 1e-6, "value");
	stat_deal_close(&d);
	stat_deal_close(&again);
}

static void
draws(void)
{
	struct stat_draw d;
	uint64_t seen[UNITS] = {0};
	unsigned bad = 0;

	stat_draw_open(&d, UNITS, 1, "a", 1);
	for (int k = 0; k < DEALS; k++) {
		uint32_t n = 0;

		stat_draw_next(&d);
		for (uint32_t i = 0; i < UNITS; i++) {
			n += d.times[i];
			seen[i] += d.times[i];
		}
		bad += n != UNITS;
	}
	stat_draw_close(&d);
	ok(bad == 0, "as many units as there are");
	/* p = 1/8 of 64000: 8000, sd 84 */
	for (uint32_t i = 0; i < UNITS; i++)
		ok(seen[i] > 7600 && seen[i] < 8400, "every unit as often");
}

int
main(void)
{
	draws();
	one_stratum();
	strata();
	near(stat_deal_p(0, 999), 0.001, 1e-12, "value");
	near(stat_deal_p(999, 999), 1, 1e-12, "value");
	near(stat_deal_least(999, 100), 0.001, 1e-12, "value");
	near(stat_deal_least(999, 2.995732273553991), 0.05, 1e-12, "value");
	ok(stat_deal_enough(3, 0.05, 1000000) == STAT_DEALS_LEAST, "the least");
	ok(stat_deal_enough(598, 0.05, 1000000) == 11960, "20 a test");
	ok(stat_deal_enough(1000000, 0.05, 5000) == 5000, "not above");
	return done();
}
