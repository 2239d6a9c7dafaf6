/* stat_keyness - how the frequency of one term differs between two corpora.
 *
 * A term comes f1 times in the n1 words of the target and f2 times in the n2
 * words of the reference; p1 = f1 / n1, p2 = f2 / n2.  Counts to 2^53; the
 * differences are taken in exact integers. */
#ifndef STAT_KEYNESS_H
#define STAT_KEYNESS_H

#include <stdbool.h>
#include <stdint.h>

struct stat_keyness {
	uint64_t f1;
	uint64_t n1;
	uint64_t f2;
	uint64_t n2;
};

/* No test is defined where a side has no words, or a term does not occur or is
 * all words.  The measures are NAN then, but for the ratios where they have a
 * value. */

/* The tests have the sign of p1 - p2.
 * Log-likelihood ratio G2 (Dunning 1993) over the four cells f1, n1 - f1, f2,
 * n2 - f2.  R: o <- matrix(c(f1, n1 - f1, f2, n2 - f2), 2)
 * e <- outer(rowSums(o), colSums(o)) / sum(o)
 * 2 * sum(ifelse(o > 0, o * log(o / e), 0)) */
double stat_keyness_g2(const struct stat_keyness *x);
/* The same over the cells f1 and f2 alone (Rayson & Garside 2000). */
double stat_keyness_rayson(const struct stat_keyness *x);
/* R: chisq.test(o, correct = FALSE)$statistic */
double stat_keyness_chi2(const struct stat_keyness *x);
/* With the correction of Yates (1934).  R: chisq.test(o)$statistic */
double stat_keyness_yates(const struct stat_keyness *x);
/* ln p of a test.  R: pchisq(abs(test), 1, lower.tail = FALSE, log.p = TRUE) */
double stat_keyness_ln_p(double test);

/* LogRatio, Hardie (2014); NAN where f1 or f2 is 0.  R: log2(p1 / p2) */
double stat_keyness_log_ratio(const struct stat_keyness *x);
/* The same with Walter's (1975) addition, which has a value for 0 too.
 * R: log2((f1 + 0.5) / (n1 + 0.5) / ((f2 + 0.5) / (n2 + 0.5))) */
double stat_keyness_walter(const struct stat_keyness *x);
/* LRC, Evert (2022): that limit of the two-sided interval of log2(p1 / p2)
 * that is nearer to 0, and 0 if the interval holds 0, at the error e^ln_alpha.
 * The interval is that of the exact conditional test of two Poisson rates.
 * R: tau <- binom.test(f1, f1 + f2, conf.level = 1 - alpha)$conf.int
 * log2(n2 / n1 * tau / (1 - tau)) */
double stat_keyness_lrc(const struct stat_keyness *x, double ln_alpha);
/* z of the log odds ratio with a Dirichlet prior of alpha0 words, dealt out
 * as the two corpora together have them (Monroe, Colaresi & Quinn 2008).
 * R: a <- alpha0 * (f1 + f2) / (n1 + n2)
 * (log((f1 + a) / (n1 + alpha0 - f1 - a)) -
 * log((f2 + a) / (n2 + alpha0 - f2 - a))) / sqrt(1 / (f1 + a) + 1 / (f2 + a))
 */
double stat_keyness_dirichlet(const struct stat_keyness *x, double alpha0);
/* %DIFF, Gabrielatos & Marchi (2011); NAN for f2 = 0.
 * R: 100 * (p1 - p2) / p2 */
double stat_keyness_diff(const struct stat_keyness *x);
/* Simple maths, Kilgarriff (2009).
 * R: (1e6 * p1 + lambda) / (1e6 * p2 + lambda) */
double stat_keyness_maths(const struct stat_keyness *x, double lambda);

#endif
