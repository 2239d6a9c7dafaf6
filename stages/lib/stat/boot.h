/* boot - units (sentences of a speech, speeches of a part) drawn anew, for
 * intervals of figures.
 *
 * Two ways, for two kinds of figures.  Sums, means and ratios of sums: as many
 * units as there are, with replacement (Efron 1979), boot_sums().  What counts
 * types or looks for repetitions: half of the units, none twice, boot_half()
 * and boot_half_interval(), for a sentence drawn twice repeats all its words,
 * and so lowers the vocabulary by itself.
 *
 * One unit alone says nothing about how units vary: its interval is NAN. */
#ifndef BOOT_H
#define BOOT_H

#include <stddef.h>
#include <stdint.h>

#include "interval.h"
#include "rng.h"

enum {
	BOOT_REPS = 2000, /* default of -B where it may be left out */
	BOOT_REPS_MIN = 100,
	BOOT_REPS_MAX = 1000000,
	BOOT_FIGURES = 16, /* of boot_sums() */
	BOOT_LANES = 8,    /* resamples side by side */
};

/* A number of each of the resamples: a step for all is one for a few machine
 * words, and what is known of a unit is read once for all of them. */
typedef double boot_lanes
    __attribute__((vector_size(BOOT_LANES * sizeof(double)), aligned(16)));

struct boot {
	struct stat_rng rng;
	uint32_t n;      /* units */
	uint32_t *times; /* by unit: how often it was drawn last */
	uint32_t *order; /* behind boot_half(): the first n / 2 were drawn */
	struct stat_rng_range *rest; /* by i: n - i units, inside */
};

/* A stream of its own for every seed and name (of the speech or part), so that
 * the order of rows does not matter; 1 <= n. */
void boot_open(
    struct boot *b, uint32_t n, uint64_t seed, const char *name, size_t len);
void boot_close(struct boot *b);
/* n units with replacement. */
void boot_draw(struct boot *b);
/* How often each of n units comes in n_lane resamples, drawn one after another
 * with replacement, into times[n]; lanes behind them are 0. */
void boot_draw_lanes(
    struct stat_rng *rng, uint32_t n, uint32_t n_lane, boot_lanes *times);
/* n / 2 units, rounded down, without replacement: times[] is 0 or 1. */
void boot_half(struct boot *b);

/* Interval of a figure from its values v in `reps` half samples of n units,
 * sorted and changed on the way; NAN if n < 2 or a value is NAN.
 *
 * With h = n / 2 units of n, sqrt(h / (n - h)) (v - mean v) is spread like the
 * figure itself (delete-d jackknife of Shao & Wu 1989, half samples of
 * McCarthy 1969): the interval is the figure and the quantiles of these.
 * R: figure + sqrt(h / (n - h)) *
 *    quantile(v - mean(v), c((1 - level) / 2, (1 + level) / 2)) */
struct stat_interval boot_half_interval(
    double *v, size_t reps, double figure, uint32_t n, double level);

/* Figures that are functions of sums of counts over units, such as words by
 * sentences. */
struct boot_table {
	const uint64_t *x; /* n rows of n_col counts */
	uint32_t n;
	size_t n_col;
	size_t n_figure; /* to BOOT_FIGURES */
	/* Writes n_figure figures made of n_col sums; NAN where undefined. */
	void (*figures)(const uint64_t *sum, double *to);
};

/* Percentile intervals of all figures, from `reps` draws of b (opened for
 * t->n units), into in[n_figure].  Draws in which a figure is undefined are
 * left out of its interval, which is NAN if more than half of them are. */
void boot_sums(struct boot *b, const struct boot_table *t, uint32_t reps,
    double level, struct stat_interval *in);

#endif
