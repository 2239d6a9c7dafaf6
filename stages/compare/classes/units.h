/* reinert_units - segments of a speech joined until they have forms enough:
 * Reinert's units of context (classes.1). */
#ifndef REINERT_UNITS_H
#define REINERT_UNITS_H

#include "compare/common/sparse.h"

struct reinert_units {
	struct sparse t; /* a row each */
	uint32_t *of;    /* by segment: its unit */
	uint32_t *size;  /* by unit: segments */
};

/* t has a row a segment, speech[] says in which each is.  A unit ends where its
 * segments have min forms, those of each added up, or the speech ends; with min
 * 0 every segment is one. */
void reinert_units_open(struct reinert_units *u, const struct sparse *t,
    const uint32_t *speech, uint32_t min);
void reinert_units_free(struct reinert_units *u);

#endif
