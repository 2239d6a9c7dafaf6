#include "boot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* Figures of resamples. */
struct boot_drawn {
	uint32_t reps;
	uint64_t *whole;        /* by column: sums of a resample */
	double *value;          /* by figure, then rep */
	size_t n[BOOT_FIGURES]; /* values so far */
};

static const struct stat_interval none = {(double)NAN, (double)NAN};

void
boot_open(
    struct boot *b, uint32_t n, uint64_t seed, const char *name, size_t len)
{
	*b = (struct boot){.n = n};
	stat_rng_open(&b->rng, seed, name, len);
	b->times = mem_new(n, sizeof(*b->times));
	b->order = mem_new(n, sizeof(*b->order));
	b->rest = mem_new(n, sizeof(*b->rest));
	for (uint32_t i = 0; i < n; i++) {
		b->order[i] = i;
		b->rest[i] = stat_rng_range(n - i);
	}
}

void
boot_close(struct boot *b)
{
	free(b->times);
	free(b->order);
	free(b->rest);
}

void
boot_draw(struct boot *b)
{
	memset(b->times, 0, b->n * sizeof(*b->times));
	for (uint32_t i = 0; i < b->n; i++)
		b->times[stat_rng_in(&b->rng, b->rest)]++;
}

void
boot_draw_lanes(
    struct stat_rng *rng, uint32_t n, uint32_t n_lane, boot_lanes *times)
{
	const struct stat_rng_range units = stat_rng_range(n);

	memset(times, 0, n * sizeof(*times));
	for (uint32_t k = 0; k < n_lane; k++)
		for (uint32_t i = 0; i < n; i++)
			times[stat_rng_in(rng, &units)][k]++;
}

/* The head of a shuffle by Fisher & Yates, in whatever order the units are. */
void
boot_half(struct boot *b)
{
	memset(b->times, 0, b->n * sizeof(*b->times));
	for (uint32_t i = 0; i < b->n / 2; i++) {
		uint32_t k = i + stat_rng_in(&b->rng, &b->rest[i]);
		uint32_t unit = b->order[k];

		b->order[k] = b->order[i];
		b->order[i] = unit;
		b->times[unit] = 1;
	}
}

struct stat_interval
boot_half_interval(
    double *v, size_t reps, double figure, uint32_t n, double level)
{
	uint32_t half = n / 2;
	double sum = 0;
	double scale;
	struct stat_interval in;

	if (n < 2 || reps == 0 || isnan(figure))
		return none;
	for (size_t i = 0; i < reps; i++)
		sum += v[i];
	if (isnan(sum))
		return none;
	scale = sqrt((double)half / (n - half));
	for (size_t i = 0; i < reps; i++)
		v[i] = scale * (v[i] - sum / (double)reps);
	in = stat_interval_percentile(v, reps, level);
	return (struct stat_interval){figure + in.low, figure + in.high};
}

/* Sums of all columns in all lanes, from the counts x of t. */
static void
add_up(const struct boot_table *t, const boot_lanes *times, const double *x,
    boot_lanes *sum)
{
	memset(sum, 0, t->n_col * sizeof(*sum));
	for (uint32_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->n_col; k++)
			sum[k] += times[i] * *x++;
}

static double *
as_real(const struct boot_table *t)
{
	double *x = mem_new(t->n * t->n_col, sizeof(*x));

	for (size_t i = 0; i < t->n * t->n_col; i++)
		x[i] = (double)t->x[i];
	return x;
}

/* The figures of a lane that there are, each behind those drawn before. */
static void
keep_figures(const struct boot_table *t, const boot_lanes *sum, uint32_t lane,
    struct boot_drawn *d)
{
	uint64_t *whole = d->whole;
	double x[BOOT_FIGURES];

	for (size_t k = 0; k < t->n_col; k++)
		whole[k] = (uint64_t)sum[k][lane];
	t->figures(whole, x);
	for (size_t k = 0; k < t->n_figure; k++)
		if (isfinite(x[k]))
			d->value[k * d->reps + d->n[k]++] = x[k];
}

static void
draw_sums(struct boot *b, const struct boot_table *t, struct boot_drawn *d)
{
	boot_lanes *times = mem_new(t->n, sizeof(*times));
	boot_lanes *sum = mem_new(t->n_col, sizeof(*sum));
	double *x = as_real(t);

	for (uint32_t rep = 0; rep < d->reps; rep += BOOT_LANES) {
		uint32_t n =
		    d->reps - rep < BOOT_LANES ? d->reps - rep : BOOT_LANES;

		boot_draw_lanes(&b->rng, t->n, n, times);
		add_up(t, times, x, sum);
		for (uint32_t k = 0; k < n; k++)
			keep_figures(t, sum, k, d);
	}
	free(times);
	free(sum);
	free(x);
}

void
boot_sums(struct boot *b, const struct boot_table *t, uint32_t reps,
    double level, struct stat_interval *in)
{
	struct boot_drawn d = {.reps = reps,
	    .whole = mem_new(t->n_col, sizeof(*d.whole)),
	    .value = mem_new(t->n_figure * reps, sizeof(*d.value))};

	if (t->n > 1)
		draw_sums(b, t, &d);
	for (size_t k = 0; k < t->n_figure; k++)
		in[k] = 2 * d.n[k] > reps
		    ? stat_interval_percentile(
			  d.value + k * reps, d.n[k], level)
		    : none;
	free(d.whole);
	free(d.value);
}
