/* stat_rank - how far two figures of the same things go together. */
#ifndef STAT_RANK_H
#define STAT_RANK_H

#include <stddef.h>

/* Ranks from 1, the smallest first; equal values share the mean of theirs.
 * R: rank(x) */
void stat_rank(const double *x, size_t n, double *rank);
/* The product-moment correlation, Pearson (1896); NAN below two values, or
 * where x or y are all alike.  R: cor(x, y) */
double stat_rank_pearson(const double *x, const double *y, size_t n);
/* That of the ranks, Spearman (1904).  R: cor(x, y, method = "spearman") */
double stat_rank_spearman(const double *x, const double *y, size_t n);

#endif
