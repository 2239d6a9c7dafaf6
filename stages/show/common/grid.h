/* grid - a whole table in memory, for programs that lay it out. */
#ifndef GRID_H
#define GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/table/tsv.h"

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
/* The same by steps: the columns of an open table, then its row under way. */
void grid_open(struct grid *g, const struct tsv *t);
void grid_add(struct grid *g, const struct tsv *t);
/* And one of no file, which messages call so: its columns, then rows of as many
 * cells, whose control characters become blanks. */
void grid_begin(
    struct grid *g, const char *file, const char *const *name, size_t n);
void grid_put(struct grid *g, char *const *cell);
/* Puts numbers of rows into the order of the table. */
void grid_restore(size_t *row, size_t n);
/* Leaves n of the rows, in the order that they have in the table; row is put
 * into order. */
void grid_keep(struct grid *g, size_t *row, size_t n);
void grid_free(struct grid *g);
/* The number of a column, or exit 1 with those there are. */
size_t grid_column(const struct grid *g, const char *name);

static inline const char *
grid_cell(const struct grid *g, size_t row, size_t col)
{
	return g->text.s + g->at[row * g->n_col + col];
}

/* The same, or SIZE_MAX. */
size_t grid_has(const struct grid *g, const char *name);

/* Are all its cells numbers, NA or empty, and one at least a number? */
bool grid_is_figures(const struct grid *g, size_t col);
/* Neither a figure nor NA nor empty? */
bool grid_is_text(const char *cell);
bool grid_has_text(const struct grid *g, size_t col);
/* NA or empty. */
bool grid_is_none(const char *cell);
/* Of two texts that slug_fold() wrote, as strcmp(): as in a dictionary, but
 * numbers in them by their value (part 9 before part 10). */
int grid_text_order(const char *a, const char *b);
/* Orders rows by columns, the first key first; a - before a name is falling
 * order.  Figures go by value, text as in a dictionary, accents and
 * capitals aside and numbers in it by their value (equal words by their
 * bytes), NA and empty cells come last; equal rows stay as they are.  Where the
 * first rows alone are wanted, those behind so many come as they may. */
void grid_sort(const struct grid *g, size_t *row, size_t n, char *const *keys,
    size_t n_keys, uint64_t wanted);
/* All rows, the caller's to free: by a column as in a dictionary, if its texts
 * come in the order of their bytes, which puts É behind Z; else as they are. */
size_t *grid_reading(const struct grid *g, size_t col);

#endif
