/* series - a table as series of values along x, for lines and curves */
#ifndef SERIES_H
#define SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/table/intern.h"
#include "show/common/grid.h"

enum {
	SERIES_X,
	SERIES_VALUE,
	SERIES_LOW,
	SERIES_HIGH,
	SERIES_CHANCE, /* the lower end of what chance gives, and the upper */
	SERIES_CHANCE_HIGH,
	SERIES_COLUMNS,
	SERIES_MOST = 8
};

struct series_point {
	double v[SERIES_COLUMNS]; /* NAN where there is none */
	uint32_t series;
};

struct series {
	const struct grid *g;
	size_t col[SERIES_COLUMNS];
	size_t n_col;               /* 2, 4 or 6 */
	struct intern names;        /* of the series; one without a group */
	struct intern texts;        /* of x, where it is no figure */
	const char **text;          /* by number of x, or NULL */
	double *place;              /* of the texts, if they are dates */
	bool whole;                 /* x is whole numbers */
	struct series_point *point; /* by series, then x */
	size_t n;
	size_t n_none; /* rows without a value */
};

/* columns: x,value[,low,high[,low,high]], cut up here, or NULL: the first
 * column and the last one of figures.  group: a column, or NULL.  What is no
 * figure in x is put at 0, 1, 2 ... in the order of its bytes; dates are
 * where their first day is. */
void series_read(
    struct series *s, const struct grid *g, char *columns, const char *group);
void series_free(struct series *s);
/* Of a column of a grid as a figure; NAN for NA and an empty cell; exit 1. */
double series_cell(const struct grid *g, size_t row, size_t col);

#endif
