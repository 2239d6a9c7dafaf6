#include "interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

const struct stat_interval stat_interval_none = {(double)NAN, (double)NAN};

enum {
	ROUNDS = 64, /* of a search */
	SHORT = 12,  /* few enough to be sorted */
	SAMPLE = 48, /* of values, for a guess at one of them */
};

/* GSL's own quantile fails from about a million on. */
static const double large = 1e5;

/* Quantile of the gamma law of shape a, where the normal law has z. */
static double
expansion(double a, double z)
{
	double s = sqrt(a);
	double z2 = z * z;

	return a + z * s + (z2 - 1) / 3 + z * (z2 - 7) / (36 * s) -
	    (3 * z2 * z2 + 7 * z2 - 16) / (810 * a) +
	    z * (9 * z2 * z2 + 256 * z2 - 433) / (38880 * a * s);
}

struct stat_interval
stat_interval_poisson(uint64_t n, double level)
{
	double side = (1 - level) / 2;
	double a = (double)n;
	double z;

	if (a < large)
		return (struct stat_interval){
		    n > 0 ? gsl_cdf_gamma_Pinv(side, a, 1) : 0,
		    gsl_cdf_gamma_Qinv(side, a + 1, 1)};
	z = gsl_cdf_ugaussian_Qinv(side);
	return (struct stat_interval){expansion(a, -z), expansion(a + 1, z)};
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
sort_few(double *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		double x = v[i];
		size_t j = i;

		for (; j > 0 && v[j - 1] > x; j--)
			v[j] = v[j - 1];
		v[j] = x;
	}
}

/* A value that parts off about as many of the n of v as k and a few more, from
 * the end that is nearer to the k-th: so ends of many values are soon short. */
static double
guess(const double *v, size_t n, size_t k)
{
	double few[SAMPLE];
	size_t size = n / 8 < SAMPLE ? n / 8 | 1 : SAMPLE;
	size_t side = k < n / 2 ? k : n - 1 - k;
	double at = (double)side * (double)size / (double)n;
	size_t i = (size_t)(at + 1 + sqrt(at));

	for (size_t j = 0; j < size; j++)
		few[j] = v[j * (n / size)];
	sort_few(few, size);
	i = i < size / 2 ? i : size / 2;
	return few[k < n / 2 ? i : size - 1 - i];
}

/* Puts the values below the limit, or up to it, before the others; returns how
 * many they are.  No branch on a value, for it could not be foreseen. */
static inline size_t
part(double *v, size_t n, double limit, bool up_to)
{
	size_t m = 0;

	for (size_t i = 0; i < n; i++) {
		double x = v[i];

		v[i] = v[m];
		v[m] = x;
		m += up_to ? x <= limit : x < limit;
	}
	return m;
}

/* Puts the k-th value of v at its place, smaller ones before and larger ones
 * behind it: Floyd & Rivest (1975).  Where that goes badly what is left is
 * sorted. */
static void
select_value(double *v, size_t n, size_t k)
{
	for (int left = ROUNDS; n > SHORT && left > 0; left--) {
		double limit = guess(v, n, k);
		size_t m = part(v, n, limit, false);

		if (k < m) {
			n = m;
			continue;
		}
		m += part(v + m, n - m, limit, true);
		if (k < m)
			return;
		v += m;
		n -= m;
		k -= m;
	}
	if (n > SHORT)
		qsort(v, n, sizeof(*v), by_value);
	else
		sort_few(v, n);
}

static double
largest(const double *v, size_t n)
{
	double x = v[0];

	for (size_t i = 1; i < n; i++)
		x = v[i] > x ? v[i] : x;
	return x;
}

static double
least(const double *v, size_t n)
{
	double x = v[0];

	for (size_t i = 1; i < n; i++)
		x = v[i] < x ? v[i] : x;
	return x;
}

static double
quantile(double *v, size_t n, double p)
{
	double at = (double)(n - 1) * p;
	size_t i = (size_t)at;
	double x;
	double next;

	if (i + 1 >= n) {
		select_value(v, n, n - 1);
		return v[n - 1];
	}
	if (i < n / 2) {
		select_value(v, n, i + 1);
		next = v[i + 1];
		x = largest(v, i + 1);
	} else {
		select_value(v, n, i);
		x = v[i];
		next = least(v + i + 1, n - i - 1);
	}
	return x + (at - (double)i) * (next - x);
}

struct stat_interval
stat_interval_percentile(double *v, size_t n, double level)
{
	struct stat_interval in;

	in.low = quantile(v, n, (1 - level) / 2);
	in.high = quantile(v, n, (1 + level) / 2);
	return in;
}
