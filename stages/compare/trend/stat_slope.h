/* stat_slope - how fast a rate rises: counts f in t words at the times x, the
 * expected count t exp(a + slope x), by maximum likelihood. */
#ifndef STAT_SLOPE_H
#define STAT_SLOPE_H

#include <stddef.h>

struct stat_slope_data {
	size_t n;
	const double *x;
	const double *t; /* > 0 */
	const double *f;
};

struct stat_slope {
	double slope; /* of the logarithm; NAN: all f at an end, or one x */
	double a;
	double se;    /* of the slope */
	double alpha; /* variance of a count: mu + alpha mu^2 */
};

/* The counts are Poisson's (alpha 0).  A condition on the sum of f leaves one
 * unknown, found by Newton's method in a bracket; the result is that of R:
 * summary(glm(f ~ x + offset(log(t)), family = poisson))$coefficients */
struct stat_slope stat_slope_poisson(const struct stat_slope_data *d);
/* Pearson's X^2 / (n - 2) of the Poisson fit; NAN for n < 3.
 * R: summary(glm(..., family = quasipoisson))$dispersion */
double stat_slope_phi(
    const struct stat_slope_data *d, const struct stat_slope *fit);
/* The counts are negative binomial, alpha by maximum likelihood too; alpha is
 * 0, and the fit Poisson's, where the counts vary no more than that.
 * R: fit <- MASS::glm.nb(f ~ x + offset(log(t))); alpha is 1 / fit$theta.
 * NAN in slope if it does not converge. */
struct stat_slope stat_slope_negbin(const struct stat_slope_data *d);

#endif
