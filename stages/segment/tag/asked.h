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
	uint64_t key[ASKED]; /* 0 is none */
	uint8_t of[ASKED];   /* which sums they go into */
	const struct model_slot *slot[ASKED];
	size_t n;
};

void asked_open(const struct asked *x, const struct model *m);
/* Leaves those that may be there. */
void asked_sift(struct asked *x, const struct model *m);
/* Finds those that are. */
void asked_find(struct asked *x, const struct model *m);
/* Adds up what they say. */
void asked_sum(const struct asked *x, const struct model *m, struct row *sum);

#endif
