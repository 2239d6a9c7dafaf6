/* chance - permutation tests: all deals, some, as many as the family needs. */
#include "compare/common/chance.h"
#include "tap.h"

enum {
	UNITS = 7,
	TESTS = 3,
	MANY = 40,
	FAMILY = 600,
};

static const uint32_t part[UNITS] = {0, 0, 1, 1, 1, 2, 2};
static const uint32_t stratum[UNITS] = {5, 5, 5, 5, 1, 1, 1};

/* Values of the units; a figure is the sum of those of part 1. */
struct work {
	const double *value;
	const uint32_t *part;
	uint32_t n;
	unsigned taken;
	double sum[CHANCE_LANES];
};

static void
take(void *work, const uint32_t *p)
{
	struct work *w = work;

	w->part = p;
	w->taken++;
}

static double
figure(void *work, uint32_t test)
{
	const struct work *w = work;
	double sum = 0;

	for (uint32_t i = 0; i < w->n; i++)
		sum += w->part[i] == 1 ? w->value[i] : 0;
	return test == 2 ? -sum : sum;
}

static void
take_lane(void *work, uint32_t lane, const uint32_t *p)
{
	struct work *w = work;

	take(work, p);
	w->sum[lane] = figure(work, 0);
}

static bool
figures(void *work, uint32_t test, double x[][CHANCE_LANES])
{
	const struct work *w = work;

	for (int lane = 0; lane < CHANCE_LANES; lane++)
		x[0][lane] = test == 2 ? -w->sum[lane] : w->sum[lane];
	return true;
}

static void
all_deals(void)
{
	/* sums over strata {8 4 2 1} and {64 32 16}: each set its own */
	static const double value[UNITS] = {1, 2, 4, 8, 64, 32, 16};
	const double bar[TESTS] = {4 + 8 + 64, (double)NAN, -(1 + 2 + 16)};
	struct work w = {value, NULL, UNITS, 0, {0}};
	const struct chance_tests t = {
	    .n = TESTS, .bar = bar, .work = &w, .take = take, .figure = figure};
	struct chance_rule rule = {.deals = 1000, .name = ""};
	struct stat_deal d;
	struct chance c;
	double p[TESTS];

	stat_deal_open(&d, part, stratum, UNITS);
	c = chance_run(&d, &rule, &t, p);
	/* two of 4 in one stratum, one of 3 in the other: 6 * 3 */
	ok(c.all && c.n == 18 && w.taken == 19 - 1, "every deal once");
	ok(c.family == 2, "a test without a bar is none");
	near(c.least, 1. / 18, 1e-15, "the least p");
	near(chance_least_q(&c), 2. / 18, 1e-15, "the least q");
	near(p[0], 1. / 18, 1e-15, "the most extreme deal");
	near(p[1], (double)NAN, 0, "no bar, no p");
	near(p[2], 1. / 18, 1e-15, "the other end");
	rule.deals = 17;
	c = chance_run(&d, &rule, &t, p);
	ok(!c.all && c.n == 17, "one deal fewer: a sample");
	near(c.least, 1. / 18, 1e-15, "the least p of a sample");
	stat_deal_close(&d);
}

/* Each test by the sum and by its negative. */
static bool
both_ways(void *work, uint32_t test, double x[][CHANCE_LANES])
{
	const struct work *w = work;

	(void)test;
	for (int lane = 0; lane < CHANCE_LANES; lane++) {
		x[0][lane] = w->sum[lane];
		x[1][lane] = -w->sum[lane];
	}
	return true;
}

/* Test 1 is without bars. */
static void
two_measures(void)
{
	static const double value[UNITS] = {1, 2, 4, 8, 64, 32, 16};
	const double bar[] = {4 + 8 + 64, -(4 + 8 + 64), (double)NAN,
	    (double)NAN, 1 + 2 + 16, -1e9};
	struct work w = {value, NULL, UNITS, 0, {0}};
	const struct chance_tests t = {.n = TESTS,
	    .measures = 2,
	    .bar = bar,
	    .work = &w,
	    .take_lane = take_lane,
	    .figures = both_ways};
	struct chance_rule rule = {.deals = 1000, .name = ""};
	struct stat_deal d;
	struct chance c;
	double p[TESTS];

	stat_deal_open(&d, part, stratum, UNITS);
	c = chance_run(&d, &rule, &t, p);
	ok(c.all && w.taken == 18, "both measures are asked of the same deals");
	ok(c.family == 2, "a test is one, whatever it is measured by");
	/* 4 + 8 + 64 or more: 1 of 18; as little or less: all */
	near(p[0], 1, 1e-15, "the larger p counts, the second");
	ok(isnan(p[1]), "no bars, no p");
	near(p[2], 1, 1e-15, "or the first");
	stat_deal_close(&d);
}

/* The p of a test is that of the measure that is reached so often first. */
static void
two_ends(const uint32_t *half, const double *value)
{
	static double bar[2 * FAMILY];
	static double alone[FAMILY];
	static double both[FAMILY];
	struct work w = {value, NULL, MANY, 0, {0}};
	struct chance_tests t = {.n = FAMILY,
	    .bar = bar,
	    .work = &w,
	    .take_lane = take_lane,
	    .figures = figures};
	struct chance_rule rule = {
	    .deals = CHANCE_AUTO, .seed = 3, .name = "x", .len = 1};
	struct stat_deal d;

	for (uint32_t i = 0; i < FAMILY; i++)
		bar[i] = 380;
	stat_deal_open(&d, half, NULL, MANY);
	(void)chance_run(&d, &rule, &t, alone);
	stat_deal_close(&d);
	for (size_t i = 0; i < FAMILY; i++) {
		bar[2 * i] = 380;      /* about .6 */
		bar[2 * i + 1] = -340; /* about .1 */
	}
	t.measures = 2;
	t.figures = both_ways;
	stat_deal_open(&d, half, NULL, MANY);
	(void)chance_run(&d, &rule, &t, both);
	stat_deal_close(&d);
	near(both[0], alone[0], 1e-15, "the larger p ends a test");
	for (size_t i = 0; i < FAMILY; i++) {
		bar[2 * i] = 440;      /* about .1 */
		bar[2 * i + 1] = -400; /* about .6 */
	}
	stat_deal_open(&d, half, NULL, MANY);
	(void)chance_run(&d, &rule, &t, both);
	stat_deal_close(&d);
	ok(both[0] > 0.45 && both[0] < 0.75, "by the second measure too");
}

/* The first test is never reached, which it says. */
static bool
most_figures(void *work, uint32_t test, double x[][CHANCE_LANES])
{
	return test > 0 && figures(work, test, x);
}

/* As many as the family needs, and an early end. */
static void
some_deals(void)
{
	static double value[MANY];
	static uint32_t half[MANY];
	static double bar[FAMILY];
	static double p[FAMILY];
	static double again[FAMILY];
	struct work w = {value, NULL, MANY, 0, {0}};
	struct chance_tests t = {.n = FAMILY,
	    .bar = bar,
	    .work = &w,
	    .take = take,
	    .figure = figure};
	struct chance_rule rule = {
	    .deals = CHANCE_AUTO, .seed = 3, .name = "x", .len = 1};
	struct stat_deal d;
	struct chance c;
	unsigned other = 0;

	for (uint32_t i = 0; i < MANY; i++) {
		value[i] = i;
		half[i] = i % 2;
	}
	/* R: the sum of 20 of 0:39 has the mean 390, the sd 36.97: 0.399 reach
	 * 400 */
	for (uint32_t i = 0; i < FAMILY; i++)
		bar[i] = i == 0 ? 600 : i == 2 ? -390 : 400;
	stat_deal_open(&d, half, NULL, MANY);
	c = chance_run(&d, &rule, &t, p);
	ok(!c.all && c.n == 12000, "family / .05 deals");
	near(c.least, 1. / 12001, 1e-15, "least p");
	ok(chance_least_q(&c) <= 0.05, "one test alone can reach q = .05");
	near(p[0], 1. / 12001, 1e-15, "never reached");
	ok(p[1] > 0.28 && p[1] < 0.53, "reached often");
	/* 100 / n, n whole */
	near(100 / p[1], floor(100 / p[1] + 0.5), 1e-9, "an early end");
	ok(p[2] > 0.37 && p[2] < 0.66, "about a half");
	t.take_lane = take_lane;
	t.figures = most_figures;
	stat_deal_close(&d);
	stat_deal_open(&d, half, NULL, MANY);
	(void)chance_run(&d, &rule, &t, again);
	for (uint32_t i = 0; i < FAMILY; i++)
		other += p[i] < again[i] || p[i] > again[i];
	ok(other == 0, "side by side: the same");
	rule.deals = 12007;
	c = chance_run(&d, &rule, &t, again);
	ok(c.n == 12007 && again[1] > 0.38 && again[1] < 0.42,
	    "a number of deals for all");
	stat_deal_close(&d);
	two_ends(half, value);
}

int
main(void)
{
	all_deals();
	two_measures();
	some_deals();
	return done();
}
