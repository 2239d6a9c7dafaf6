#include "sparse.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

enum {
	FEW = 48 /* columns */
};

void
sparse_open(struct sparse *t, uint32_t n_row, uint32_t n_col, size_t n_cell)
{
	*t = (struct sparse){.n_row = n_row, .n_col = n_col};
	t->at = mem_new((size_t)n_row + 1, sizeof(*t->at));
	t->col = mem_new(n_cell, sizeof(*t->col));
	t->f = mem_new(n_cell, sizeof(*t->f));
}

/* at[n_row + 1] is the end of the row that comes. */
static void
make_row(struct sparse *t)
{
	size_t n = t->n_row;

	t->at = mem_grow(t->at, &t->cap_at, n + 2, sizeof(*t->at));
	t->at[n + 1] = t->at[n];
}

void
sparse_begin(struct sparse *t, uint32_t n_col)
{
	*t = (struct sparse){.n_col = n_col};
	t->at = mem_grow(NULL, &t->cap_at, 1, sizeof(*t->at));
	t->at[0] = 0;
	/* who copies rows takes places in it, of a table without a cell too */
	t->col = mem_grow(NULL, &t->cap_col, 1, sizeof(*t->col));
	make_row(t);
}

void
sparse_cell(struct sparse *t, uint32_t col, double f)
{
	size_t n = t->at[t->n_row + 1]++;

	if (n >= t->cap_col)
		t->col = mem_grow(t->col, &t->cap_col, n + 1, sizeof(*t->col));
	if (n >= t->cap_f)
		t->f = mem_grow(t->f, &t->cap_f, n + 1, sizeof(*t->f));
	t->col[n] = col;
	t->f[n] = f;
}

void
sparse_end(struct sparse *t)
{
	t->n_row++;
	make_row(t);
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return (*x > *y) - (*x < *y);
}

/* A row has a dozen for the most part. */
static void
sort_columns(uint32_t *col, size_t n)
{
	if (n > FEW) {
		qsort(col, n, sizeof(*col), by_number);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		uint32_t x = col[i];
		size_t at = i;

		for (; at > 0 && col[at - 1] > x; at--)
			col[at] = col[at - 1];
		col[at] = x;
	}
}

void
sparse_ones(struct sparse *t, uint32_t *col, size_t n)
{
	size_t *end = &t->at[t->n_row + 1];

	t->col = mem_grow(t->col, &t->cap_col, *end + n, sizeof(*t->col));
	sort_columns(col, n);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || col[i] != col[i - 1])
			t->col[(*end)++] = col[i];
	sparse_end(t);
}

uint32_t *
sparse_columns(const struct sparse *t)
{
	uint32_t *n = mem_new(t->n_col, sizeof(*n));

	for (size_t i = 0; i < t->at[t->n_row]; i++)
		n[t->col[i]]++;
	return n;
}

double
sparse_root(const struct sparse *t, size_t row)
{
	double sum = 0;

	for (size_t k = t->at[row]; k < t->at[row + 1]; k++)
		sum += t->f[k];
	return sqrt(sum);
}

void
sparse_transpose(struct sparse *to, const struct sparse *from)
{
	size_t n_cell = from->at[from->n_row];
	size_t *at = mem_new((size_t)from->n_col + 1, sizeof(*at));

	sparse_open(to, from->n_col, from->n_row, n_cell);
	for (size_t k = 0; k < n_cell; k++)
		to->at[from->col[k] + 1]++;
	for (uint32_t j = 0; j < to->n_row; j++) {
		to->at[j + 1] += to->at[j];
		at[j] = to->at[j];
	}
	for (uint32_t i = 0; i < from->n_row; i++)
		for (size_t k = from->at[i]; k < from->at[i + 1]; k++) {
			size_t cell = at[from->col[k]]++;

			to->col[cell] = i;
			to->f[cell] = from->f[k];
		}
	free(at);
}

void
sparse_free(struct sparse *t)
{
	free(t->at);
	free(t->col);
	free(t->f);
	*t = (struct sparse){0};
}
