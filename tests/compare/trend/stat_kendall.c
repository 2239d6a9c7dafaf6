/* stat_kendall - against R, and against all orders of few values. */
#include "compare/trend/stat_kendall.h"
#include "tap.h"

enum {
	FEW = 6,
	MANY = 23,
};

static int64_t
score(const uint32_t *v, uint32_t n)
{
	int64_t s = 0;

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = i + 1; j < n; j++)
			s += (v[j] > v[i]) - (v[j] < v[i]);
	return s;
}

/* Of all orders of v[k] .. those with |s| >= bar, and all. */
static void
count_orders(uint32_t *v, uint32_t k, int64_t bar, uint64_t n[2])
{
	if (k == FEW) {
		int64_t s = score(v, FEW);

		n[0] += (s < 0 ? -s : s) >= bar;
		n[1]++;
		return;
	}
	for (uint32_t i = k; i < FEW; i++) {
		uint32_t held = v[k];

		v[k] = v[i];
		v[i] = held;
		count_orders(v, k + 1, bar, n);
		v[i] = v[k];
		v[k] = held;
	}
}

static void
check_orders(const uint32_t *rank, const char *name)
{
	uint32_t v[FEW];
	uint32_t room[FEW + 1];
	uint64_t n[2] = {0, 0};
	int64_t s = score(rank, FEW);
	struct stat_kendall x = stat_kendall(rank, FEW, room);
	double p;

	memcpy(v, rank, sizeof(v));
	count_orders(v, 0, s < 0 ? -s : s, n);
	p = (double)n[0] / (double)n[1];
	ok(x.s == s, name);
	near(exp(x.ln_p), p, 1e-13, name);
}

/* s by itself, of so many values as there are in v, with ties and without. */
static void
check_s(const double *v, uint32_t most)
{
	double held[MANY];
	double room[MANY];

	for (uint32_t n = 0; n <= most; n++) {
		int64_t want = 0;

		for (uint32_t i = 0; i < n; i++)
			for (uint32_t j = i + 1; j < n; j++)
				want += (v[j] > v[i]) - (v[j] < v[i]);
		memcpy(held, v, n * sizeof(*held));
		ok(stat_kendall_s(held, n, room) == want, "s of pairs");
	}
}

/* Values as ranks with ties. */
static void
rank_of(const double *v, uint32_t n, uint32_t *rank)
{
	for (uint32_t i = 0; i < n; i++) {
		rank[i] = 0;
		for (uint32_t j = 0; j < n; j++)
			rank[i] += v[j] < v[i];
	}
}

int
main(void)
{
	static const uint32_t few[][FEW] = {{0, 1, 2, 3, 4, 5},
	    {5, 3, 4, 1, 2, 0}, {0, 0, 2, 3, 2, 5}, {0, 0, 0, 3, 0, 0},
	    {3, 3, 3, 0, 0, 0}, {2, 0, 1, 2, 4, 5}};
	static const uint32_t twelve[] = {0, 2, 1, 3, 5, 4, 7, 6, 8, 9, 11, 10};
	static const uint32_t same[] = {0, 0, 0};
	static const uint32_t strata[] = {0, 2, 1, 3, 0, 0, 2, 0};
	static const uint32_t ends[] = {4, 7, 8};
	static const double many[MANY] = {5, 1, 5, 2, 5, 3, 9, 9, 9, 10, 2, 2,
	    2, 11, 15, 14, 12, 17, 13, 18, 22, 21, 16};
	uint32_t rank[MANY];
	uint32_t room[MANY + 1];
	double x[MANY];
	double pair[MANY * (MANY - 1) / 2];
	struct stat_kendall k;

	for (size_t i = 0; i < sizeof(few) / sizeof(*few); i++)
		check_orders(few[i], "p over all orders");
	/* R: cor.test(1:12, v, method = "kendall"), whose p has eleven digits
	 */
	k = stat_kendall(twelve, 12, room);
	near(k.tau, 0.87878787878787878, 1e-14, "tau of R");
	near(exp(k.ln_p) * 479001600, 2 * 1274, 1e-12, "1274 of 12! orders");
	/* R: the formulas in stat_kendall.h */
	rank_of(many, MANY, rank);
	k = stat_kendall(rank, MANY, room);
	ok(k.s == 159, "s with ties");
	near(k.var, 1417.6666666666667, 1e-14, "variance with ties");
	near(k.z, 4.1963337597571622, 1e-14, "z");
	near(k.ln_p, -10.514979518103921, 1e-12, "p of z");
	near(k.tau, 0.64391470397797923, 1e-14, "tau-b");
	for (uint32_t i = 0; i < MANY; i++)
		x[i] = (double)(i + 1) * (double)(i + 1);
	near(stat_kendall_sen(x, many, MANY, pair), 0.033613445378151259, 1e-14,
	    "Theil-Sen");
	/* 1 3 2 5 of one speaker, 2 2 7 of another, in the order of time */
	k = stat_kendall_within(strata, ends, 3, room);
	ok(k.s == 6, "s of strata");
	near(k.var, 11.333333333333334, 1e-14, "variance of strata");
	near(k.tau, 0.71010205144336442, 1e-14, "tau of strata");
	near(exp(k.ln_p) * 144, 20, 1e-12, "20 of 24 by 6 orders");
	near(exp(stat_kendall_ln_least(ends, 3)), 2. / 144, 1e-14,
	    "least p: two of 4! by 3! by 1! orders");
	check_s(many, MANY);
	k = stat_kendall(same, 3, room);
	near(k.tau, (double)NAN, 0, "all tied: no tau");
	near(k.ln_p, (double)NAN, 0, "all tied: no p");
	k = stat_kendall(same, 1, room);
	near(k.ln_p, (double)NAN, 0, "one value: no p");
	return done();
}
