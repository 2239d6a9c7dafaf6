/* reinert_part - some rows and columns of a table of 1s, as a table of their
 * own (classes.1). */
#ifndef REINERT_PART_H
#define REINERT_PART_H

#include <stdbool.h>

#include "compare/common/sparse.h"

/* A part of a table, and what its rows and columns were there. */
struct reinert_part {
	struct sparse t;
	uint32_t *n;   /* by column: rows that have it, 1 at least */
	uint32_t *row; /* NULL: the table itself */
	uint32_t *col;
	uint32_t *to;          /* by column of the table: that of the part; NULL
				  of the table itself */
	uint32_t n_whole;      /* columns of the table */
	double *start;         /* by column: about where its axis is */
	bool started;          /* that is known */
	const uint32_t *order; /* as of struct rows */
	/* inside */
	size_t cap_n;
	size_t cap_row;
	size_t cap_col;
	size_t cap_start;
	size_t cap_to;
};

/* The same rows, columns by falling frequency, equal ones as they come: what is
 * read most is near each other.  Returns what column each has become, the
 * caller's to free. */
uint32_t *order_columns(struct sparse *to, const struct sparse *from);

/* Rows of a table, rising. */
struct rows {
	const uint32_t *row;
	uint32_t n;
	const uint32_t *count; /* by column: those that have it; 0: it is out */
	const uint32_t *order; /* the columns of the table in the order
				  in which they get random numbers; NULL: as
				  they are */
};

/* Makes of p, all zero or a part before, these rows less the columns that are
 * out or in fewer than min of them, less the rows that have no column then. */
void part_take(struct reinert_part *p, const struct sparse *t,
    const struct rows *x, uint32_t min);
/* The table itself, each of whose columns has a 1; t is lent. */
void part_whole(struct reinert_part *p, const struct sparse *t);
/* Sets where the axis is from a vector over the columns of the table. */
void part_start(struct reinert_part *p, const double *x);
void reinert_part_free(struct reinert_part *p);

#endif
