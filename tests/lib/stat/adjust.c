/* stat_adjust - against R's p.adjust. */
#include "lib/stat/adjust.h"
#include "tap.h"

/* p <- c(0.04, 0.001, 0.5, 0.02, 0.001, 0.9) */
static const double p[] = {0.04, 0.001, 0.5, 0.02, 0.001, 0.9};
static const double bh[] = {0.06, 0.003, 0.6, 0.04, 0.003, 0.9};
static const double holm[] = {0.12, 0.006, 1, 0.08, 0.006, 1};

enum {
	N = sizeof(p) / sizeof(*p)
};

static void
logs(double *to)
{
	for (size_t i = 0; i < N; i++)
		to[i] = log(p[i]);
}

static void
single(void)
{
	double v[N];

	logs(v);
	is_u64(stat_adjust_bh(v, NULL, N), N, "size of the family");
	for (size_t i = 0; i < N; i++)
		near(exp(v[i]), bh[i], 1e-12, "p.adjust(p, \"BH\")");
	logs(v);
	is_u64(stat_adjust_holm(v, NULL, N), N, "size of the family");
	for (size_t i = 0; i < N; i++)
		near(exp(v[i]), holm[i], 1e-12, "p.adjust(p, \"holm\")");
}

/* One element for two equal tests, one for none, one that is no test. */
static void
multiple(void)
{
	double v[] = {log(0.04), log(0.001), log(0.5), log(0.02), log(1e-9),
	    (double)NAN, log(0.9)};
	const uint64_t mult[] = {1, 2, 1, 1, 0, 5, 1};
	double w[sizeof(v) / sizeof(*v)];

	memcpy(w, v, sizeof(v));
	is_u64(stat_adjust_bh(v, mult, 7), N, "NA and 0 are not in it");
	near(exp(v[0]), 0.06, 1e-12, "BH with multiples: 0.04");
	near(exp(v[1]), 0.003, 1e-12, "BH with multiples: 0.001 twice");
	near(exp(v[6]), 0.9, 1e-12, "BH with multiples: 0.9");
	ok(isnan(v[5]), "NA stays NA");
	is_u64(stat_adjust_holm(w, mult, 7), N, "NA and 0 are not in it");
	near(exp(w[0]), 0.12, 1e-12, "Holm with multiples: 0.04");
	near(exp(w[1]), 0.006, 1e-12, "Holm with multiples: 0.001 twice");
	near(exp(w[2]), 1, 1e-12, "Holm with multiples: 0.5");
}

int
main(void)
{
	double deep[] = {-5000, -20000, -0.1};

	single();
	multiple();
	is_u64(stat_adjust_bh(deep, NULL, 3), 3, "below the smallest double");
	near(deep[1], -20000 + log(3), 1e-14, "q of e^-20000");
	near(deep[0], -5000 + log(1.5), 1e-14, "q of e^-5000");
	is_u64(stat_adjust_bh(deep, NULL, 0), 0, "no test");
	return done();
}
