#include "jackknife.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

double
stat_jackknife_factor(uint32_t n, double level)
{
	if (n < STAT_JACKKNIFE_LEAST)
		return (double)NAN;
	return gsl_cdf_tdist_Qinv((1 - level) / 2, n - 1.0) *
	    sqrt((n - 1.0) / n);
}

struct stat_interval
stat_jackknife_around(double figure, double reach, bool positive)
{
	if (!isfinite(reach) || !isfinite(figure) || (positive && figure <= 0))
		return stat_interval_none;
	if (positive) {
		double factor = exp(reach);

		return (struct stat_interval){figure / factor, figure * factor};
	}
	return (struct stat_interval){figure - reach, figure + reach};
}

static double
deviation(double v, double figure, bool positive)
{
	return positive ? log(v / figure) : v - figure;
}

double
stat_jackknife_square(const double *v, uint32_t n, double figure, bool positive)
{
	double mean = 0;
	double sum = 0;

	for (uint32_t i = 0; i < n; i++)
		mean += deviation(v[i], figure, positive);
	mean /= n;
	for (uint32_t i = 0; i < n; i++) {
		double x = deviation(v[i], figure, positive) - mean;

		sum += x * x;
	}
	return sum;
}

struct stat_interval
stat_jackknife(
    const double *v, uint32_t n, double figure, double factor, bool positive)
{
	double sum = stat_jackknife_square(v, n, figure, positive);

	return stat_jackknife_around(figure, factor * sqrt(sum), positive);
}

static void
add(uint64_t *sum, const uint64_t *x, size_t n)
{
	for (size_t k = 0; k < n; k++)
		sum[k] += x[k];
}

/* The figures without each run into v, by figure, then run. */
static void
leave_out(const struct stat_jackknife_table *t, const uint64_t *sum, double *v)
{
	uint64_t *rest = mem_new(t->n_col, sizeof(*rest));
	uint64_t *run = mem_new((size_t)t->runs * t->n_col, sizeof(*run));
	double x[STAT_JACKKNIFE_FIGURES];

	for (uint32_t i = 0; i < t->n; i++)
		add(run + stat_jackknife_run(i, t->n, t->runs) * t->n_col,
		    t->x + i * t->n_col, t->n_col);
	for (uint32_t i = 0; i < t->runs; i++) {
		for (size_t k = 0; k < t->n_col; k++)
			rest[k] = sum[k] - run[i * t->n_col + k];
		t->figures(rest, x);
		for (size_t k = 0; k < t->n_figure; k++)
			v[k * t->runs + i] = x[k];
	}
	free(rest);
	free(run);
}

void
stat_jackknife_sums(const struct stat_jackknife_table *t, double level,
    struct stat_interval *in)
{
	double factor = stat_jackknife_factor(t->runs, level);
	uint64_t *sum = mem_new(t->n_col, sizeof(*sum));
	double *v = mem_new(t->n_figure * t->runs, sizeof(*v));
	double x[STAT_JACKKNIFE_FIGURES];

	for (uint32_t i = 0; i < t->n; i++)
		add(sum, t->x + i * t->n_col, t->n_col);
	t->figures(sum, x);
	leave_out(t, sum, v);
	for (size_t k = 0; k < t->n_figure; k++)
		in[k] = stat_jackknife(v + k * t->runs, t->runs, x[k], factor,
		    (t->plain >> k & 1) == 0);
	free(sum);
	free(v);
}
