/* stat_agree - how far two partitions of the same units agree. */
#ifndef STAT_AGREE_H
#define STAT_AGREE_H

#include <stddef.h>
#include <stdint.h>

/* A cross table: units of class i of one partition and class j of the other
 * are n[i * n_col + j]. */
struct stat_agree {
	size_t n_row;
	size_t n_col;
	uint64_t *n; /* the caller's */
};

/* The adjusted Rand index, Hubert & Arabie (1985): 1 if the partitions are
 * the same, about 0 if they agree as by chance; NAN if both have but one class,
 * or no two units share one.  R: mclust::adjustedRandIndex(x, y) */
double stat_agree_rand(const struct stat_agree *t);
/* Of class i the best Jaccard index |A and B| / |A or B| with any class j < end
 * (Hennig 2007); NAN if class i is empty.  Columns from end on are units
 * without a class: they count for |A| and are no match. */
double stat_agree_jaccard(const struct stat_agree *t, size_t i, size_t end);

#endif
