/* nearest - is the nearest part of each nearer than chance makes it?
 *
 * The units (speeches) of all other parts are dealt out to these anew, each
 * part keeping its number of units, while those of the part that is looked at
 * stay: what is dealt is how near the others are, not whether they differ from
 * it.  The distance of two parts is the mean over the pairs of their chunks, so
 * that no part is near because it is large. */
#ifndef NEAREST_H
#define NEAREST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "profiles.h"

struct nearest {
	const struct profiles *p;
	bool kept;      /* there is room for the sums */
	uint32_t *part; /* by unit */
	double *chunks; /* by unit */
	double *sum;    /* by part and unit: distances of their chunks */
	/* by part; NAN where it is not tested */
	double *chance; /* mean of the distance of the nearest */
	double *value;  /* p */
	double *q;      /* Benjamini & Hochberg over the parts tested */
	uint64_t deals;
	uint64_t n_test;
};

void nearest_open(struct nearest *n, const struct profiles *p);
void nearest_close(struct nearest *n);
/* The distance of two chunks, texts of parts a and b. */
static inline void
nearest_add(struct nearest *n, const struct profile *a, const struct profile *b,
    double d)
{
	if (!n->kept)
		return;
	n->sum[(size_t)a->part * n->p->n_unit + b->unit] += d;
	n->sum[(size_t)b->part * n->p->n_unit + a->unit] += d;
}
/* Fills chance, value and q; deals at most. */
void nearest_test(struct nearest *n, uint64_t deals, uint64_t seed);

#endif
