/* within - the units of a series in the order of what is held fixed (strata:
 * speakers), then of points; and its cells, what one stratum says at one point
 * (trend.1). */
#ifndef WITHIN_H
#define WITHIN_H

#include <stddef.h>
#include <stdint.h>

#include "series.h"

struct within {
	uint32_t n_stratum;
	uint32_t *stratum; /* by unit: its number, dense */
	uint32_t *place;   /* by unit: its place in this order */
	uint32_t *unit;    /* by place */
	uint32_t *at;      /* by place: its cell, which orders deal out */
	uint32_t *end;     /* by stratum: where its places end */
	uint32_t n_cell;
	uint32_t *cell;     /* by unit */
	uint32_t *point;    /* by cell */
	double *x;          /* by cell: its place in time */
	uint64_t *t;        /* by cell: its words */
	uint32_t *cell_end; /* by stratum: where its cells end */
};

/* What an item has in a stratum. */
struct within_had {
	double F;
	uint32_t stratum;
};

/* By item of a list: its strata are had[first[i]] .., in the order in which its
 * units come. */
struct within_items {
	size_t *first;
	struct within_had *had;
};

/* of: by unit what is held fixed, any numbers; NULL: one stratum of all, whose
 * places are the units and whose cells are the points. */
void within_open(struct within *w, const struct series *s, const uint32_t *of);
void within_close(struct within *w);
/* The counts of an item by cell. */
void within_sum(
    const struct within *w, const struct series *s, uint32_t item, uint64_t *f);
void within_list(struct within_items *x, const struct within *w,
    const struct series *s, const uint32_t *item, uint32_t n);
void within_list_free(struct within_items *x);

#endif
