#include "stat_value.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* The deviate of ln p: GSL's where p is a number, else that of Mills' ratio,
 * p = exp(-z^2 / 2) / (z sqrt(2 pi)) (1 - 1 / z^2 + 3 / z^4), step by step. */
static double
deviate(double ln_p)
{
	const double ln_root = log(2 * M_PI) / 2;
	double z;

	if (ln_p > -700)
		return gsl_cdf_ugaussian_Qinv(exp(ln_p));
	z = sqrt(-2 * ln_p);
	for (int i = 0; i < 50; i++) {
		double y = 1 / (z * z);

		z = sqrt(-2 *
		    (ln_p + ln_root + log(z) -
			log1p(-y * (1 - y * (3 - 15 * y)))));
	}
	return z;
}

double
stat_value_test(double s)
{
	double z;

	if (isnan(s))
		return s;
	z = deviate(-fabs(s) * M_LN10);
	return s < 0 ? -z : z;
}

double
stat_value_reduced(uint64_t f, const struct stat_hyper *h)
{
	double p = (double)h->t / (double)h->T;
	double E = (double)h->F * p;

	return ((double)f - E) / sqrt(E * (1 - p));
}
