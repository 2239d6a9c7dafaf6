/* placed - the speeches that the parts of an analysis are made of, on the axes
 * of the parts. */
#ifndef PLACED_H
#define PLACED_H

#include <stddef.h>
#include <stdint.h>

#include "compare/common/sparse.h"
#include "stat_ca.h"

struct placed {
	uint32_t n;
	uint32_t n_part;
	uint32_t *part; /* by unit: its column in the analysis */
	double *words;  /* by unit: of the terms that are analysed, over 0 */
	double *self;   /* by unit: sum of f^2 / F, what it has with itself */
	size_t n_axis;
	/* by unit, then axis: the sum of the places of its words; over the
	 * words it is the unit's place, as a supplementary column has it */
	double *place;
};

/* t has the terms of the analysis in rows, units in columns. */
void placed_open(struct placed *u, const struct sparse *t, const uint32_t *part,
    const struct stat_ca *a);
void placed_close(struct placed *u);

#endif
