/* roles - what the columns of a table are for: text, id, group, attributes
 * (read-table.1). */
#ifndef ROLES_H
#define ROLES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "read/common/naming.h"
#include "record.h"

/* The command line; what is NULL was not given. */
struct roles_opts {
	struct naming naming; /* -r, -i */
	const char *text;     /* -t */
	const char *group;    /* -g */
	const char *only;     /* -c: names parted by commas */
	bool turns;           /* -u turn: there must be a speaker */
};

enum {
	ROLES_NONE = RECORD_COLUMNS
};

struct roles {
	const struct roles_opts *o;
	char *name[RECORD_COLUMNS]; /* the attribute, NULL: none; owned */
	size_t n;                   /* columns that have been looked at */
	size_t text;                /* number of the column, or ROLES_NONE */
	size_t group;
	size_t id; /* the column id, without -i */
};

void roles_open(struct roles *c, const struct roles_opts *o);
/* Looks at the columns that are new in r; two that make the same attribute
 * are an error (exit 1). */
void roles_see(struct roles *c, const struct record *r);
/* Behind the header, or the first JSON record: are text, group and ids there?
 * Exit 1 with the names that are. */
void roles_check(const struct roles *c, const struct record *r);
/* The column that the user calls so, or ROLES_NONE. */
size_t roles_find(const struct record *r, const char *given);
void roles_close(struct roles *c);

#endif
