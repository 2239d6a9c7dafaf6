/* reinert_cross - classes that two descending classifications have in common
 * (double classification, Reinert 1990; classes.1). */
#ifndef REINERT_CROSS_H
#define REINERT_CROSS_H

#include "tree.h"

/* Tree k has as rows the units that of[k] names for each of n segments. */
struct reinert_cross {
	const struct reinert_tree *tree[2];
	const uint32_t *of[2];
	uint32_t n;
	uint64_t min; /* segments of a class */
};

struct reinert_pair {
	uint32_t node[2];
	uint32_t size; /* segments in both */
	double chi2;
};

/* Pairs of nodes that are tied: at least min segments in both, chi-square above
 * 3.84.  Taken from the last node of the second tree to the first, each with
 * the node of the first tree with which its chi-square is largest (of equal
 * ones the first made), as long as neither is above or below one taken before.
 * The caller's to free. */
struct reinert_pair *reinert_cross_pairs(
    const struct reinert_cross *x, uint32_t *n_pair);

#endif
