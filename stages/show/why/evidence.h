/* evidence - rows of tokens, hits or counts behind a figure (why.1). */
#ifndef EVIDENCE_H
#define EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"
#include "show/common/shelf.h"

struct evidence_column {
	const char *name; /* both held by the pool */
	const char **cell;
};

struct evidence {
	struct intern pool;
	struct evidence_column *column;
	size_t n_column;
	size_t n;
	/* where its description stands, for messages */
	const char *file;
	uint64_t line;
};

/* Reads a table: a path, packed or not, or where that is NULL a file that is
 * open and is closed here. */
void evidence_read(struct evidence *e, const char *path, int fd);
void evidence_free(struct evidence *e);
/* A column, or exit 1 at the line of the description. */
const struct evidence_column *evidence_column(
    const struct evidence *e, const char *name);
/* The same, or NULL. */
const struct evidence_column *evidence_has(
    const struct evidence *e, const char *name);
/* Leaves the rows whose cell passes. */
void evidence_take(struct evidence *e, const char *column,
    enum figure_sign sign, const char *value);
/* The same of those whose cell is one of the values, parted by ", ". */
void evidence_among(struct evidence *e, const char *column, const char *values);
/* One row for each value of these columns, parted by commas, in the order in
 * which they come, with a column n, how many rows it had; token and length are
 * from the first place to the end of the last. */
void evidence_group(struct evidence *e, const char *columns);
/* Adds columns of the table at path, by its rows with the same keys: keys and
 * columns are names parted by commas, a name here=there.  NA where it has no
 * such row. */
void evidence_join(struct evidence *e, const char *path, const char *keys,
    const char *columns);
/* A new column, "NA" in each row; its cells are set with evidence_set(). */
size_t evidence_add(struct evidence *e, const char *name);
void evidence_set(struct evidence *e, size_t column, size_t row, const char *s);
/* Different values of columns parted by commas. */
uint64_t evidence_distinct(const struct evidence *e, const char *columns);
/* Orders the rows by a column of figures, the largest first. */
void evidence_order(struct evidence *e, const char *column);

#endif
