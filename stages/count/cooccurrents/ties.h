/* ties - which pairs of words stand near each other in more speeches than
 * chance makes them (cooccurrents.1): the test of turns.h, each word of a pair
 * the pivot once; the larger p counts, so that both words are alike.
 *
 * All words that count are kept, 16 bytes each, for the pairs that are looked
 * at are known behind the text. */
#ifndef TIES_H
#define TIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cooc.h"

struct ties_token {
	uint64_t at; /* in its speech; those of two bounds are out of reach */
	uint32_t word;
};

struct ties_speech {
	size_t end; /* of its tokens */
	bool is;    /* else it is text outside, which has no test */
};

struct ties {
	uint64_t reach; /* 0: units, whose tokens are all at one place */
	/* inside */
	struct ties_token *token; /* of all speeches */
	size_t n;
	size_t cap;
	struct ties_speech *speech;
	size_t n_speech;
	size_t cap_speech;
	uint64_t at;
};

/* Zeroed, but for reach.  A word that counts. */
void ties_add(struct ties *t, uint32_t word);
/* n tokens that do not. */
void ties_pass(struct ties *t, uint64_t n);
void ties_bound(struct ties *t);
/* A speech, or text outside, ends. */
void ties_end(struct ties *t, bool is_speech);
/* After the last one: speeches and p of the rows, which are pairs. */
void ties_test(const struct ties *t, struct cooc *c);
void ties_free(struct ties *t);

#endif
