#include "boot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static const struct stat_interval none = {(double)NAN, (double)NAN};

void
boot_open(
    struct boot *b, uint32_t n, uint64_t seed, const char *name, size_t len)
{
	*b = (struct boot){.n = n};
	stat_rng_open(&b->rng, seed, name, len);
	b->times = mem_new(n, sizeof(*b->times));
	b->order = mem_new(n, sizeof(*b->order));
	for (uint32_t i = 0; i < n; i++)
		b->order[i] = i;
}

void
boot_close(struct boot *b)
{
	free(b->times);
	free(b->order);
}

void
boot_draw(struct boot *b)
{
	memset(b->times, 0, b->n * sizeof(*b->times));
	for (uint32_t i = 0; i < b->n; i++)
		b->times[stat_rng_below(&b->rng, b->n)]++;
}

/* The head of a shuffle by Fisher & Yates, in whatever order the units are. */
void
boot_half(struct boot *b)
{
	memset(b->times, 0, b->n * sizeof(*b->times));
	for (uint32_t i = 0; i < b->n / 2; i++) {
		uint32_t k = i + stat_rng_below(&b->rng, b->n - i);
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

static void
add_up(const struct boot *b, const struct boot_table *t, uint64_t *sum)
{
	memset(sum, 0, t->n_col * sizeof(*sum));
	for (uint32_t i = 0; i < t->n; i++) {
		const uint64_t *x = t->x + i * t->n_col;

		if (b->times[i] > 0)
			for (size_t k = 0; k < t->n_col; k++)
				sum[k] += b->times[i] * x[k];
	}
}

void
boot_sums(struct boot *b, const struct boot_table *t, uint32_t reps,
    double level, struct stat_interval *in)
{
	uint64_t *sum = mem_new(t->n_col, sizeof(*sum));
	double *drawn = mem_new(t->n_figure * reps, sizeof(*drawn));
	size_t n[BOOT_FIGURES] = {0}; /* values so far */
	double x[BOOT_FIGURES];

	for (uint32_t rep = 0; t->n > 1 && rep < reps; rep++) {
		boot_draw(b);
		add_up(b, t, sum);
		t->figures(sum, x);
		for (size_t k = 0; k < t->n_figure; k++)
			if (isfinite(x[k]))
				drawn[k * reps + n[k]++] = x[k];
	}
	for (size_t k = 0; k < t->n_figure; k++)
		in[k] = 2 * n[k] > reps
		    ? stat_interval_percentile(drawn + k * reps, n[k], level)
		    : none;
	free(sum);
	free(drawn);
}
