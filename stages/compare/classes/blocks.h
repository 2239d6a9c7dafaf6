/* blocks - a table of 1s in blocks of eight rows that have about as many of
 * them, so that a product runs through eight rows at once and no end of a row
 * comes as a surprise (the sliced ELLPACK of Monakov, Lokhmotov & Avetisyan
 * 2010). */
#ifndef BLOCKS_H
#define BLOCKS_H

#include <stdbool.h>

#include "compare/common/sparse.h"

enum {
	BLOCK = 8 /* rows */
};

struct blocks {
	uint32_t n_row;
	uint32_t n;     /* of blocks */
	uint32_t *row;  /* by place: the row that is there */
	uint32_t *len;  /* by block: cells of its longest row */
	bool narrow;    /* columns are in two bytes, else in four */
	void *col;      /* first cells of all its rows, second cells, ...;
			   the number of columns is none */
	double *weight; /* by place: 1 / cells of the row; 0 for none */
	/* inside */
	uint32_t *first; /* by length: where its rows begin */
	size_t cap_row;
	size_t cap_len;
	size_t cap_col;
	size_t cap_weight;
	size_t cap_first;
};

/* Makes of b, all zero or another's before, the blocks of t. */
void blocks_take(struct blocks *b, const struct sparse *t);
void blocks_free(struct blocks *b);
/* Adds to y what the table, each row by its weight, makes of what the table
 * makes of x: both have a place more than columns, that of x is 0. */
void blocks_multiply(const struct blocks *b, const double *x, double *y);
/* Of each row its mean of x. */
void blocks_means(const struct blocks *b, const double *x, double *mean);

#endif
