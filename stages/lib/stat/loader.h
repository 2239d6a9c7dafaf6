/* stat_loader - the two pieces of Loader's saddle-point form of a probability
 * mass (2000), which keep their digits where logarithms of factorials cancel.
 */
#ifndef STAT_LOADER_H
#define STAT_LOADER_H

/* ln n! - (n ln n - n + ln(2 pi n) / 2), Stirling's error, for a whole n; 0
 * for n = 0.  R: lfactorial(n) - (n * log(n) - n + log(2 * pi * n) / 2) */
double stat_loader_stirling(double n);
/* n ln(n / e) + e - n >= 0, a cell's half of the deviance G2, where n was seen
 * and e = n - d > 0 was to be expected; d is given, for it may have more
 * digits than n - e.  R: n * log(n / e) - d */
double stat_loader_deviance(double n, double e, double d);

#endif
