#include "interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

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

/* v sorted */
static double
quantile(const double *v, size_t n, double p)
{
	double at = (double)(n - 1) * p;
	size_t i = (size_t)at;

	if (i + 1 >= n)
		return v[n - 1];
	return v[i] + (at - (double)i) * (v[i + 1] - v[i]);
}

struct stat_interval
stat_interval_percentile(double *v, size_t n, double level)
{
	qsort(v, n, sizeof(*v), by_value);
	return (struct stat_interval){
	    quantile(v, n, (1 - level) / 2), quantile(v, n, (1 + level) / 2)};
}
