/* split - one bipartition of the descending classification (Reinert
 * 1983; classes.1): the rows in the order of the first axis are cut where the
 * chi-square between the two groups is largest, then moved one by one. */
#ifndef SPLIT_H
#define SPLIT_H

#include <stdbool.h>

#include "axis.h"

enum {
	LEAST = 5 /* a group of fewer rows ends the moves */
};

struct split {
	bool *right;       /* by row: in the second group */
	uint32_t *n[2];    /* by column: rows of each group */
	uint32_t rows[2];  /* of each group */
	double eigenvalue; /* of the axis */
	bool converged;
	double cut;      /* chi-square of the best cut along the axis */
	double chi2;     /* of the groups in the end */
	uint32_t sweeps; /* that moved a row */
	uint64_t moves;
};

/* The axis is that of p.  False, and nothing to free, if the rows cannot be
 * told apart. */
bool split_open(
    struct split *s, const struct reinert_part *p, const struct axis *a);
void split_free(struct split *s);
/* Part of split_open(), from any groups: sweeps in which each row in
 * its order goes to the other group at once if that raises the chi-square,
 * until none does; none where a group has fewer than LEAST rows. */
void split_sweep(struct split *s, const struct reinert_part *p);

#endif
