/* axis - the first axis of the correspondence analysis of a sparse
 * table (Benzecri 1973), whatever its size (classes.1).
 *
 * Of the operator columns to rows to columns, the trivial axis taken out, by
 * Lanczos (1950) without reorthogonalisation.  Orthogonality is lost only to
 * vectors that have converged (Paige 1971), and the first to do so is the one
 * wanted: the residual is computed anew in the end, and what is not near enough
 * is for compare/common/lanczos.
 * R: svd(S)$u[, 1] with S = (P - r c') / sqrt(r c'), or ca::ca(t)$rowcoord[, 1]
 */
#ifndef AXIS_H
#define AXIS_H

#include <stdbool.h>

#include "blocks.h"
#include "part.h"

/* Residual of an axis, of its eigenvalue: of one that is shown, and of those of
 * runs, in which few segments change sides by so little. */
#define WITHIN 1e-10
#define WITHIN_RUN 1e-6

/* Memory for one axis after the other; all zero but `within` to begin with. */
struct room {
	double within; /* residual aimed at, of the eigenvalue */
	struct blocks b;
	void *block; /* vectors by column */
	size_t cap_block;
	double *row; /* by row */
	size_t cap_row;
};

struct axis {
	double eigenvalue; /* inertia of the axis, 0 to 1 */
	bool converged;    /* its residual is about as small as was wanted */
	/* in the room, until the next axis */
	double *next;   /* about the second axis, by column, of length 1 */
	double *row;    /* standard coordinates of the rows */
	double *column; /* and of the columns, the one farthest from 0 positive
			   (of several such the first) */
};

/* False if there is no axis: all rows are alike. */
bool axis_find(struct axis *a, const struct reinert_part *p, struct room *w);
void room_free(struct room *w);

#endif
