/* stat_arf - the average reduced frequency: how often a type occurs, where what
 * stands close together counts for less than once each.
 *
 * P. Savický and J. Hlaváčová, "Measures of word commonness", Journal of
 * Quantitative Linguistics 9, 2002: with f occurrences in n tokens, v = n / f,
 * and d the distances from each to the next, from the last one round to the
 * first, ARF = sum of min(d, v) / v.  It is f for occurrences that are evenly
 * spread, and nearly 1 where all stand in one place.  In R, of places p:
 * sum(pmin(diff(c(p, p[1] + n)), n / length(p))) * length(p) / n */
#ifndef STAT_ARF_H
#define STAT_ARF_H

#include <stdint.h>

/* Of one type; all zero is none yet. */
struct stat_arf {
	uint64_t first; /* its places */
	uint64_t last;
	uint64_t near; /* the distances up to v, summed */
	uint64_t far;  /* how many are longer */
};

/* Its next place, from 1 to n. */
void stat_arf_add(struct stat_arf *a, uint64_t at, uint64_t f, uint64_t n);
/* After the last place of f; NAN for none. */
double stat_arf(const struct stat_arf *a, uint64_t f, uint64_t n);

#endif
