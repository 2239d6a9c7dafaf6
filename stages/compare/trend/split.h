/* split - the change point of every item of a series: the split into earlier
 * and later points that makes the Poisson likelihood of two rates highest, and
 * how often chance orders of the units do as well (trend.1). */
#ifndef SPLIT_H
#define SPLIT_H

#include <stddef.h>
#include <stdint.h>

#include "series.h"

struct split {
	uint32_t at;    /* first later point; 0: there is no split */
	uint64_t f;     /* of the earlier points */
	uint64_t t;     /* their words */
	uint32_t above; /* of the chance orders: with a split as good */
};

struct split_chance {
	uint32_t n; /* of chance orders */
	uint64_t seed;
	const char *stream; /* of random numbers */
	size_t len;
};

/* Into v for the n items. */
void split_find(struct split *v, const struct series *s, const uint32_t *item,
    uint32_t n, const struct split_chance *how);
/* ln of how many orders of the units differ in what the points hold. */
double split_ln_orders(const struct series *s);

#endif
