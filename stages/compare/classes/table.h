/* reinert_table - which forms occur in which segments: a sparse table of 0 and
 * 1 (classes.1). */
#ifndef REINERT_TABLE_H
#define REINERT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Row i has the columns col[at[i]] to col[at[i + 1] - 1], rising. */
struct reinert_table {
	uint32_t n_row;
	uint32_t n_col;
	size_t *at;
	uint32_t *col;
	size_t cap_at;
	size_t cap;
};

/* A part of a table, and what its rows and columns were there. */
struct reinert_part {
	struct reinert_table t;
	uint32_t *row;
	uint32_t *col;
};

/* An empty table with so many columns; its rows come one by one. */
void reinert_table_open(struct reinert_table *t, uint32_t n_col);
/* Adds a row of n columns in any order, which may come more than once; sorts
 * them in place. */
void reinert_table_add(struct reinert_table *t, uint32_t *col, size_t n);
void reinert_table_free(struct reinert_table *t);
/* In how many rows each column is; the caller's to free. */
uint32_t *reinert_table_columns(const struct reinert_table *t);

/* The n rows named, less the columns that are gone (NULL: none) or in fewer
 * than min of these rows, less the rows that have no column then. */
void reinert_part_open(struct reinert_part *p, const struct reinert_table *t,
    const uint32_t *row, uint32_t n, const bool *gone, uint32_t min);
void reinert_part_free(struct reinert_part *p);

#endif
