#include "stat_spread.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* Beyond it the numerator is its mean to within 1e-4, and the terms of the
 * mixture would be too many. */
static const double far = 1e9;

/* A mixture of beta laws with Poisson weights, from its far end down, so that
 * I(a) = I(a + 1) + y^a (1 - y)^b / (a B(a, b)) adds what is positive. */
static double
mixture(double y, double a0, double b, double half)
{
	double reach = ceil(20 + 9 * sqrt(half + 1));
	long i = lround(floor(half) + reach);
	long from = half > reach ? lround(floor(half) - reach) : 0;
	double a = a0 + (double)i;
	double beta = gsl_cdf_beta_P(y, a, b);
	double ln_term =
	    a * log(y) + b * log1p(-y) - log(a) - gsl_sf_lnbeta(a, b);
	double ln_weight =
	    -half + (double)i * log(half) - lgamma((double)i + 1);
	double sum = exp(ln_weight) * beta;

	while (i > from) {
		ln_weight += log((double)i) - log(half);
		ln_term += log(a) - log(y * (a - 1 + b));
		beta += exp(ln_term);
		sum += exp(ln_weight) * beta;
		i--;
		a--;
	}
	return sum < 1 ? sum : 1;
}

double
stat_spread_ncf(double x, double d1, double d2, double lambda)
{
	if (!(x > 0))
		return 0;
	if (!(lambda > 0))
		return gsl_cdf_fdist_P(x, d1, d2);
	if (lambda > far)
		return gsl_cdf_chisq_Q(d2 * (lambda + d1) / (d1 * x), d2);
	return mixture(d1 * x / (d1 * x + d2), d1 / 2, d2 / 2, lambda / 2);
}

/* The root of lambda at which P(F <= x) is q; 0 if it is less already. */
static double
root_at(double x, double d1, double d2, double q)
{
	double low = 0;
	double high = sqrt(d1 * x) + 1;

	if (stat_spread_ncf(x, d1, d2, 0) <= q)
		return 0;
	while (stat_spread_ncf(x, d1, d2, high * high) > q)
		high *= 2;
	for (int i = 0; i < 60 && high - low > 1e-9 * high; i++) {
		double mid = (low + high) / 2;

		if (stat_spread_ncf(x, d1, d2, mid * mid) > q)
			low = mid;
		else
			high = mid;
	}
	return (low + high) / 2;
}

struct stat_spread
stat_spread(const double *f, const double *E, uint32_t k, double phi, double df,
    double level)
{
	const double none = (double)NAN;
	struct stat_spread s = {none, {none, none}};
	double sum = 0;
	double mean = 0;
	double F = 0;
	double d1 = k - 1.0;

	if (k < 2 || df < 1)
		return s;
	for (uint32_t j = 0; j < k; j++) {
		sum += f[j] + 0.5;
		mean += (f[j] + 0.5) * log((f[j] + 0.5) / E[j]);
	}
	mean /= sum;
	for (uint32_t j = 0; j < k; j++) {
		double y = log((f[j] + 0.5) / E[j]) - mean;

		F += (f[j] + 0.5) * y * y;
	}
	F /= phi * d1;
	sum /= phi;
	s.spread = exp(sqrt(fmax(0, d1 * (F - 1)) / sum));
	s.in.low = exp(root_at(F, d1, df, (1 + level) / 2) / sqrt(sum));
	F = fmax(F, gsl_cdf_fdist_Pinv(0.5, d1, df));
	s.in.high = exp(root_at(F, d1, df, (1 - level) / 2) / sqrt(sum));
	return s;
}
