#include "stat_tail.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <stdint.h>

/* Below it GSL's tail loses digits, then is 0. */
static const double least = 1e-280;

double
stat_tail_normal(double z)
{
	if (isnan(z))
		return z;
	if (isinf(z))
		return -(double)INFINITY;
	return gsl_sf_log_erfc(fabs(z) / M_SQRT2);
}

/* ln I_x(a, 1/2) by the power series of the incomplete beta function, whose
 * terms are all positive: Abramowitz & Stegun (1964), 26.5.4. */
static double
log_beta_inc(double x, double a)
{
	double term = 1;
	double sum = 1;

	for (uint64_t i = 0; term > sum * 1e-17; i++) {
		double k = (double)i;

		term *= x * (a + 0.5 + k) / (a + 1 + k);
		sum += term;
	}
	return a * log(x) + log1p(-x) / 2 - log(a) - gsl_sf_lnbeta(a, 0.5) +
	    log(sum);
}

double
stat_tail_student(double t, double df)
{
	double q;

	if (isnan(t) || isnan(df) || df <= 0)
		return (double)NAN;
	if (isinf(t))
		return -(double)INFINITY;
	q = gsl_cdf_tdist_Q(fabs(t), df);
	if (q > least)
		return fmin(0, M_LN2 + log(q));
	return log_beta_inc(df / (df + t * t), df / 2);
}
