/* reinert_table - parts of a table of 0 and 1, which says which forms occur in
 * which segments (classes.1). */
#ifndef REINERT_TABLE_H
#define REINERT_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "compare/common/sparse.h"

/* A part of a table, and what its rows and columns were there. */
struct reinert_part {
	struct sparse t;
	uint32_t *row;
	uint32_t *col;
};

/* In how many rows each column is; the caller's to free. */
uint32_t *reinert_table_columns(const struct sparse *t);

/* The n rows named, less the columns that are gone (NULL: none) or in fewer
 * than min of these rows, less the rows that have no column then. */
void reinert_part_open(struct reinert_part *p, const struct sparse *t,
    const uint32_t *row, uint32_t n, const bool *gone, uint32_t min);
void reinert_part_free(struct reinert_part *p);

#endif
