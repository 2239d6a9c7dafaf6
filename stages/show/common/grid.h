/* grid - a whole table in memory, for programs that lay it out. */
#ifndef GRID_H
#define GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

struct grid {
	char *file; /* for messages */
	size_t n_col;
	size_t n_row;
	char **name; /* of the columns */
	size_t *at;  /* of the cells in text, row by row */
	size_t cap;
	struct buf text;
};

/* Reads a table (NULL: standard input); in the cells tabs and line ends are
 * blanks. */
void grid_read(struct grid *g, const char *path);
void grid_free(struct grid *g);
/* The number of a column, or exit 1 with those there are. */
size_t grid_column(const struct grid *g, const char *name);

static inline const char *
grid_cell(const struct grid *g, size_t row, size_t col)
{
	return g->text.s + g->at[row * g->n_col + col];
}

/* Are all its cells numbers, NA or empty, and one at least a number? */
bool grid_is_figures(const struct grid *g, size_t col);

#endif
