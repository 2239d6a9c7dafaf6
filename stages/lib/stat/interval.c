#include "interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

enum {
	ROUNDS = 64, /* of a search */
	SHORT = 12,  /* few enough to be sorted */
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
swap(double *x, double *y)
{
	double z = *x;

	*x = *y;
	*y = z;
}

/* Parts v[low .. high] at the middle one of three of its values: what is not
 * larger, then what is not smaller.  Returns where the second part begins;
 * neither is empty. */
static size_t
part(double *v, size_t low, size_t high)
{
	size_t mid = low + (high - low) / 2;
	size_t i = low;
	size_t j = high;
	double pivot;

	if (v[mid] < v[low])
		swap(&v[mid], &v[low]);
	if (v[high] < v[low])
		swap(&v[high], &v[low]);
	if (v[high] < v[mid])
		swap(&v[high], &v[mid]);
	pivot = v[mid];
	for (;;) {
		while (v[i] < pivot)
			i++;
		while (v[j] > pivot)
			j--;
		if (i >= j)
			return i > low ? i : i + 1;
		swap(&v[i++], &v[j--]);
	}
}

/* Puts the k-th value of v at its place, smaller ones before and larger ones
 * behind it: Hoare (1961).  Where that goes badly what is left is sorted. */
static void
select_value(double *v, size_t n, size_t k)
{
	size_t low = 0;
	size_t high = n - 1;
	int left = ROUNDS;

	while (high - low >= SHORT && left-- > 0) {
		size_t i = part(v, low, high);

		if (k < i)
			high = i - 1;
		else
			low = i;
	}
	qsort(v + low, high - low + 1, sizeof(*v), by_value);
}

static double
quantile(double *v, size_t n, double p)
{
	double at = (double)(n - 1) * p;
	size_t i = (size_t)at;
	double next;

	if (i + 1 >= n)
		i = n - 1;
	select_value(v, n, i);
	if (i + 1 == n)
		return v[i];
	next = v[i + 1];
	for (size_t j = i + 2; j < n; j++)
		next = v[j] < next ? v[j] : next;
	return v[i] + (at - (double)i) * (next - v[i]);
}

struct stat_interval
stat_interval_percentile(double *v, size_t n, double level)
{
	struct stat_interval in;

	in.low = quantile(v, n, (1 - level) / 2);
	in.high = quantile(v, n, (1 + level) / 2);
	return in;
}
