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
	int32_t sum[TAG_SUMS]; /* of its features */
	uint32_t may;          /* tags that it may have, a bit each; not 0 */
	int tag;               /* what comes out */
};

void decode(const struct behind *b, struct place *p, size_t n);

#endif
