/* jackknife - intervals from what figures are without each unit. */
#include "lib/stat/jackknife.h"
#include "tap.h"

/* Words by sentences; words less 100; never defined. */
static void
figures(const uint64_t *sum, double *to)
{
	to[0] = sum[1] > 0 ? (double)sum[0] / (double)sum[1] : (double)NAN;
	to[1] = (double)sum[0] / (double)sum[1] - 100;
	to[2] = (double)NAN;
}

/* R: w <- c(120, 90, 200, 60, 150); s <- c(8, 7, 10, 5, 9); n <- 5
 * f <- sum(w) / sum(s); v <- (sum(w) - w) / (sum(s) - s)
 * k <- qt(.975, n - 1) * sqrt((n - 1) / n)
 * d <- log(v) - mean(log(v)); f * exp(c(-1, 1) * k * sqrt(sum(d^2)))
 * d <- v - mean(v); f - 100 + c(-1, 1) * k * sqrt(sum(d^2)) */
static void
sums(void)
{
	static const uint64_t x[] = {120, 8, 90, 7, 200, 10, 60, 5, 150, 9};
	struct stat_jackknife_table t = {.x = x,
	    .n = 5,
	    .runs = 5,
	    .n_col = 2,
	    .n_figure = 3,
	    .plain = 1U << 1,
	    .figures = figures};
	struct stat_interval in[3];

	stat_jackknife_sums(&t, 0.95, in);
	near(in[0].low, 12.1130793558, 1e-9, "of the logarithm: low");
	near(in[0].high, 20.8640974511, 1e-9, "high");
	near(in[1].low, -88.3116750516, 1e-9, "plain: low");
	near(in[1].high, -79.8934531535, 1e-9, "high");
	ok(isnan(in[2].low) && isnan(in[2].high), "undefined");
	t.runs = 2;
	stat_jackknife_sums(&t, 0.95, in);
	ok(isnan(in[0].low), "two are too few");
}

static void
runs(void)
{
	uint32_t n = stat_jackknife_runs(53, true);
	uint32_t size[STAT_JACKKNIFE_SENTENCES] = {0};
	uint32_t last = 0;
	bool rises = true;

	is_u64(n, 10, "sentences in runs");
	is_u64(stat_jackknife_runs(53, false), 53, "speeches alone");
	for (uint32_t i = 0; i < 53; i++) {
		uint32_t k = stat_jackknife_run(i, 53, n);

		rises = rises && k >= last && k < n;
		last = k;
		size[k]++;
	}
	ok(rises, "neighbours");
	for (uint32_t k = 0; k < n; k++)
		ok(size[k] == 5 || size[k] == 6, "of one size");
}

static void
none(void)
{
	static const double v[] = {1, 2, 0};
	double factor = stat_jackknife_factor(3, 0.95);

	/* R: qt(.975, 2) * sqrt(2 / 3) */
	near(factor, 3.5131012429, 1e-9, "factor");
	ok(isnan(stat_jackknife_factor(2, 0.95)), "none for two");
	ok(isnan(stat_jackknife(v, 3, 1, factor, true).low),
	    "nothing is left without one of them");
	ok(!isnan(stat_jackknife(v, 3, 1, factor, false).low),
	    "which matters to logarithms alone");
	ok(isnan(stat_jackknife(v, 3, 0, factor, true).low), "a figure of 0");
}

int
main(void)
{
	sums();
	runs();
	none();
	return done();
}
