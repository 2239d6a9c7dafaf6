/* lean - does an item lean to later or earlier points more than chance orders
 * of the units make it do?  (trend.1) */
#ifndef LEAN_H
#define LEAN_H

#include "compare/common/chance.h"
#include "tables.h"

/* ln p of the items of t, whose are NAN where they are so before: the share of
 * the chance orders of the units, within the strata of `in`, in which the score
 * of a common slope is as large, whatever its sign.  The score is U^2 / V,
 * where U = sum f (x - m) and V = sum f v over the occurrences, m and v being
 * the mean and the variance of time over the words of the stratum (Rao 1948;
 * for Poisson rates Armitage 1955). R: r <- fitted(glm(f ~ factor(g) +
 * offset(log(t)), poisson)) U <- sum((f - r) * x) */
struct chance lean_test(
    double *ln_p, const struct trend *t, const struct within *in);

#endif
