/* reinert_axis - the first axis of the correspondence analysis of a sparse
 * table (Benzecri 1973), whatever its size (classes.1).
 *
 * Of the operator columns to rows to columns, the trivial axis taken out.  R:
 * svd(S)$u[, 1] with S = (P - r c') / sqrt(r c'), or ca::ca(t)$rowcoord[, 1] */
#ifndef REINERT_AXIS_H
#define REINERT_AXIS_H

#include <stdbool.h>

#include "lanes.h"

struct reinert_axis {
	double eigenvalue; /* inertia of the axis, 0 to 1 */
	bool converged;    /* as near as 1e-9 of the eigenvalue */
	double *next;      /* about the second axis, by column, of length 1 */
	double *row;       /* standard coordinates of the rows */
	double *column; /* and of the columns, the one farthest from 0 positive
			   (of several such the first) */
};

/* Every row and every column of t has a 1.  False, and nothing to free, if
 * there is no axis: all rows are alike. */
bool reinert_axis_open(struct reinert_axis *a, const struct sparse *t);
/* Those of n parts of t, up to REINERT_LANES; where there is none a[].row is
 * NULL.  w has room for t. */
void reinert_axes_open(struct reinert_axis *a, const struct reinert_lanes *w,
    const struct sparse *t, const struct reinert_part *part, uint32_t n);
void reinert_axis_free(struct reinert_axis *a);

#endif
