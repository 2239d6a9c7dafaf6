/* stat_interval - confidence intervals of rates. */
#ifndef STAT_INTERVAL_H
#define STAT_INTERVAL_H

#include <stddef.h>
#include <stdint.h>

struct stat_interval {
	double low;
	double high;
};
/* Where there is none: NAN. */
extern const struct stat_interval stat_interval_none;

/* Exact interval of a Poisson mean of which n was seen, Garwood (1936), for a
 * level between 0 and 1.  R: poisson.test(n, conf.level = level)$conf.int
 * From n = 100,000 on by the Cornish-Fisher expansion of the gamma law
 * (Goldberg & Levine 1946), which is then exact to 12 digits. */
struct stat_interval stat_interval_poisson(uint64_t n, double level);

/* Percentile interval of the bootstrap, Efron (1979), from the n >= 1 values
 * v, which it puts in another order.  R: quantile(v, c((1 - level) / 2, (1 +
 * level) / 2)), that is type 7 of Hyndman & Fan (1996). */
struct stat_interval stat_interval_percentile(
    double *v, size_t n, double level);

#endif
