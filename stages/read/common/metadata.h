/* metadata - a table of attributes by key, for readers and annotate. */
#ifndef METADATA_H
#define METADATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "attrs.h"
#include "lib/table/intern.h"

enum {
	METADATA_SHOWN = 3
}; /* names told of those without a partner */

/* Names of what found no partner. */
struct missed {
	uint64_t n;
	struct buf names; /* the first METADATA_SHOWN, joined by ", " */
};

struct metadata {
	const char *path;
	struct intern keys; /* number: the row */
	struct attrs *row;  /* what each row says; empty and NA left out */
	bool *used;         /* has a speech asked for it? */
	size_t cap;
	size_t used_cap;
	char **name; /* by column: the attribute, or NULL */
	size_t n_name;
	uint64_t n_quoted; /* cells in quotes */
	uint64_t quoted;   /* line of the first */
};

/* Reads the table; key is the name of its key column, or of the attribute that
 * the column makes.  columns ("party,role")
 * chooses, NULL takes all but the key.  Exit 1 for a column that is not there,
 * an empty key or one that comes twice, or a date that is none. */
void metadata_open(
    struct metadata *m, const char *path, const char *key, const char *columns);
/* Of the names, the first that the table has as a column, or as the attribute
 * that a column makes, or NULL. */
const char *metadata_key(const char *path, const char *const *names, size_t n);
/* What the table says about key, or NULL; the row counts as used. */
const struct attrs *metadata_find(struct metadata *m, const char *key);
/* Rows that nobody asked for. */
void metadata_unused(const struct metadata *m, struct missed *rows);
void metadata_free(struct metadata *m);

void missed_add(struct missed *t, const char *name);
/* Appends "3 speeches without a row (a, b, c ...)"; nothing if there are
 * none. */
void missed_say(
    struct buf *to, const struct missed *t, const char *one, const char *many);
void missed_free(struct missed *t);

#endif
