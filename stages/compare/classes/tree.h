/* tree - the descending classification (Reinert 1983, 1990): the
 * largest class is split until there are enough; which forms a class keeps;
 * which classes count (classes.1). */
#ifndef TREE_H
#define TREE_H

#include <stdbool.h>

#include "axis.h"

enum {
	SPLITS = 2 /* for each class: some part off a segment or two */
};

/* Node 0 is all rows; the k-th split, from 1, made nodes 2k - 1 (the larger
 * one, of equal ones that with the first row) and 2k. */
struct node {
	uint32_t parent;
	uint32_t child;     /* the first in view; 0 is none */
	uint32_t made;      /* the first; 0 is none */
	struct node *ready; /* the two that its split would make */
	bool closed;        /* it cannot be split */
	uint32_t *row;      /* rising */
	uint32_t n_row;
	uint64_t size;   /* segments in its rows */
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

/* What a tree is to have: classes are as tree_ends() has them. */
struct goal {
	uint32_t classes;     /* 1 at least */
	uint64_t min;         /* segments of a class */
	const uint32_t *unit; /* by row: segments; NULL is 1 each */
};

struct tree {
	const struct sparse *t;
	const uint32_t *order; /* of its columns (part.h), or NULL */
	struct goal goal;
	struct node *node;
	uint32_t n;       /* in view */
	uint32_t n_made;  /* nodes */
	uint32_t n_class; /* classes of the whole tree */
	uint32_t *nodes;  /* by number of classes: nodes of the least tree that
			     has so many, from n_class + 1 on all */
};

/* What a tree needs while it grows, for one after the other; all zero but
 * axis.within to begin with. */
struct bench {
	struct room axis;
	struct reinert_part part;
};

/* Rows of a table, rising; NULL: all of its n. */
struct chosen {
	const uint32_t *row;
	uint32_t n;
};

void tree_open(struct tree *r, const struct sparse *t,
    const struct chosen *rows, const struct goal *goal);
/* Splits, of the nodes that may hold two classes, that with the clearest split,
 * until there are as many as wanted, or none is left; at most SPLITS
 * times for each. */
void tree_grow(struct tree *r, struct bench *w);
/* Puts the least tree that has so many classes in view, the whole where none
 * has. */
void tree_view(struct tree *r, uint32_t classes);
void bench_free(struct bench *w);
void tree_free(struct tree *r);
/* Sets ends[node], of the tree in view, where the node is a terminal class: a
 * node, not the root, of the goal's least size or more, none below which is
 * one.  Returns how many there are. */
uint32_t tree_ends(const struct tree *r, bool *ends);
/* Is a above b? */
bool tree_above(const struct tree *r, uint32_t a, uint32_t b);

/* A column that n[k] of rows[k] rows of group k have: the group (0, 1) that
 * loses it, or -1. */
int tree_loser(const uint32_t n[2], const uint32_t rows[2]);

#endif
