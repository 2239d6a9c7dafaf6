/* boot - drawing of units, and the intervals made of it. */
#include "lib/stat/boot.h"
#include "tap.h"

enum {
	UNITS = 7,
	REPS = 4000,
};

/* Words by sentences, and a figure that is never defined. */
static void
ratio(const uint64_t *sum, double *to)
{
	to[0] = sum[1] > 0 ? (double)sum[0] / (double)sum[1] : (double)NAN;
	to[1] = (double)NAN;
}

static uint64_t
total(const struct boot *b, uint32_t *most)
{
	uint64_t n = 0;

	*most = 0;
	for (uint32_t i = 0; i < b->n; i++) {
		n += b->times[i];
		if (b->times[i] > *most)
			*most = b->times[i];
	}
	return n;
}

static void
draws(void)
{
	struct boot b;
	uint32_t most;
	uint64_t seen[UNITS] = {0};
	bool sums = true;
	bool halves = true;

	boot_open(&b, UNITS, 1, "a", 1);
	for (int i = 0; i < REPS; i++) {
		boot_draw(&b);
		sums = sums && total(&b, &most) == UNITS;
	}
	for (int i = 0; i < REPS; i++) {
		boot_half(&b);
		halves = halves && total(&b, &most) == UNITS / 2 && most == 1;
		for (uint32_t k = 0; k < UNITS; k++)
			seen[k] += b.times[k];
	}
	boot_close(&b);
	ok(sums, "as many units as there are");
	ok(halves, "half of the units, rounded down, none twice");
	/* each with p = 3/7: 1714 of 4000, sd 31 */
	for (uint32_t k = 0; k < UNITS; k++)
		ok(seen[k] > 1558 && seen[k] < 1870, "every unit as often");
}

/* Resamples side by side are those drawn one after another. */
static void
lanes(void)
{
	struct boot b;
	struct stat_rng rng;
	boot_lanes times[UNITS];
	unsigned bad = 0;

	boot_open(&b, UNITS, 1, "a", 1);
	rng = b.rng;
	for (uint32_t n = BOOT_LANES; n > 0; n--) {
		boot_draw_lanes(&rng, UNITS, n, times);
		for (uint32_t k = 0; k < BOOT_LANES; k++) {
			if (k < n)
				boot_draw(&b);
			for (uint32_t i = 0; i < UNITS; i++)
				bad += times[i][k] != (k < n ? b.times[i] : 0);
		}
	}
	boot_close(&b);
	is_u64(bad, 0, "side by side as one after another");
}

/* n sentences of 1 .. n words: the mean has the standard error
 * sqrt((n^2 - 1) / 12 / n). */
static void
mean_length(void)
{
	enum {
		N = 400
	};
	static uint64_t x[2 * N];
	struct boot_table t = {x, N, 2, 2, ratio};
	struct stat_interval in[2];
	struct boot b;
	double se = sqrt(((double)N * N - 1) / 12 / N);

	for (uint64_t i = 0; i < N; i++) {
		x[2 * i] = i + 1;
		x[2 * i + 1] = 1;
	}
	boot_open(&b, N, 1, "a", 1);
	boot_sums(&b, &t, REPS, 0.95, in);
	boot_close(&b);
	near((in[0].high - in[0].low) / 2, 1.959964 * se, 0.05,
	    "percentile interval of a mean: half width");
	near((in[0].high + in[0].low) / 2, (N + 1) / 2.0, 0.01, "its middle");
	ok(isnan(in[1].low) && isnan(in[1].high), "undefined: no interval");
	t.n = 1;
	boot_open(&b, 1, 1, "a", 1);
	boot_sums(&b, &t, REPS, 0.95, in);
	boot_close(&b);
	ok(isnan(in[0].low) && isnan(in[0].high), "one unit: no interval");
}

/* The mean of a half sample, scaled, is spread like that of the whole. */
static void
half_mean(uint32_t n)
{
	static double v[REPS];
	struct stat_interval in;
	struct boot b;
	double se = sqrt(((double)n * n - 1) / 12 / (n - 1));

	boot_open(&b, n, 1, "a", 1);
	for (size_t i = 0; i < REPS; i++) {
		double sum = 0;

		boot_half(&b);
		for (uint32_t k = 0; k < n; k++)
			sum += b.times[k] * (k + 1.0);
		v[i] = sum / (n / 2); /* NOLINT: whole units */
	}
	boot_close(&b);
	in = boot_half_interval(v, REPS, (n + 1) / 2.0, n, 0.95);
	near((in.high - in.low) / 2, 1.959964 * se, 0.05,
	    "half samples of a mean: half width");
}

static void
interval(void)
{
	double v[] = {1, 2, 3, 4, 5};
	double gap[] = {1, (double)NAN};
	struct stat_interval in;

	/* R: 10 + sqrt(2 / 3) * quantile(1:5 - 3, c(.025, .975)) */
	in = boot_half_interval(v, 5, 10, 5, 0.95);
	near(in.low, 8.44865649624, 1e-9, "half samples, low");
	near(in.high, 11.55134350376, 1e-9, "half samples, high");
	in = boot_half_interval(gap, 2, 10, 5, 0.95);
	ok(isnan(in.low), "a value undefined: no interval");
	in = boot_half_interval(v, 5, 10, 1, 0.95);
	ok(isnan(in.low), "one unit: no interval");
}

int
main(void)
{
	draws();
	lanes();
	mean_length();
	half_mean(400);
	half_mean(401);
	interval();
	return done();
}
