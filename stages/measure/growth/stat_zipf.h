/* stat_zipf - the law of Zipf and Mandelbrot, by maximum likelihood. */
#ifndef STAT_ZIPF_H
#define STAT_ZIPF_H

#include <stdint.h>

#include "measure/common/spectrum.h"

/* Mandelbrot (1953): the type of rank r has the share c (r + b)^-a of the
 * words, r = 1 .. V, with a > 0 and b > -1; c makes the sum 1, so that the law
 * ends at the V types seen. */
struct stat_zipf {
	double a;
	double b;
	double c;
	double loglik; /* the sum of f_r ln(c (r + b)^-a) */
};

/* The fit that makes the frequencies f_1 >= f_2 >= ... most likely, ranks
 * being those of the sample.  NAN for fewer than three types, where all
 * frequencies are the same, and where no maximum is with b below 1e6 and above
 * -0.999999: the law has not this form.
 * R: optim(c(1, 1), function(p) { r <- seq_along(f) + p[2];
 *      sum(f) * log(sum(r^-p[1])) + p[1] * sum(f * log(r)) },
 *    method = "BFGS", control = list(reltol = 1e-15)) */
struct stat_zipf stat_zipf(const struct spectrum *s);
/* Occurrences that the law gives the type of a rank among n words; rank > -b.
 * R: n * c * (rank + b)^-a */
double stat_zipf_frequency(const struct stat_zipf *z, uint64_t n, double rank);

#endif
