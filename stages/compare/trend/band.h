/* band - the band of chance of a curve: where the rate of each period lies in
 * most deals of the speeches to the periods (trend.1). */
#ifndef BAND_H
#define BAND_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/stat/interval.h"
#include "tables.h"

enum {
	BAND_LEAST = 39,  /* with fewer deals no rate is beyond 95 % of them */
	BAND_DEALS = 999, /* at most; the same ones for all terms */
};

struct band {
	const struct trend *t;
	uint32_t n_deal; /* 0: there is none */
	uint32_t *point; /* by deal and unit */
	double *per;     /* by deal and point: rate of one occurrence */
	bool *still;     /* by point: all deals leave it as it is */
	/* of one item */
	uint64_t *f;  /* by point */
	double *rate; /* by point and deal */
};

/* The deals within the strata of w; of units that are speeches, else none. */
void band_open(struct band *b, const struct trend *t, const struct within *w);
void band_close(struct band *b);
/* Of an item, by point; NAN where there is none. */
void band_find(struct band *b, uint32_t item, struct stat_interval *x);

#endif
