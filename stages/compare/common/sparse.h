/* sparse - a table of counts of which only the cells that are not 0 are held,
 * row by row.  (lib/table/counts is the table as a file has it: every cell with
 * its row there, for messages.) */
#ifndef SPARSE_H
#define SPARSE_H

#include <stddef.h>
#include <stdint.h>

struct sparse {
	uint32_t n_row;
	uint32_t n_col;
	size_t *at;    /* row i is cells at[i] .. at[i + 1] - 1 */
	uint32_t *col; /* rising within a row */
	double *f;     /* whole numbers to 2^53; NULL: every cell is 1 */
	/* inside */
	size_t cap_at;
	size_t cap_col;
	size_t cap_f;
};

/* Room for n_cell cells, to be filled by the caller. */
void sparse_open(
    struct sparse *t, uint32_t n_row, uint32_t n_col, size_t n_cell);
/* An empty table whose rows come one by one: their cells, columns rising, then
 * their ends. */
void sparse_begin(struct sparse *t, uint32_t n_col);
void sparse_cell(struct sparse *t, uint32_t col, double f);
void sparse_end(struct sparse *t);
/* A row of a table of 1s: n columns in any order, which may come more than
 * once; sorts them in place. */
void sparse_ones(struct sparse *t, uint32_t *col, size_t n);
/* In how many rows each column is; the caller's to free. */
uint32_t *sparse_columns(const struct sparse *t);
/* The root of the sum of a row. */
double sparse_root(const struct sparse *t, size_t row);
void sparse_transpose(struct sparse *to, const struct sparse *from);
void sparse_free(struct sparse *t);

#endif
