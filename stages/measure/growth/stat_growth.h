/* stat_growth - how the vocabulary of a text grows: expected, and fitted. */
#ifndef STAT_GROWTH_H
#define STAT_GROWTH_H

#include <stddef.h>
#include <stdint.h>

#include "measure/common/spectrum.h"

/* Types, and types that occur once, expected in n of the N words of a text, by
 * the binomial law (Muller 1964, Hubert & Labbe 1988): each occurrence is
 * among them with n / N, whatever the others are.  In the R expressions f has
 * the frequencies of the types; n <= N, NAN if N is 0.
 * R: length(f) - sum((1 - n / N)^f) */
double stat_growth_types(const struct spectrum *s, uint64_t n);
/* R: sum(f * n / N * (1 - n / N)^(f - 1)) */
double stat_growth_hapax(const struct spectrum *s, uint64_t n);

/* Law of Heaps (1978; Herdan 1960): V = k n^beta. */
struct stat_growth_heaps {
	double k;
	double beta;
	double rms; /* root mean square of the residuals of ln V */
};

/* By least squares on logarithms, from m points with n > 0 and v > 0; NAN if
 * fewer than two n differ, rms also for two points.
 * R: fit <- lm(log(v) ~ log(n)); exp(coef(fit)[1]); coef(fit)[2];
 *    sqrt(mean(resid(fit)^2)) */
struct stat_growth_heaps stat_growth_heaps(
    const uint64_t *n, const uint64_t *v, size_t m);

#endif
