/* columns - what the columns of a table are for: text, id, group, attributes
 * (read-table.1). */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "mem.h"
#include "naming.h"
#include "record.h"

/* The command line; what is NULL was not given. */
struct columns_opts {
	struct naming naming; /* -r, -i */
	const char *text;     /* -t */
	const char *group;    /* -g */
	const char *only;     /* -c: names parted by commas */
};

enum {
	COLUMNS_NONE = RECORD_COLUMNS
};

struct columns {
	const struct columns_opts *o;
	char *name[RECORD_COLUMNS]; /* the attribute, NULL: none; owned */
	size_t n;                   /* columns that have been looked at */
	size_t text;                /* number of the column, or COLUMNS_NONE */
	size_t group;
	size_t id; /* the column id, without -i */
};

void columns_open(struct columns *c, const struct columns_opts *o);
/* Looks at the columns that are new in r; two that make the same attribute
 * are an error (exit 1). */
void columns_see(struct columns *c, const struct record *r);
/* Behind the header, or the first JSON record: are text, group and ids there?
 * Exit 1 with the names that are. */
void columns_check(const struct columns *c, const struct record *r);
/* The column that the user calls so, or COLUMNS_NONE. */
size_t columns_find(const struct record *r, const char *given);
void columns_close(struct columns *c);

#endif
