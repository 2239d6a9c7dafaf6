/* places - the lines of a concordance: written at once, or kept, sorted and
 * laid out at the end (concordance.1). */
#ifndef PLACES_H
#define PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "context.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"

/* A place that waits; its strings are in text. */
struct places_one {
	size_t at; /* left NUL node NUL right NUL key NUL */
	const char *key;
	size_t speech;
	uint64_t line;
	uint64_t sentence;
};

struct places {
	struct out *out; /* the first seven are set by the caller */
	size_t n_attr;
	bool sorted;
	bool terms;     /* the key is a word, and a column: never sorted */
	bool cells;     /* the key is cells, each with its tab: likewise */
	uint64_t limit; /* lines at the end */
	size_t width;   /* of aligned lines; 0: a table */
	char **speech;
	size_t n_speech;
	size_t cap_speech;
	struct places_one *place;
	size_t n;
	size_t cap;
	struct buf text;
};

/* A speech with a place, by number; attrs: id NUL source NUL and n_attr
 * values with a NUL each. */
size_t places_speech(struct places *p, const char *attrs, size_t len);
void places_add(struct places *p, const struct context_place *c);
void places_end(struct places *p); /* writes those that waited */
void places_free(struct places *p);

#endif
