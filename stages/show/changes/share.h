/* share - which speeches bring the difference of a count, and what became of
 * their texts (changes.1). */
#ifndef SHARE_H
#define SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cause.h"
#include "family.h"
#include "fate.h"
#include "lib/table/intern.h"
#include "run.h"

enum share_kind {
	SHARE_ADDED, /* speeches by their fate */
	SHARE_REMOVED,
	SHARE_CHANGED,
	SHARE_MOVED, /* same text, another value of the attribute */
	SHARE_ENTRY, /* hits of entries that one dictionary alone has */
	SHARE_LATER, /* same text and words, another count of them */
	SHARE_OTHER, /* same text, other words */
	SHARE_KINDS
};

enum {
	SHARE_TOP = 3 /* speeches that are named */
};

struct share_speech {
	const char *id;
	int64_t n;
};

/* A count that is a sum over speeches. */
struct share {
	uint64_t total[2];
	int64_t by[SHARE_KINDS];
	struct share_speech top[SHARE_TOP];
	size_t n_top;
	size_t n_speech; /* of which the count changed */
	bool known;      /* both runs have the table */
};

struct shares {
	const struct run *run[2];
	struct intern shape; /* which sums there are, of which parts */
	struct share_shape *shapes;
	size_t cap_shape;
	struct intern key; /* counts that are asked for */
	struct share *share;
	size_t cap;
	struct intern at; /* count and speech */
	struct share_cell *cell;
	size_t cap_cell;
	struct fate fate;
	struct buf made; /* a key under way */
};

void share_open(
    struct shares *s, const struct run *before, const struct run *after);
void share_close(struct shares *s);
/* Asks for a count: the sum, the attribute and its value (NULL: of the
 * corpus), the cells of the sum's columns `by`.  Gives its number. */
uint32_t share_ask(struct shares *s, const struct family_sum *sum,
    const char *const part[2], const char *const *cell);
/* Reads the tables and counts all that was asked for. */
void share_count(struct shares *s);
/* Appends "texts added +2, metadata -1"; from: the table that the count is a
 * sum of. */
void share_put(
    const struct share *s, struct causes *c, const char *from, struct buf *to);

#endif
