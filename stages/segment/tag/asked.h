/* asked - features that are looked for at once.  They lie anywhere in memory,
 * so each step asks it for what the next one reads. */
#ifndef ASKED_H
#define ASKED_H

#include <stddef.h>
#include <stdint.h>

#include "model.h"

enum {
	ASKED = 64 /* at most; there are fewer templates */
};

struct asked {
	uint64_t key[ASKED];
	uint8_t of[ASKED]; /* which sums they go into */
	const struct model_slot *slot[ASKED];
	size_t n;
};

/* One more; a key of 0 is none. */
static inline void
asked_add(struct asked *x, const struct model *m, uint64_t key, size_t of)
{
	x->key[x->n] = key;
	x->of[x->n] = (uint8_t)of;
	x->n += key != 0;
	__builtin_prefetch(model_filter(m, key));
}

/* Leaves those that may be there. */
void asked_sift(struct asked *x, const struct model *m);
/* Finds those that are. */
void asked_find(struct asked *x, const struct model *m);
/* Adds up what they say. */
void asked_sum(
    const struct asked *x, const struct model *m, int32_t (*sum)[TAG_SUMS]);

#endif
