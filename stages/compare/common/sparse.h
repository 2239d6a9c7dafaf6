/* sparse - a table of counts of which only the cells that are not 0 are held,
 * row by row. */
#ifndef SPARSE_H
#define SPARSE_H

#include <stddef.h>
#include <stdint.h>

struct sparse {
	size_t n_row;
	size_t n_col;
	size_t *start; /* row i is cells start[i] .. start[i + 1] - 1 */
	uint32_t *col; /* rising within a row */
	double *f;     /* whole numbers to 2^53 */
};

/* Room for n_cell cells, to be filled by the caller. */
void sparse_open(struct sparse *t, size_t n_row, size_t n_col, size_t n_cell);
void sparse_transpose(struct sparse *to, const struct sparse *from);
void sparse_free(struct sparse *t);

#endif
