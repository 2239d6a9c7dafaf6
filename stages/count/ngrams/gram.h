/* gram - counts n-grams of numbered words by sorting, in order, at any size.
 *
 * The words come one by one with breaks between them; what is held of them is
 * bounded: beyond it, sorted runs go to a temporary file (runs.h). */
#ifndef GRAM_H
#define GRAM_H

#include <stddef.h>
#include <stdint.h>

#include "count/common/runs.h"
#include "gram_record.h"
#include "lib/table/intern.h"

struct gram_opts {
	size_t lo; /* sizes, 1 .. GRAM_MAX */
	size_t hi;
	size_t skips;  /* words that may be left out within one, 0 .. 9 */
	size_t hold;   /* words held; fewer if a record takes several 64 bits */
	size_t memory; /* bytes, about, of all that is held; 0: no bound */
};

/* Where a part begins among the words held. */
struct gram_span {
	size_t from;
	uint32_t part;
};

/* The raw words, numbered on their own: several may be the same word. */
struct gram_raw {
	uint32_t *word; /* by raw number: number of the word */
	uint32_t n;
	size_t cap;
};

struct gram {
	struct gram_opts opts;
	const struct intern *words;
	const struct intern *parts;
	const struct gram_raw *raw;
	uint32_t *tok; /* raw number + 1; 0 is a break */
	size_t n;
	size_t limit; /* of n */
	struct gram_span *span;
	size_t n_span;
	size_t cap_span;
	uint64_t *total; /* by part and size */
	size_t cap_total;
	uint64_t *rec[2];
	size_t cap_rec[2]; /* 64-bit words */
	struct runs runs;
	struct run *run; /* of each size, spill by spill */
	size_t n_run;
	size_t cap_run;
};

/* g->words, parts and raw are set, and may grow as long as words are added.  No
 * word's string has a byte below '!'. */
void gram_open(struct gram *g, const struct gram_opts *opts);
void gram_part(struct gram *g, uint32_t part); /* of the words to come */
void gram_full(struct gram *g);

/* One word, by its raw number + 1. */
static inline void
gram_add(struct gram *g, uint32_t id1)
{
	if (g->n == g->limit)
		gram_full(g);
	g->tok[g->n++] = id1;
}

/* No n-gram holds words from both sides. */
static inline void
gram_break(struct gram *g)
{
	if (g->n > 0 && g->tok[g->n - 1] != 0)
		gram_add(g, 0);
}

/* Some words, 0 for a break. */
void gram_add_all(struct gram *g, const uint32_t *id1, size_t n);

/* The ranks of words and parts, that the rows are given in. */
struct gram_ranks {
	uint32_t *word;       /* by number */
	uint32_t *word_order; /* number by rank */
	uint32_t *part;
	uint32_t *part_order;
};

void gram_rank(const struct gram *g, struct gram_ranks *ranks);
void gram_rank_free(struct gram_ranks *ranks);

/* Calls each() for every part and size that has any: first the sum, then the
 * n-grams in the order of their words joined by spaces.  g is used up: only
 * gram_free() may follow. */
void gram_finish(
    struct gram *g, const struct gram_ranks *ranks, gram_each *each, void *arg);
void gram_free(struct gram *g);

#endif
