#include "keyness.h"

#include <gsl/gsl_sf_erf.h>
#include <math.h>

#include "binom.h"

__extension__ typedef unsigned __int128 u128;

/* What was to be expected in the four cells, and how far the counts are from
 * that: f1 and n2 - f2 are d above, the two others d below. */
struct table {
	double e11;
	double e12; /* of f2 */
	double e21; /* of n1 - f1 */
	double e22;
	double d;
};

/* f1 n2 - f2 n1, rounded once */
static double
distance(const struct stat_keyness *x)
{
	u128 a = (u128)x->f1 * x->n2;
	u128 b = (u128)x->f2 * x->n1;

	return a < b ? -(double)(b - a) : (double)(a - b);
}

/* The sign of p1 - p2. */
static int
sign_of(const struct stat_keyness *x)
{
	u128 a = (u128)x->f1 * x->n2;
	u128 b = (u128)x->f2 * x->n1;

	return (a > b) - (a < b);
}

static bool
is_testable(const struct stat_keyness *x)
{
	uint64_t F = x->f1 + x->f2;

	return x->n1 > 0 && x->n2 > 0 && F > 0 && F < x->n1 + x->n2;
}

static struct table
expect(const struct stat_keyness *x)
{
	double n1 = (double)x->n1;
	double n2 = (double)x->n2;
	double F = (double)(x->f1 + x->f2);
	double G = (double)(x->n1 - x->f1 + (x->n2 - x->f2));
	double T = (double)(x->n1 + x->n2);

	return (struct table){
	    F * n1 / T, F * n2 / T, G * n1 / T, G * n2 / T, distance(x) / T};
}

double
stat_keyness_g2(const struct stat_keyness *x)
{
	struct table t = expect(x);

	if (!is_testable(x))
		return (double)NAN;
	return 2 * sign_of(x) *
	    (stat_binom_deviance((double)x->f1, t.e11, t.d) +
		stat_binom_deviance((double)x->f2, t.e12, -t.d) +
		stat_binom_deviance((double)(x->n1 - x->f1), t.e21, -t.d) +
		stat_binom_deviance((double)(x->n2 - x->f2), t.e22, t.d));
}

double
stat_keyness_rayson(const struct stat_keyness *x)
{
	struct table t = expect(x);

	if (!is_testable(x))
		return (double)NAN;
	return 2 * sign_of(x) *
	    (stat_binom_deviance((double)x->f1, t.e11, t.d) +
		stat_binom_deviance((double)x->f2, t.e12, -t.d));
}

/* Pearson's chi2 with the distances from expectation made smaller by less. */
static double
pearson(const struct stat_keyness *x, double less)
{
	struct table t = expect(x);
	double d = fabs(t.d) - fmin(less, fabs(t.d));

	if (!is_testable(x))
		return (double)NAN;
	return sign_of(x) * d * d *
	    (1 / t.e11 + 1 / t.e12 + 1 / t.e21 + 1 / t.e22);
}

double
stat_keyness_chi2(const struct stat_keyness *x)
{
	return pearson(x, 0);
}

double
stat_keyness_yates(const struct stat_keyness *x)
{
	return pearson(x, 0.5);
}

double
stat_keyness_ln_p(double test)
{
	return gsl_sf_log_erfc(sqrt(fabs(test) / 2));
}

double
stat_keyness_log_ratio(const struct stat_keyness *x)
{
	if (x->f1 == 0 || x->f2 == 0)
		return (double)NAN;
	return log2((double)x->f1 / (double)x->n1) -
	    log2((double)x->f2 / (double)x->n2);
}

double
stat_keyness_walter(const struct stat_keyness *x)
{
	if (x->n1 == 0 || x->n2 == 0)
		return (double)NAN;
	return log2(((double)x->f1 + 0.5) / ((double)x->n1 + 0.5)) -
	    log2(((double)x->f2 + 0.5) / ((double)x->n2 + 0.5));
}

double
stat_keyness_lrc(const struct stat_keyness *x, double ln_alpha)
{
	uint64_t F = x->f1 + x->f2;
	int sign = sign_of(x);
	double even; /* the log odds of p1 = p2 */
	double limit;

	if (!is_testable(x))
		return (double)NAN;
	even = log((double)x->n1 / (double)x->n2);
	ln_alpha -= M_LN2; /* two sides */
	if (sign > 0)
		limit = stat_binom_lower(x->f1, F, ln_alpha) - even;
	else
		limit = stat_binom_lower(x->f2, F, ln_alpha) + even;
	return limit > 0 ? sign * limit / M_LN2 : 0;
}

double
stat_keyness_dirichlet(const struct stat_keyness *x, double alpha0)
{
	double n1 = (double)x->n1;
	double n2 = (double)x->n2;
	double a = alpha0 * ((double)(x->f1 + x->f2) / (n1 + n2));
	double y1 = (double)x->f1 + a;
	double y2 = (double)x->f2 + a;

	if (!is_testable(x))
		return (double)NAN;
	return (log(y1 / (n1 + alpha0 - y1)) - log(y2 / (n2 + alpha0 - y2))) /
	    sqrt(1 / y1 + 1 / y2);
}

double
stat_keyness_diff(const struct stat_keyness *x)
{
	if (x->n1 == 0 || x->f2 == 0)
		return (double)NAN;
	return 100 * (distance(x) / ((double)x->f2 * (double)x->n1));
}

double
stat_keyness_maths(const struct stat_keyness *x, double lambda)
{
	if (x->n1 == 0 || x->n2 == 0)
		return (double)NAN;
	return (1e6 * (double)x->f1 / (double)x->n1 + lambda) /
	    (1e6 * (double)x->f2 / (double)x->n2 + lambda);
}
