/* texts - what belongs to a text with one tag or another, found by the text:
 * the lemmas of forms, what becomes of endings.  No pointer stands in it, so
 * that it can be kept in an image (model.h). */
#ifndef TEXTS_H
#define TEXTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

struct texts_slot {
	uint32_t hash; /* bits of it that do not say where the slot is */
	uint32_t at;   /* in bytes, and 1; 0 is free */
};

struct texts {
	struct buf bytes;
	struct texts_slot *slot;
	unsigned bits; /* of the number of slots */
	size_t n;
	/* a bit of each text: most that are asked for are not there */
	uint64_t *filter;
};

enum {
	TEXTS_FILTER = 18 /* bits of the number of a bit */
};

/* What belongs to a text, with a NUL behind; s is NULL where nothing does. */
struct texts_found {
	const char *s;
	size_t len;
};

void texts_open(struct texts *t);
void texts_free(struct texts *t);
/* Nothing is added where something belongs to the text with this tag. */
void texts_add(struct texts *t, int tag, const char *s, size_t len,
    const char *what, size_t n_what);
struct texts_found texts_find(
    const struct texts *t, int tag, const char *s, size_t len);
/* The tags, a bit each, with which something belongs to the text. */
uint32_t texts_tags(const struct texts *t, const char *s, size_t len);

#endif
