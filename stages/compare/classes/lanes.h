/* reinert_lanes - the first axes of several parts of one table, found side by
 * side: Lanczos (1950) without reorthogonalisation, a lane a part, so that each
 * cell of the table is read once for all (classes.1).
 *
 * Orthogonality is lost only to vectors that have converged (Paige 1971), and
 * the first to do so is the one wanted: the residual is computed anew in the
 * end, and what is not near enough is for compare/common/lanczos. */
#ifndef REINERT_LANES_H
#define REINERT_LANES_H

#include <stdbool.h>

#include "part.h"

enum {
	REINERT_LANES = 8
};

/* A number a lane. */
typedef double reinert_lane
    __attribute__((vector_size(REINERT_LANES * sizeof(double))));

struct reinert_lanes {
	void *block;       /* all of these */
	reinert_lane *row; /* by row: 1 / columns of it, 0 in no part */
	reinert_lane *col; /* vectors by column */
	uint32_t *used;    /* rows that are in a part */
};

struct reinert_found {
	double value;   /* of the axis */
	double *vector; /* by column of the part, of length 1: the caller's */
	double *next;   /* likewise, about that of the second axis */
	bool good;      /* its residual is small enough */
};

/* Memory for tables of up to so many rows and columns, taken once. */
void reinert_lanes_open(
    struct reinert_lanes *w, uint32_t most_row, uint32_t most_col);
void reinert_lanes_free(struct reinert_lanes *w);
/* Of n parts of t (t itself: without maps of rows and columns), up to
 * REINERT_LANES, each with 2 rows and 2 columns or more, the axis to found[].
 */
void reinert_lanes_find(const struct reinert_lanes *w, const struct sparse *t,
    const struct reinert_part *const *part, uint32_t n,
    struct reinert_found *found);

#endif
