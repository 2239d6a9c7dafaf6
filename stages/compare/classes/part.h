/* reinert_part - some rows and columns of a table of 1s, as a table of their
 * own (classes.1). */
#ifndef REINERT_PART_H
#define REINERT_PART_H

#include <stdbool.h>

#include "compare/common/sparse.h"

/* A part of a table, and what its rows and columns were there. */
struct reinert_part {
	struct sparse t;
	uint32_t *row;
	uint32_t *col;
	double *start; /* by column: about where its axis is; NULL: not known */
};

/* The n rows named, less the columns that are gone (NULL: none) or in fewer
 * than min of these rows, less the rows that have no column then. */
void reinert_part_open(struct reinert_part *p, const struct sparse *t,
    const uint32_t *row, uint32_t n, const bool *gone, uint32_t min);
void reinert_part_free(struct reinert_part *p);

#endif
