/* spread - the times that orders give to the units, many orders side by side,
 * and their sums over the occurrences of an item (trend.1). */
#ifndef SPREAD_H
#define SPREAD_H

#include <stddef.h>
#include <stdint.h>

#include "compare/common/chance.h"
#include "series.h"
#include "within.h"

typedef double spread_lanes[CHANCE_LANES] __attribute__((aligned(16)));
typedef int16_t spread_whole[CHANCE_LANES] __attribute__((aligned(16)));

struct spread {
	const struct series *s;
	const struct within *w;
	spread_lanes *mean; /* by stratum: of time over its words */
	spread_lanes *var;
	/* inside */
	double *share; /* by place: of the words of its stratum */
	double *time;  /* by cell, from the first on */
	int16_t *whole_time;
	uint32_t *cell[CHANCE_LANES]; /* by order: by place */
	uint32_t n_lane;              /* orders taken that are to be spread */
	/* by place: its time in each order; one of the two: */
	spread_lanes *at;
	spread_whole *whole; /* where times are whole numbers */
	uint64_t most;       /* the largest of them */
	/* by test: the places that have its item once are once[], others
	 * often[] */
	size_t *first_once;
	uint32_t *once;
	size_t *first_often;
	struct series_hit *often; /* by place */
};

/* s, in and the items of the n tests are to live as long. */
void spread_open(struct spread *w, const struct series *s,
    const struct within *in, const uint32_t *item, uint32_t n);
void spread_close(struct spread *w);
/* An order: a cell of its stratum by place. */
void spread_take(struct spread *w, uint32_t lane, const uint32_t *cell);
/* The sums of the times of a test's occurrences in the orders taken, of which
 * w->mean and w->var are then, too. */
void spread_sum(struct spread *w, uint32_t test, double *U);

#endif
