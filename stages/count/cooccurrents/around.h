/* around - the words that stand around pivots (Lafon 1981; cooccurrents.1).
 *
 * Tokens come one by one; at the end of a bound (a sentence, a speech) those
 * within reach of a pivot are counted, each once however many pivots it is
 * near.  The pivots' own tokens are none of them. */
#ifndef AROUND_H
#define AROUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "turns.h"

#define AROUND_NONE UINT32_MAX
#define AROUND_ALL UINT64_MAX

enum {
	AROUND_MAX = 10000 /* tokens of reach that can be asked for */
};

struct around_token {
	uint64_t at;   /* position within the bound, from 1 */
	uint32_t word; /* AROUND_NONE: takes a place, does not count */
	bool pivot;
	bool near;
};

struct around_word {
	uint64_t inside;  /* those of pivots */
	uint64_t f;       /* those within reach */
	uint64_t before;  /* of these, before the nearest pivot */
	int64_t distance; /* sum over f: 1 is next behind, -1 next before */
};

struct around {
	uint64_t left; /* tokens of reach before a pivot, AROUND_ALL */
	uint64_t right;
	struct around_token *token; /* of the bound under way */
	size_t n;
	size_t cap;
	uint64_t first; /* tokens of the stream before token[0] */
	uint64_t at;
	bool found; /* a pivot within the bound */
	struct around_word *word;
	size_t n_word;
	size_t cap_word;
	uint64_t n_pivot;
	uint64_t t;
	bool by_speech; /* turns are asked for */
	struct turns turns;
};

/* "5", "3,0" or "s", which is AROUND_ALL; or exit 2. */
void around_reach(int letter, const char *arg, uint64_t *left, uint64_t *right);
void around_open(
    struct around *a, uint64_t left, uint64_t right, bool by_speech);
/* Every token of the stream, those that do not count as AROUND_NONE. */
void around_add(struct around *a, uint32_t word);
/* Tokens were taken out here; the reach goes on over them. */
static inline void
around_gap(struct around *a, uint64_t n)
{
	a->at += n;
}

/* n tokens of the bound are a pivot, the first one number `from` of the
 * stream (from 0). */
void around_pivot(struct around *a, uint64_t from, size_t n);
/* The bound ends; false if its speech has too many words. */
bool around_end(struct around *a);
/* What is known of a word. */
struct around_word around_look(const struct around *a, uint32_t word);
void around_free(struct around *a);

#endif
