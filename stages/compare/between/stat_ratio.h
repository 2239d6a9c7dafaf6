/* stat_ratio - the rate of one part by that of the others, with an interval by
 * leaving out each speech. */
#ifndef STAT_RATIO_H
#define STAT_RATIO_H

#include <stdint.h>

#include "compare/common/units.h"
#include "lib/stat/interval.h"

struct stat_ratio {
	double ratio;
	struct stat_interval in;
};

/* f: by unit, of an item.  The ratio is that of Mantel and Haenszel (1959) for
 * rates, over the strata s with a and b hits in t and T - t words of the part
 * and of the others: sum(a * (T - t) / T) / sum(b * t / T); with one stratum
 * (a / t) / (b / (T - t)).  The variance of its logarithm is the sum over the
 * two sides of (n - 1) / n * sum((v - mean(v))^2), v without each of the n
 * units of the side; degrees of freedom by Welch (1947) and Satterthwaite
 * (1946). NAN where a side has one unit, or no hits without one of them. */
struct stat_ratio stat_ratio(
    const struct units *u, const double *f, uint32_t part, double level);

#endif
