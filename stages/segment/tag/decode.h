/* decode - the tags of a sentence: those whose weights, and those of each tag
 * behind the two before it, sum up to the most (Viterbi 1967; of several sums
 * that are equal, the tags that come first in the order of tag_name). */
#ifndef DECODE_H
#define DECODE_H

#include <stddef.h>
#include <stdint.h>

#include "model.h"

enum {
	SENTENCE = 1000 /* words at most */
};

/* A word as decode() sees it. */
struct place {
	int32_t sum[TAGS]; /* of its features */
	uint32_t may;      /* tags that it may have, a bit each; not 0 */
	int tag;           /* what comes out */
};

/* The first of the tags that a word may have, one at least, whose sum is the
 * largest. */
static inline int
place_best(const int32_t *sum, uint32_t may)
{
	int best = __builtin_ctz(may);

	for (uint32_t left = may & (may - 1); left != 0; left &= left - 1) {
		int tag = __builtin_ctz(left);

		if (sum[tag] > sum[best])
			best = tag;
	}
	return best;
}

/* How much more the tags around it can speak for one tag than for another, at
 * most, by these two. */
struct sway {
	int32_t most[TAGS][TAGS];
};
void sway_of(struct sway *s, const struct behind *b);
/* Takes those from the tags that each word may have that decode() cannot
 * choose, whatever the others are. */
void sway_narrow(const struct sway *s, struct place *p, size_t n);

void decode(const struct behind *b, struct place *p, size_t n);

#endif
