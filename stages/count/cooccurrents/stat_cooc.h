/* stat_cooc - how much oftener than chance a word stands near another.
 *
 * The corpus has T tokens, t of them near the pivot; the word comes F times
 * in the corpus, f times near the pivot.  E = F t / T was to be expected.
 * Every measure is the same with F and t exchanged, so that it serves for the
 * two words of a pair as well.  f <= F, t and F, t <= T <= 2^53; differences
 * are taken in exact integers.  NAN where a measure has no value. */
#ifndef STAT_COOC_H
#define STAT_COOC_H

#include <stdint.h>

struct stat_cooc {
	uint64_t f;
	uint64_t F;
	uint64_t t;
	uint64_t T;
};

/* E.  R: F * t / T */
double stat_cooc_expected(const struct stat_cooc *x);
/* ln of the probability, in a hypergeometric draw, of f or fewer where f < E,
 * else of f or more.
 * R: if (f < E) phyper(f, F, T - F, t, log.p = TRUE) else
 * phyper(f - 1, F, T - F, t, FALSE, TRUE) */
double stat_cooc_ln_p(const struct stat_cooc *x);
/* Lafon's index (1981): -log10 of that probability, negative where f < E. */
double stat_cooc_specificity(const struct stat_cooc *x);
/* The same where ln p is known. */
double stat_cooc_signed(const struct stat_cooc *x, double ln_p);
/* Rychly (2008).  R: 14 + log2(2 * f / (F + t)) */
double stat_cooc_log_dice(const struct stat_cooc *x);
/* Log-likelihood ratio over the four cells (Dunning 1993), negative where
 * f < E.  R: o <- matrix(c(f, F - f, t - f, T - F - t + f), 2)
 * e <- outer(rowSums(o), colSums(o)) / T
 * sign(f - E) * 2 * sum(ifelse(o > 0, o * log(o / e), 0)) */
double stat_cooc_g2(const struct stat_cooc *x);
/* Pointwise mutual information (Church & Hanks 1990).  R: log2(f / E) */
double stat_cooc_mi(const struct stat_cooc *x);
/* Daille (1994).  R: log2(f^3 / E) */
double stat_cooc_mi3(const struct stat_cooc *x);
/* Dice (1945).  R: 2 * f / (F + t) */
double stat_cooc_dice(const struct stat_cooc *x);
/* Jaccard (1901).  R: f / (F + t - f) */
double stat_cooc_jaccard(const struct stat_cooc *x);
/* The deviate of Berry-Rogghe (1973) with the variance of Poisson's law.
 * R: (f - E) / sqrt(E) */
double stat_cooc_z(const struct stat_cooc *x);
/* The logarithm of the odds ratio, half a cooccurrence in each cell (Haldane
 * 1956, Anscombe 1956).
 * R: log((f + .5) * (T - F - t + f + .5) / ((F - f + .5) * (t - f + .5))) */
double stat_cooc_log_odds(const struct stat_cooc *x);
/* Church et al. (1991).  R: (f - E) / sqrt(f) */
double stat_cooc_t(const struct stat_cooc *x);

#endif
