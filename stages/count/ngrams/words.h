/* words - the values of a column and how often they come, two in one line of
 * cache.
 *
 * A value of up to 16 bytes is its own key, so that it is found by a compare of
 * two numbers.  Its place is asked for first, for a batch of values, and looked
 * at later, when it has come from memory. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/table/intern.h"

enum {
	WORDS_KEY = INTERN_HEAD /* bytes of a value that is in the table */
};

struct word {
	uint64_t freq; /* the caller's */
	uint32_t id1;  /* number by first sight + 1 */
};

struct words_slot {
	uint64_t key[2]; /* the value's bytes, zeros behind; 0 is free */
	struct word word;
};

struct words {
	struct words_slot
	    *slot;     /* the first is that of no value, and is free */
	size_t n_slot; /* a power of two */
	uint32_t n;    /* values */
	uint32_t n_short;
	struct intern longer; /* values of more bytes */
	struct word *word;    /* theirs, by number */
	size_t cap;
};

/* A value of which WORDS_KEY bytes can be read whatever its length. */
struct words_key {
	uint64_t head[2];
	const char *s;
	uint32_t len;
	uint32_t at;
};

void words_open(struct words *t);
void words_free(struct words *t);

static inline size_t
words_place(const struct words *t, const uint64_t *head)
{
	return intern_head_hash(head) & (t->n_slot - 1);
}

/* Makes the key of a value, or of none where len is 0, and has its slot
 * fetched. */
static inline void
words_key(
    const struct words *t, struct words_key *k, const char *s, uint32_t len)
{
	uint64_t head[2];

	intern_head(head, s, len);
	k->head[0] = head[0];
	k->head[1] = head[1];
	k->s = s;
	k->len = len;
	k->at = (uint32_t)words_place(t, head); /* 0 if they are */
	__builtin_prefetch(&t->slot[k->at]);
}

/* The word of a key, if it is at its first place; of that of no value, too. */
static inline bool
words_near(const struct words *t, const struct words_key *k, struct word **w)
{
	struct words_slot *e = &t->slot[k->at];

	*w = &e->word;
	return ((e->key[0] ^ k->head[0]) | (e->key[1] ^ k->head[1])) == 0 &&
	    k->len <= WORDS_KEY;
}

/* The same, found or new: it is if its number is t->n.  Lives until the next
 * call. */
struct word *words_get(struct words *t, const struct words_key *k);

/* Calls each() for all, in any order. */
void words_each(const struct words *t,
    void (*each)(void *arg, const struct word *w), void *arg);

#endif
