/* stat_sum - how many of n independent events happen, each with a probability
 * of its own (the law of Poisson and binomial; Wang 1993).
 *
 * Exact by adding one event after the other, where that takes few steps; for
 * many events the saddle-point form of Lugannani & Rice (1980) for whole
 * numbers (Daniels 1987), next to the mean a normal law with its skewness.
 * Their relative error is below 1e-3 where they are used. */
#ifndef STAT_SUM_H
#define STAT_SUM_H

#include <stddef.h>

/* ln P(N >= k) of n events; 0 <= p[i] <= 1.
 * R: d <- 1; for (x in p) d <- c(d * (1 - x), 0) + c(0, d * x)
 * log(sum(d[seq_along(d) > k])) */
double stat_sum_ge(const double *p, size_t n, size_t k);
/* ln P(N <= k).  R: log(sum(d[seq_len(k + 1)])) */
double stat_sum_le(const double *p, size_t n, size_t k);

#endif
