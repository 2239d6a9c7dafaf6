/* circle - the words of a speech as a circle with some places marked: how many
 * of the turns of the marks bring one to some place (turns.h, ties.h). */
#ifndef CIRCLE_H
#define CIRCLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CIRCLE_STEPS = 1 << 20 /* 64 turns of a place each; a word that takes
				  more (in 100,000 words one that is there 700
				  times) is near at nearly every turn */
};

struct circle {
	size_t n;        /* places */
	uint64_t n_mark; /* of them */
	bool narrow;     /* set by the caller: as on a small processor */
	/* inside */
	uint64_t *mask; /* the marks, twice round */
	uint64_t *seen; /* the turns that bring one to a place */
	size_t cap_mask;
	size_t cap_seen;
	bool wide;
};

/* Zeroed before the first time. */
void circle_begin(struct circle *c, size_t n);
void circle_mark(struct circle *c, size_t place);
static inline bool
circle_is_marked(const struct circle *c, size_t place)
{
	return (c->mask[place / 64] >> place % 64 & 1) != 0;
}
/* The share of the turns that bring a mark to one of n places; NAN where that
 * is too long to tell. */
double circle_chance(struct circle *c, const uint32_t *place, size_t n);
void circle_free(struct circle *c);

#endif
