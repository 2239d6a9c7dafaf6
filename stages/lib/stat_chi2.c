#include "stat_chi2.h"

#include <math.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_erf.h>

double
stat_chi2_signed(uint32_t both, uint32_t a, uint32_t b, uint32_t n)
{
	uint64_t seen = (uint64_t)both * n;
	uint64_t due = (uint64_t)a * b;
	double d = seen < due ? (double)(due - seen) : (double)(seen - due);
	double x;

	if (a == 0 || b == 0 || a == n || b == n)
		return (double)NAN;
	x = d / a * (d / b) * (n / (double)(n - a)) / (n - b);
	return seen < due ? -x : x;
}

double
stat_chi2_ln_p(double x)
{
	gsl_sf_result r;

	if (isnan(x))
		return x;
	(void)gsl_set_error_handler_off();
	if (gsl_sf_log_erfc_e(sqrt(fabs(x) / 2), &r) != GSL_SUCCESS)
		return (double)NAN;
	return r.val < 0 ? r.val : 0;
}
