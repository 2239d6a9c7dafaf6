/* run - words that follow each other, as ngrams and segments count them
 * (ngrams.1, segments.1). */
#ifndef RUN_H
#define RUN_H

#include <stddef.h>

#include "places.h"

struct run {
	struct places_token *token; /* the last ones, in a ring */
	size_t size;
	size_t n; /* of the run under way */
};

void run_open(struct run *r, size_t size);
/* The next token of the run, which may end a place. */
void run_add(struct run *r, struct places *p, const struct places_token *t);
/* Does the token end the run?  counts: it is one of the kinds that count. */
bool run_ends(struct places *p, bool counts);
static inline void
run_break(struct run *r)
{
	r->n = 0;
}
void run_free(struct run *r);

#endif
