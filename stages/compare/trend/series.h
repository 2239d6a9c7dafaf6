/* series - the counts of one n of a count table as series in time: points
 * (periods with words), each of one unit or more (a part, a speech), and by
 * item the units that have it (trend.1). */
#ifndef SERIES_H
#define SERIES_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/counts.h"
#include "lib/table/rollup.h"
#include "period.h"

struct series_hit {
	uint32_t unit;
	uint64_t f;
};

struct series {
	uint32_t n_point;
	uint32_t *period; /* by point */
	double *x;        /* by point: its place in time */
	uint64_t *t;      /* by point: its words */
	uint64_t T;
	uint32_t n_unit; /* in the order of points, then of names */
	uint32_t *point; /* by unit */
	uint64_t *words; /* by unit */
	size_t *slice;   /* by unit */
	uint32_t n_item;
	uint64_t *F;            /* by item */
	size_t *first;          /* item k has hit[first[k]] .. */
	struct series_hit *hit; /* f > 0, units rising */
	uint32_t n_empty;       /* units without words, left out */
};

void series_open(struct series *s, const struct rollup *r,
    const struct period *p, uint32_t size);
void series_close(struct series *s);
/* The counts of an item by point. */
void series_sum(const struct series *s, uint32_t item, uint64_t *f);

#endif
