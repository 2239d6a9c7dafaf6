/* spelling - names that are written in several ways. */
#ifndef SPELLING_H
#define SPELLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* A name as it is written somewhere. */
struct spelling_name {
	uint64_t n;   /* how often */
	size_t first; /* the first place, the caller's */
	uint32_t key;
};

struct spelling_key {
	uint32_t best; /* its commonest name, of several the first in bytes */
	uint32_t letters; /* a bit each of those that occur */
	uint32_t len;
	uint64_t digits; /* their hash */
};

struct spelling {
	struct intern names;
	struct spelling_name *name;
	size_t cap;
	struct intern keys;
	struct spelling_key *key;
	size_t cap_key;
	struct buf text;
};

/* Appends what is left of a name without case, accents, punctuation, titles
 * (M., Mme, le) and the order of its words. */
void spelling_fold(struct buf *to, const char *s, size_t len);

void spelling_open(struct spelling *t);
void spelling_add(struct spelling *t, const char *name, size_t place);
/* Calls each() for every name that is not the commonest of its key, and with
 * `letters` for keys that are one letter apart, two from 12 letters on, in
 * words of four letters or more, but no final e of a word and no digit.  name
 * is the rarer, best the other. */
typedef void spelling_each(const struct spelling *t, uint32_t name,
    uint32_t best, bool same_key, void *arg);
void spelling_pairs(
    struct spelling *t, bool letters, spelling_each *each, void *arg);
void spelling_free(struct spelling *t);

#endif
