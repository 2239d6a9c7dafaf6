/* stat_chi2 - chi-square of two categories that meet, Pearson (1900). */
#ifndef STAT_CHI2_H
#define STAT_CHI2_H

#include <stdint.h>

/* Of n units `a` are in the row and `b` in the column, `both` in both:
 * the statistic without Yates' correction, negative where both is less than
 * a b / n.  NAN where a margin is 0 or n.  The size of the result is, in R,
 * chisq.test(matrix(c(both, a - both, b - both, n - a - b + both), 2),
 *     correct = FALSE)$statistic */
double stat_chi2_signed(uint32_t both, uint32_t a, uint32_t b, uint32_t n);
/* ln P(X >= |x|) with one degree of freedom; NAN for NAN.
 * R: pchisq(abs(x), 1, lower.tail = FALSE, log.p = TRUE) */
double stat_chi2_ln_p(double x);

#endif
