/* stat_hyper - the hypergeometric law in log space, for margins to 2^53.
 *
 * X is how many of the F marked of T units are among t drawn without
 * replacement (Lafon 1980: f of the F occurrences of a form in a part of t of
 * the T words of a corpus).  Symmetric in F and t.  All logarithms are
 * natural; -INFINITY where the probability is 0.
 *
 * The mass is Loader's saddle-point form (2000), here as four deviances and
 * five Stirling corrections with the distance from the mean taken in exact
 * integers; a tail is the mass times a series of ratios, or where that would
 * be long a quadrature of the same function with Gregory's end correction.
 * Relative error of the logarithm under 1e-12, at most a few microseconds. */
#ifndef STAT_HYPER_H
#define STAT_HYPER_H

#include <stdbool.h>
#include <stdint.h>

#define STAT_HYPER_MAX (UINT64_C(1) << 53)

struct stat_hyper {
	uint64_t F; /* marked; F <= T */
	uint64_t t; /* drawn; t <= T */
	uint64_t T; /* all; T <= STAT_HYPER_MAX */
};

/* ln P(X = f); R: dhyper(f, F, T - F, t, log = TRUE) */
double stat_hyper_mass(uint64_t f, const struct stat_hyper *h);
/* ln P(X <= f); R: phyper(f, F, T - F, t, log.p = TRUE) */
double stat_hyper_le(uint64_t f, const struct stat_hyper *h);
/* ln P(X >= f); R: phyper(f - 1, F, T - F, t, FALSE, TRUE) */
double stat_hyper_ge(uint64_t f, const struct stat_hyper *h);
/* f < F t / T, in exact integers. */
bool stat_hyper_below(uint64_t f, const struct stat_hyper *h);

#endif
