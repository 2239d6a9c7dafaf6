#include "binom.h"

#include <gsl/gsl_sf_erf.h>
#include <math.h>
#include <stddef.h>

double
stat_binom_stirling(double n)
{
	static const double small[] = {0, 0.08106146679532725822,
	    0.041340695955409294094, 0.027677925684998339149,
	    0.020790672103765093112, 0.016644691189821192163,
	    0.013876128823070747999, 0.011896709945891770095,
	    0.010411265261972096497, 0.0092554621827127329177,
	    0.0083305634333628712565, 0.007573675487951840795,
	    0.0069428401072095298657, 0.0064089941880042070684,
	    0.0059513701127588477356, 0.005554733551962801371};
	double q;

	if (n < 16)
		return small[(size_t)n];
	q = 1 / (n * n);
	return (1.0 / 12 -
		   q *
		       (1.0 / 360 -
			   q *
			       (1.0 / 1260 -
				   q * (1.0 / 1680 - q * (1.0 / 1188))))) /
	    n;
}

double
stat_binom_deviance(double n, double e, double d)
{
	double v = d / (n + e);
	double s = d * v;
	double term = 2 * n * v;

	if (n <= 0)
		return e;
	if (fabs(v) > 0.1)
		return n * log(n / e) - d;
	for (unsigned j = 3; j < 100; j += 2) {
		double was = s;

		term *= v * v;
		s += term / j;
		if (fabs(s - was) <= 1e-17 * s)
			break;
	}
	return s;
}

static const double two_pi = 6.2831853071795864769;
static const double large = 1e6;

/* x of n trials, and the share p = 1 - q whose log odds are theta. */
struct trials {
	double x;
	double y; /* n - x */
	double theta;
	double p;
	double q;
};

static void
set_odds(struct trials *t, double theta)
{
	t->theta = theta;
	t->p = 1 / (1 + exp(-theta));
	t->q = 1 / (1 + exp(theta));
}

/* -ln of the likelihood of p against that of x / n. */
static double
deviance(const struct trials *t)
{
	double n = t->x + t->y;
	double d = t->x * t->q - t->y * t->p; /* x - n p */

	return stat_binom_deviance(t->x, n * t->p, d) +
	    stat_binom_deviance(t->y, n * t->q, -d);
}

/* ln P(X = x) */
static double
mass(const struct trials *t)
{
	double n = t->x + t->y;
	double root = t->y > 0 ? 0.5 * log(n / (two_pi * t->x * t->y)) : 0;
	double err = t->y > 0 ? stat_binom_stirling(n) -
		stat_binom_stirling(t->x) - stat_binom_stirling(t->y)
			      : 0;

	return root + err - deviance(t);
}

/* P(X >= x) / P(X = x) for x above the mean */
static double
series(const struct trials *t)
{
	double odds = exp(t->theta);
	double x = t->x;
	double y = t->y;
	double sum = 1;
	double term = 1;

	while (y > 0 && term >= 1e-17 * sum) {
		x += 1;
		term *= y / x * odds;
		y -= 1;
		sum += term;
	}
	return sum;
}

/* ln P(X >= x) where x and y are large and x is above the mean */
static double
saddle(const struct trials *t)
{
	double r = sqrt(2 * deviance(t));
	double s = log(t->x / t->y) - t->theta;
	double u = -expm1(-s) * sqrt(t->x * (t->y / (t->x + t->y)));

	return gsl_sf_log_erfc((r + log(u / r) / r) / M_SQRT2) - M_LN2;
}

/* Newton's steps: the logarithm of the tail is concave in theta, so that from
 * the second one on they rise towards the limit. */
double
stat_binom_lower(uint64_t x, uint64_t n, double ln_alpha)
{
	struct trials t = {.x = (double)x, .y = (double)(n - x)};
	double theta;

	if (x == 0)
		return -(double)INFINITY;
	theta = log(t.x / (t.y + 1));
	if (t.x > large && t.y > large) /* r* has no value at the mean */
		theta -= sqrt(1 / t.x + 1 / t.y);
	for (unsigned i = 0; i < 100; i++) {
		double m;
		double tail;
		double step;

		set_odds(&t, theta);
		m = mass(&t);
		tail = t.x > large && t.y > large ? saddle(&t)
						  : m + log(series(&t));
		step = (ln_alpha - tail) / (t.x * t.q * exp(m - tail));
		theta += step;
		if (fabs(step) <= 1e-13 * (1 + fabs(theta)))
			break;
	}
	return theta;
}
