/* tables - the tables that the description names, as parts of the page. */
#ifndef TABLES_H
#define TABLES_H

#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "show/common/press.h"

/* What the page may still take, and what it could not. */
struct tables_room {
	size_t left;
	struct buf out; /* rows: a part that did not fit */
};

/* Writes a part of these bytes if there is room. */
void tables_part(struct out *o, struct tables_room *room, const char *name,
    const struct buf *bytes);
/* The tables of the description in its order, with the rows and columns that it
 * says; exit 1 for a block that is neither a table, parts nor if. */
void tables_put(struct press *p, struct out *o, struct tables_room *room);
/* The labels and the values. */
void tables_put_labels(
    const struct press *p, struct out *o, struct tables_room *room);

#endif
