/* csv - rows of a table as a spreadsheet in French reads them. */
#ifndef CSV_H
#define CSV_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "show/common/grid.h"

struct csv {
	const struct grid *grid;
	size_t *col;       /* the columns, in order */
	const char **head; /* what they are called */
	size_t n_col;
	const size_t *row; /* the rows, in order */
	size_t n_row;
};

/* Returns how many cells of text got an ' for their first sign. */
uint64_t csv_put(const struct csv *c, struct out *o);

#endif
