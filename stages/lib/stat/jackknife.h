/* stat_jackknife - confidence intervals of figures of units (speeches of a
 * part, sentences of a speech): what becomes of the figure without each of them
 * tells how far it depends on which ones there are (Tukey 1958; Miller 1974).
 *
 * With v[i] the figure without run i of n, its variance is
 * (n - 1) / n * sum((v - mean(v))^2), and the interval the figure with the
 * quantile of Student's t of n - 1 degrees of freedom on both sides; for
 * ratios and counts all of it of their logarithms, which are nearer to normal
 * and keep the limits above 0.  Unlike percentiles of the bootstrap it covers
 * what it says with few units too (bench/coverage.py).
 *
 * Neighbouring sentences are alike, and one by one they would seem to say more
 * than they do: they are left out in runs of neighbours (Kuensch 1989). */
#ifndef STAT_JACKKNIFE_H
#define STAT_JACKKNIFE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interval.h"

enum {
	STAT_JACKKNIFE_LEAST = 3,      /* runs; fewer have no interval */
	STAT_JACKKNIFE_SENTENCES = 10, /* runs of sentences at most */
};

/* So many runs are made of n units, sentences or speeches. */
static inline uint32_t
stat_jackknife_runs(uint32_t n, bool sentences)
{
	return sentences && n > STAT_JACKKNIFE_SENTENCES
	    ? STAT_JACKKNIFE_SENTENCES
	    : n;
}

/* The run of unit i of n. */
static inline uint32_t
stat_jackknife_run(uint32_t i, uint32_t n, uint32_t runs)
{
	return (uint32_t)((uint64_t)i * runs / n);
}

/* In how many of the runs a count has to be more than 0: in fewer they do not
 * show how it varies, and groups with an interval would be those that happen to
 * have more of it.  Of three runs two do: where all of them have it, it is
 * mostly one that has too much. */
static inline uint32_t
stat_jackknife_with(uint32_t runs)
{
	return runs > STAT_JACKKNIFE_LEAST ? STAT_JACKKNIFE_LEAST
					   : STAT_JACKKNIFE_LEAST - 1;
}

/* The factor of the root of the sum of squared deviations of n values; NAN if n
 * is too small.  R: qt((1 + level) / 2, n - 1) * sqrt((n - 1) / n) */
double stat_jackknife_factor(uint32_t n, double level);

/* The interval, from that root; NAN where one of them is none. */
struct stat_interval stat_jackknife_around(
    double figure, double reach, bool positive);
/* The sum of squared deviations of the values v without each of n runs, or of
 * their logarithms: n / (n - 1) of the variance. */
double stat_jackknife_square(
    const double *v, uint32_t n, double figure, bool positive);
/* From the values v without each of n runs; NAN where one of them, the figure
 * or, with `positive`, a logarithm is none.
 * R: figure * exp(c(-1, 1) * factor *
 *    sqrt(sum((log(v) - mean(log(v)))^2))), or without log and exp */
struct stat_interval stat_jackknife(
    const double *v, uint32_t n, double figure, double factor, bool positive);

/* Figures that are functions of sums of counts over units, such as words by
 * sentences. */
enum {
	STAT_JACKKNIFE_FIGURES = 32
};

struct stat_jackknife_table {
	const uint64_t *x; /* n rows of n_col counts */
	uint32_t n;
	uint32_t runs;
	size_t n_col;
	size_t n_figure; /* to STAT_JACKKNIFE_FIGURES */
	unsigned plain;  /* bit k: figure k may be below 0 */
	/* Writes n_figure figures made of n_col sums; NAN where undefined. */
	void (*figures)(const uint64_t *sum, double *to);
};

/* Intervals of all figures into in[n_figure]. */
void stat_jackknife_sums(const struct stat_jackknife_table *t, double level,
    struct stat_interval *in);

#endif
