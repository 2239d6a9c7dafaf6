/* chart_rows - the rows of a table as those of a chart (bars.1). */
#ifndef CHART_ROWS_H
#define CHART_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "show/common/chart.h"
#include "show/common/grid.h"

enum {
	CHART_LABEL,
	CHART_VALUE,
	CHART_LOW,
	CHART_HIGH,
	CHART_COLUMNS
};

struct chart_rule {
	const char *name[CHART_COLUMNS]; /* of columns */
	size_t n_name;                   /* 0, 2 or all */
	const char *group;               /* column, or NULL */
	uint64_t rows;                   /* of a group, at most */
};

/* The argument of -c, label,value or label,value,low,high, or exit 2; arg is
 * cut up, the names stay in it. */
void chart_columns(struct chart_rule *r, char *arg);
/* Adds the rows; without names the label is the first column of text, the value
 * the last one of figures.  Exit 1 where there is none, or a cell is no number.
 * value, where it is not NULL, gets the column of the values. */
void chart_read(struct chart *c, const struct grid *g,
    const struct chart_rule *r, size_t *value);

#endif
