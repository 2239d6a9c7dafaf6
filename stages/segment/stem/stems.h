/* stems - forms and their stems, two pairs in one line of cache. */
#ifndef STEMS_H
#define STEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/table/intern.h"

enum {
	STEMS_KEY = INTERN_HEAD, /* bytes of a form that is in the table */
	STEMS_INLINE = 15,
	STEMS_LONG = 0xFF
};

/* A stem as the stream writes it. */
struct stem {
	char s[STEMS_INLINE];
	uint8_t len; /* STEMS_LONG: s holds a pointer to a NUL-ended string */
};

struct stems_slot {
	uint64_t key[2]; /* the form's bytes, zeros behind; 0 is free */
	struct stem stem;
};

struct stems {
	struct stemmer stemmer;
	struct stems_slot *slot; /* pages of their own */
	size_t n_slot;           /* a power of two */
	size_t n;
	struct intern longer; /* forms of more bytes, and the empty one */
	struct stem *stem;    /* theirs, by number */
	size_t cap;
	struct buf tmp;
	struct buf esc;
};

/* The first bytes of a form, of which STEMS_KEY can be read. */
struct stems_key {
	uint64_t head[2];
	uint64_t hash;
};

/* That of no form. */
static const struct stems_key stems_no_key = {{0, 1}, 0};

/* overrides as of stemmer_open(). */
void stems_open(struct stems *t, const char *overrides);
void stems_close(struct stems *t);

static inline bool
stems_has_key(size_t len)
{
	return len - 1 < STEMS_KEY;
}

/* Makes the key of a form of 1 to STEMS_KEY bytes, and has its slot fetched. */
static inline void
stems_key(
    const struct stems *t, struct stems_key *k, const char *form, size_t len)
{
	intern_head(k->head, form, len);
	k->hash = intern_head_hash(k->head);
	__builtin_prefetch(&t->slot[k->hash & (t->n_slot - 1)]);
}

/* The stem of a form, found or new; k is not looked at if the form has no key.
 * Lives until the next call. */
const struct stem *stems_get(
    struct stems *t, const struct stems_key *k, const char *form, size_t len);

/* Is the form known, and its stem short? */
static inline bool
stems_near(
    const struct stems *t, const struct stems_key *k, const struct stem **e)
{
	const struct stems_slot *slot = &t->slot[k->hash & (t->n_slot - 1)];

	*e = &slot->stem;
	return ((slot->key[0] ^ k->head[0]) | (slot->key[1] ^ k->head[1])) ==
	    0 &&
	    slot->stem.len != STEMS_LONG;
}

/* Its bytes. */
static inline const char *
stems_s(const struct stem *e, size_t *len)
{
	char *p;

	*len = e->len;
	if (e->len != STEMS_LONG)
		return e->s;
	memcpy(&p, e->s, sizeof(p));
	*len = strlen(p);
	return p;
}

#endif
