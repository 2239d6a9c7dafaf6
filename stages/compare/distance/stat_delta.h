/* stat_delta - Burrows's Delta: texts compared by the z-scores of the words
 * that are most frequent. */
#ifndef STAT_DELTA_H
#define STAT_DELTA_H

#include <stddef.h>

/* Turns the shares of words (one text a row, n_word values each) into z-scores
 * in place, with the deviation of a sample (n - 1); words that have the same
 * share in all texts have none and are taken out, so that the rows become
 * shorter.  Returns the words left.  R: scale(x) */
size_t stat_delta_scale(double *x, size_t n_text, size_t n_word);
/* Burrows (2002).  R: mean(abs(x - y)) */
double stat_delta_burrows(const double *x, const double *y, size_t n);
/* Cosine Delta, Wuerzburg (Jannidis & al. 2015).
 * R: 1 - sum(x * y) / sqrt(sum(x^2) * sum(y^2)) */
double stat_delta_cosine(const double *x, const double *y, size_t n);

#endif
