/* crossed_pairs - for all pairs of units i > j the sum over the terms of
 * f_i f_j / F, and what these sum to for pairs of parts (crossed.h). */
#ifndef CROSSED_PAIRS_H
#define CROSSED_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sparse.h"

enum {
	CROSSED_CASES = 32 /* at once: a panel is read from afar once for all */
};

/* Units in parts: one way to deal or to draw them. */
struct crossed_case {
	const uint32_t *part;  /* by unit, UINT32_MAX for none */
	const uint32_t *times; /* how often it is taken; NULL: once */
	double *m;             /* n_part x n_part: what comes of it */
};

static inline double
crossed_times(const struct crossed_case *x, size_t i)
{
	return x->times != NULL ? x->times[i] : 1;
}

struct crossed_pairs {
	bool narrow; /* two numbers at once even where eight would do; for tests
		      */
	uint32_t n_unit;
	uint32_t n_part;
	/* inside; columns in panels, of each the rows from its first column on,
	 * 0 where i <= j */
	double *cell;
	size_t *panel; /* where each begins */
	void *block;
	/* by case: its units part by part, how often each is taken, and where
	 * the parts begin */
	uint32_t *unit;
	double *weight;
	uint32_t *first;
	double *held; /* by part: a row of a panel */
	bool wide;
};

/* t has terms in rows, units in columns; all of p is set but `narrow`. */
void crossed_pairs_open(
    struct crossed_pairs *p, const struct sparse *t, uint32_t n_part);
void crossed_pairs_close(struct crossed_pairs *p);
/* m[b, a] of each of n cases, CROSSED_CASES at most: the sum over the pairs
 * i > j with j in b and i in a. */
void crossed_pairs_fill(
    struct crossed_pairs *p, const struct crossed_case *x, size_t n);

#endif
