/* types - how often each type (form, stem) occurs in a text; and which of them
 * a table of types(1) tells to be of a list. */
#ifndef TYPES_H
#define TYPES_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* Of one text; all zero is an empty one. */
struct types {
	uint64_t *n; /* by number of the type */
	size_t cap;
	uint32_t *seen; /* those of the text, in order of first sight */
	size_t n_seen;
	size_t cap_seen;
};

/* Types below `end` may be added. */
void types_room(struct types *t, uint32_t end);
void types_clear(struct types *t); /* the next text */
void types_free(struct types *t);
uint64_t types_hapax(const struct types *t);
void types_see(struct types *t, uint32_t id);

/* Adds the types whose column list names one; exit 1 if the table has no such
 * column. */
void types_listed(struct intern *words, const char *path);

static inline void
types_add(struct types *t, uint32_t id)
{
	if (t->n[id]++ == 0)
		types_see(t, id);
}

#endif
