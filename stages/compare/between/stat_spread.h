/* stat_spread - how far the rates of parts lie apart, with an interval.
 *
 * f[j] of an item were seen in part j where E[j] > 0 were to be expected (a
 * common rate times its words, or the same by strata).  The parts' logarithms
 * ln(f / E) lie around their mean, weighted by f, with a standard deviation
 * sigma; the spread exp(sigma) is the factor by which a part typically differs
 * from the others, 1 if none does. */
#ifndef STAT_SPREAD_H
#define STAT_SPREAD_H

#include <stdint.h>

#include "lib/stat/interval.h"

struct stat_spread {
	double spread; /* 1 where chance alone gives as much, or more */
	struct stat_interval in;
};

/* P(X <= x) of the noncentral F law.  R: pf(x, d1, d2, ncp = lambda) */
double stat_spread_ncf(double x, double d1, double d2, double lambda);

/* phi: the variance of counts of units within parts by their mean
 * (overdispersion), known with df degrees of freedom, at least 1; half a hit is
 * added to each part.  With w = (f + 0.5) / phi, y = log((f + 0.5) / E),
 * F = sum(w * (y - weighted.mean(y, w))^2) / (k - 1) has a noncentral F law of
 * (k - 1, df) whose parameter is sigma^2 sum(w) (Steiger & Fouladi 1997): the
 * limits are those for which F is at the (1 +- level) / 2 quantile, the figure
 * that for which it is at its mean, (k - 1) (F - 1).  Parts that are more alike
 * than chance makes them do not show that they are the same: the upper limit is
 * at least that of the median F of chance.  NAN for one part or df < 1. */
struct stat_spread stat_spread(const double *f, const double *E, uint32_t k,
    double phi, double df, double level);

#endif
