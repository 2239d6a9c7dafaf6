/* reinert_tree - the descending classification (Reinert 1983, 1990): the
 * largest class is split until there are enough; which forms a class keeps;
 * which classes count (classes.1). */
#ifndef REINERT_TREE_H
#define REINERT_TREE_H

#include <stdbool.h>

#include "axis.h"

/* Node 0 is all rows; the k-th split, from 1, made nodes 2k - 1 (the larger
 * one, of equal ones that with the first row) and 2k. */
struct reinert_node {
	uint32_t parent;
	uint32_t child; /* the first; 0 is none */
	bool closed;    /* it cannot be split */
	uint32_t *row;  /* rising */
	uint32_t n_row;
	uint32_t *count; /* by column: rows that have it; 0 where it was taken
			    out on the way to here */
	/* of its split, if it has children */
	uint32_t n_kept; /* rows of the table that was split */
	uint32_t n_form; /* columns of it */
	double *next;    /* by column: about its second axis */
	double eigenvalue;
	bool converged;
	double cut;
	double chi2;
	uint32_t sweeps;
	uint64_t moves;
};

struct reinert_tree {
	const struct sparse *t;
	const uint32_t *order; /* of its columns (part.h), or NULL */
	struct reinert_node *node;
	uint32_t n;
	uint32_t most; /* nodes */
};

/* What a tree needs while it grows, for one after the other; all zero but
 * axis.within to begin with. */
struct reinert_bench {
	struct reinert_room axis;
	struct reinert_part part;
};

/* A tree of n rows of t (NULL: all), up to so many leaves, 1 at least. */
void reinert_tree_open(struct reinert_tree *r, const struct sparse *t,
    const uint32_t *row, uint32_t n, uint32_t leaves);
/* Splits it as far as it goes. */
void reinert_tree_grow(struct reinert_tree *r, struct reinert_bench *w);
void reinert_bench_free(struct reinert_bench *w);
void reinert_tree_free(struct reinert_tree *r);
/* Sets ends[node] where the node is a terminal class: a node, not the root,
 * of at least min units (unit: their number by row, NULL is 1 each), none below
 * which is one.  Returns how many there are. */
uint32_t reinert_tree_ends(const struct reinert_tree *r, const uint32_t *unit,
    uint64_t min, bool *ends);
/* Is a above b? */
bool reinert_tree_above(const struct reinert_tree *r, uint32_t a, uint32_t b);

/* A column that n[k] of rows[k] rows of group k have: the group (0, 1) that
 * loses it, or -1. */
int reinert_tree_loser(const uint32_t n[2], const uint32_t rows[2]);

#endif
