/* tables - the tables that the description names, as parts of the page. */
#ifndef TABLES_H
#define TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "show/common/press.h"

/* What the page may still take, and what it could not. */
struct tables_room {
	size_t left;
	struct buf out; /* rows: what did not fit */
};

/* Is there room for so many packed bytes?  What is called so is left out where
 * there is not. */
bool tables_fit(struct tables_room *room, const char *name, size_t len);
/* Writes a part of these bytes, whatever room there is. */
void tables_part(struct out *o, const char *name, const struct buf *bytes);
/* The tables of the description in its order, with the rows and columns that it
 * says; exit 1 for a block that is neither a table, parts nor if. */
void tables_put(struct press *p, struct out *o, struct tables_room *room);
/* The labels and the values, which are always there. */
void tables_put_labels(const struct press *p, struct out *o);

#endif
