/* stat_value - the specificity of a cell as other schools write it: f of the F
 * occurrences of a term in the t of T words of a part. */
#ifndef STAT_VALUE_H
#define STAT_VALUE_H

#include <stdint.h>

#include "lib/stat/hyper.h"

/* Valeur-test (Lebart & Salem 1994, 6.2): the deviate of the normal law whose
 * tail is the one-sided hypergeometric probability, of which s is the logarithm
 * with base 10, negative for too few.
 * R: -sign(s) * qnorm(-abs(s) * log(10), log.p = TRUE) */
double stat_value_test(double s);
/* Écart réduit (Muller 1968), of the binomial law.
 * R: p <- t / T; (f - F * p) / sqrt(F * p * (1 - p)) */
double stat_value_reduced(uint64_t f, const struct stat_hyper *h);

#endif
