/* places - the types of a stream token by token, beside memory where they are
 * many, for what is asked of them when their number is known (types.1). */
#ifndef TYPES_PLACES_H
#define TYPES_PLACES_H

#include <stdint.h>

#include "lib/base/spool.h"

#define PLACES_NONE UINT32_MAX /* a token that is not counted */

enum {
	PLACES_BLOCK = 4096
};

struct places {
	struct spool file;
	uint32_t *block; /* what is not there yet */
	size_t n_block;
	uint64_t n; /* tokens */
};

void places_open(struct places *p);
void places_flush(struct places *p); /* inside */
void places_close(struct places *p);

static inline void
places_add(struct places *p, uint32_t type)
{
	p->block[p->n_block++] = type;
	p->n++;
	if (p->n_block == PLACES_BLOCK)
		places_flush(p);
}

/* The average reduced frequency of each type below n_type, of which freq has
 * the frequencies; the caller's to free. */
double *places_arf(struct places *p, const uint64_t *freq, uint32_t n_type);

#endif
