/* cells - a table in memory, and what its columns are in a workbook. */
#ifndef CELLS_H
#define CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

struct column {
	char *name;
	bool number;  /* all cells are numbers, NA or empty, one is a number */
	bool text;    /* one cell is text */
	size_t width; /* columns of a terminal, of the widest cell */
};

struct cells {
	char *file; /* for messages */
	size_t n_col;
	size_t n_row;
	struct column *col;
	struct buf text; /* the cells, row by row, a NUL behind each */
};

void cells_read(struct cells *t, const char *path); /* NULL: standard input */
void cells_free(struct cells *t);

#endif
