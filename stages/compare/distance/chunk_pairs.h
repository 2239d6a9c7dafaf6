/* chunk_pairs - the distances of a chunk to those behind it.
 *
 * Chunks are of one size, and their pairs are many.  What a measure makes of
 * the words that two share is found term by term, from a list of the chunks
 * that have it, for most terms are in few, or from its counts in all of them;
 * other measures take a pair after the other. */
#ifndef CHUNK_PAIRS_H
#define CHUNK_PAIRS_H

#include <stddef.h>
#include <stdint.h>

#include "measure.h"
#include "profiles.h"

struct chunk_pairs {
	const struct profiles *p;
	const struct measure *m;
	struct profiles_pair *pair; /* lent */
	/* where m->shared is there: */
	struct chunk_with *has; /* by term, then by chunk */
	size_t *from;           /* by term: the first that is asked for */
	size_t *end;
	uint32_t *shared; /* by chunk: words, but for those of terms that many
			     have: */
	uint16_t **often; /* by term: its counts by chunk; NULL: few have it */
	uint16_t *met;    /* by chunk: words shared of these */
	size_t wide;      /* chunks, rounded up */
};

/* p and pair are to live as long; a chunk is a text of p. */
void chunk_pairs_open(struct chunk_pairs *c, const struct profiles *p,
    const struct measure *m, struct profiles_pair *pair);
void chunk_pairs_close(struct chunk_pairs *c);
/* The first chunk of the pairs to come, the second ones being `least` or behind
 * it, which never falls from call to call. */
void chunk_pairs_first(struct chunk_pairs *c, size_t i, size_t least);
double chunk_pairs_with(struct chunk_pairs *c, size_t j);

#endif
