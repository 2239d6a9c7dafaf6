/* stat_slope - how fast a rate rises: counts f in t words at the times x, the
 * expected count t exp(a + slope x), by maximum likelihood; with strata (a
 * speaker each) every one has its own a, and the slope is common. */
#ifndef STAT_SLOPE_H
#define STAT_SLOPE_H

#include <stddef.h>
#include <stdint.h>

struct stat_slope_data {
	size_t n;
	const double *x;
	const double *t; /* > 0 */
	const double *f;
	const uint32_t *end; /* by stratum, one behind the other: where it
				ends; NULL: there is one */
	size_t n_stratum;
	struct stat_slope_times *times; /* stat_slope_open() */
};

/* Of u in a stratum, the weights being t exp(b (u - end)), which do not
 * overflow; measured from the end that they lean to, so that nothing cancels
 * where they all but stand on it. */
struct stat_slope_moments {
	double b; /* that they are of; NAN: none */
	double end;
	double sum; /* of the weights */
	double mean;
	double var;
};

/* What an item has in a stratum. */
struct stat_slope_had {
	size_t stratum;
	double F;
	double f_u[2]; /* sum of f (u - least u), of f (u - largest u) */
};

/* What x, t and the strata tell, whatever is counted: x runs over 0 .. 1
 * inside, as u. */
struct stat_slope_times {
	double from;
	double width;
	double *u;                       /* by point */
	double (*end)[2];                /* by stratum: least u, largest */
	struct stat_slope_moments *even; /* by stratum: of b = 0 */
	struct stat_slope_moments *m;    /* of the last b asked for */
	double *lean;                    /* by point: exp(b (u - end)) */
	struct stat_slope_had *had;      /* strata that have the item */
	size_t n_had;
};

struct stat_slope {
	double slope; /* of the logarithm; NAN: it has no bound, or one x */
	double a;     /* of the first stratum */
	double se;    /* of the slope */
	double alpha; /* variance of a count: mu + alpha mu^2 */
};

/* How much more the counts scatter than the law says. */
struct stat_slope_scatter {
	double phi;  /* NAN where df < 1 */
	double df;   /* n less strata less 1, those without an occurrence
			left out */
	double wide; /* se, the larger of two: see below */
};

/* For many f with the same x, t and strata, which do not change until it is
 * closed; the others need it. */
void stat_slope_open(struct stat_slope_data *d);
void stat_slope_close(struct stat_slope_data *d);
/* The counts are Poisson's (alpha 0).  A condition on the sums of f of the
 * strata leaves one unknown, found by Newton's method in a bracket; the result
 * is that of R:
 * summary(glm(f ~ x + offset(log(t)), family = poisson))$coefficients
 * with strata: f ~ x + factor(g) + offset(log(t)) */
struct stat_slope stat_slope_poisson(const struct stat_slope_data *d);
/* Of d, whose counts at one time of one stratum `sums` has together (or is d
 * itself), and which the Poisson fit, the last one, is from.
 * phi: Pearson's X^2 / df; R: summary(glm(..., family =
 * quasipoisson))$dispersion wide: the larger of the se of quasi-Poisson, phi
 * not below 1 (Wedderburn 1974), and of HC2 (MacKinnon & White 1985), which
 * does not suppose that scatter grows as the mean does: words come in bunches,
 * and so it grows faster where speeches are long. R: sqrt(max(1, phi) *
 * vcov(poisson fit)["x", "x"]), sqrt(sandwich::vcovHC(poisson fit, type =
 * "HC2")["x", "x"]) */
struct stat_slope_scatter stat_slope_scatter(const struct stat_slope_data *d,
    const struct stat_slope_data *sums, const struct stat_slope *fit);
/* The counts are negative binomial, alpha by maximum likelihood too; alpha is
 * 0, and the fit Poisson's, where the counts vary no more than that.  Of one
 * stratum.
 * R: fit <- MASS::glm.nb(f ~ x + offset(log(t))); alpha is 1 / fit$theta.
 * NAN in slope if it does not converge. */
struct stat_slope stat_slope_negbin(const struct stat_slope_data *d);

#endif
