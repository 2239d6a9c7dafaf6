/* tables - the tables that the description names, as parts of the page. */
#ifndef TABLES_H
#define TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "collect.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "show/common/press.h"

/* A table, packed.  One whose first columns are speech and token has places in
 * the text: its rows wait until it is known which speeches are kept. */
struct tables_one {
	char *name; /* of the part */
	char *file; /* its name, without folder */
	struct buf packed;
	struct buf places;
};

struct tables {
	struct tables_one *one;
	size_t n;
	size_t cap;
	size_t len; /* of all, packed, without places */
};

/* Writes a part of these bytes, whatever room there is. */
void tables_part(struct out *o, const char *name, const struct buf *bytes);
/* The tables of the description in its order, with the rows and columns that it
 * says; exit 1 for a block that is neither a table, parts nor if. */
void tables_read(struct tables *t, struct press *p);
/* Packs places in the speeches that are kept; gives the bytes, or any number
 * above room if they are more. */
size_t tables_pack_places(
    struct tables *t, const struct collect *c, size_t room);
/* Writes places, if there are some packed, and the tables that fit into so many
 * bytes; the names of the others are appended to left, a row each. */
void tables_put(
    const struct tables *t, struct out *o, size_t room, struct out *left);
/* What the page calls it, specificities-speaker. */
const char *tables_name(const struct tables_one *one);
void tables_free(struct tables *t);
/* The labels and the values, which are always there. */
void tables_put_labels(const struct press *p, struct out *o);

#endif
