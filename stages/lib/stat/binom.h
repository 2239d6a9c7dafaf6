/* stat_binom - limits of a binomial share, for counts to 2^53, and the two
 * pieces of Loader's saddle-point form of a probability mass (2000), which keep
 * their digits where logarithms of factorials cancel. */
#ifndef STAT_BINOM_H
#define STAT_BINOM_H

#include <stdint.h>

/* Lower limit of Clopper & Pearson (1934) for the share p of which x of n >= 1
 * was seen: the p with P(X >= x) = e^ln_alpha, ln_alpha >= -300.  Given as log
 * odds ln(p / (1 - p)), so that shares near 0 and 1 keep their digits;
 * -INFINITY for x = 0.  R: qlogis(qbeta(alpha, x, n - x + 1)) The upper limit
 * is minus the lower one of n - x.
 *
 * The tail is Loader's mass (2000) times a series, or where x and n - x both
 * pass a million the saddle-point tail r* (Barndorff-Nielsen 1990 with the
 * lattice correction of Daniels 1987); error of the result under 1e-10. */
double stat_binom_lower(uint64_t x, uint64_t n, double ln_alpha);

/* ln n! - (n ln n - n + ln(2 pi n) / 2), Stirling's error, for a whole n; 0
 * for n = 0.  R: lfactorial(n) - (n * log(n) - n + log(2 * pi * n) / 2) */
double stat_binom_stirling(double n);
/* n ln(n / e) + e - n >= 0, a cell's half of the deviance G2, where n was seen
 * and e = n - d > 0 was to be expected; d is given, for it may have more
 * digits than n - e.  R: n * log(n / e) - d */
double stat_binom_deviance(double n, double e, double d);

#endif
