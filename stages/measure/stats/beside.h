/* beside - the tables of parts and of all that one reading makes beside that of
 * the speeches (stats.1, -O). */
#ifndef BESIDE_H
#define BESIDE_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "units.h"

struct beside_opts {
	const char *prefix;            /* of their paths; NULL: none */
	const char *part[UNITS_ATTRS]; /* an attribute each */
	size_t n_part;
	size_t window; /* of MATTR */
};

struct beside_table {
	struct units_opts o;
	struct units units;
	struct aside out;
};

struct beside {
	struct beside_table *table; /* of each part, then of all */
	size_t n;
};

/* Exit 3 if a table cannot be written. */
void beside_open(struct beside *b, const struct beside_opts *o,
    const struct units_known *known);
void beside_free(struct beside *b);
/* As units_enter(), units_outside(), units_add() of each. */
void beside_enter(struct beside *b, struct vrt *v);
void beside_outside(struct beside *b);
void beside_add(struct beside *b, const struct tally *t,
    const struct types *forms, const struct types *stems);
/* Writes them; they have their names once beside_rename() is done. */
void beside_put(struct beside *b);
void beside_rename(struct beside *b);
void beside_note(const struct beside *b);

#endif
