#include "sparse.h"

#include <stdlib.h>

#include "lib/base/mem.h"

void
sparse_open(struct sparse *t, size_t n_row, size_t n_col, size_t n_cell)
{
	t->n_row = n_row;
	t->n_col = n_col;
	t->start = mem_new(n_row + 1, sizeof(*t->start));
	t->col = mem_new(n_cell, sizeof(*t->col));
	t->f = mem_new(n_cell, sizeof(*t->f));
}

void
sparse_transpose(struct sparse *to, const struct sparse *from)
{
	size_t n_cell = from->start[from->n_row];
	size_t *at = mem_new(from->n_col + 1, sizeof(*at));

	sparse_open(to, from->n_col, from->n_row, n_cell);
	for (size_t k = 0; k < n_cell; k++)
		to->start[from->col[k] + 1]++;
	for (size_t j = 0; j < to->n_row; j++) {
		to->start[j + 1] += to->start[j];
		at[j] = to->start[j];
	}
	for (size_t i = 0; i < from->n_row; i++)
		for (size_t k = from->start[i]; k < from->start[i + 1]; k++) {
			size_t cell = at[from->col[k]]++;

			to->col[cell] = (uint32_t)i;
			to->f[cell] = from->f[k];
		}
	free(at);
}

void
sparse_free(struct sparse *t)
{
	free(t->start);
	free(t->col);
	free(t->f);
	*t = (struct sparse){0};
}
