/* sheet - a table of a run in memory, its rows found by some of its columns
 * (robust.1). */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

#define SHEET_NO_ROW UINT32_MAX

struct sheet {
	char *path;
	size_t n_col;
	uint32_t n_row;
	char **name;
	size_t *at; /* of the cells in text, row by row */
	size_t cap;
	struct buf text;
	struct intern key; /* sheet_index(): cells with tabs between */
	uint32_t *row;     /* by key: the first row that has it */
	bool indexed;
};

/* FOLDER/NAME, or NAME.zst where only that is there; false: neither is. */
bool sheet_open(struct sheet *s, const char *folder, const char *name);
void sheet_close(struct sheet *s);
/* The number of a column; exit 1 where it is missing.  SIZE_MAX instead. */
size_t sheet_column(const struct sheet *s, const char *name);
size_t sheet_has(const struct sheet *s, const char *name);

static inline const char *
sheet_cell(const struct sheet *s, uint32_t row, size_t col)
{
	return s->text.s + s->at[row * s->n_col + col];
}

/* Have both the same columns and cells? */
bool sheet_is_same(const struct sheet *a, const struct sheet *b);
/* NAN for what is no figure. */
double sheet_real(const struct sheet *s, uint32_t row, size_t col);
/* From now on rows are found by these columns. */
void sheet_index(struct sheet *s, const size_t *col, size_t n);
uint32_t sheet_find(const struct sheet *s, const char *const *cell, size_t n);

#endif
