#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static size_t
n_cell(const struct reinert_table *t)
{
	return t->at[t->n_row];
}

void
reinert_table_open(struct reinert_table *t, uint32_t n_col)
{
	*t = (struct reinert_table){.n_col = n_col};
	t->at = mem_grow(NULL, &t->cap_at, 1, sizeof(*t->at));
	t->at[0] = 0;
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return (*x > *y) - (*x < *y);
}

void
reinert_table_add(struct reinert_table *t, uint32_t *col, size_t n)
{
	size_t k = n_cell(t);

	t->at =
	    mem_grow(t->at, &t->cap_at, (size_t)t->n_row + 2, sizeof(*t->at));
	t->col = mem_grow(t->col, &t->cap, k + n, sizeof(*t->col));
	if (n > 1)
		qsort(col, n, sizeof(*col), by_number);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || col[i] != col[i - 1])
			t->col[k++] = col[i];
	t->at[++t->n_row] = k;
}

void
reinert_table_free(struct reinert_table *t)
{
	free(t->at);
	free(t->col);
}

uint32_t *
reinert_table_columns(const struct reinert_table *t)
{
	uint32_t *n = mem_new(t->n_col, sizeof(*n));

	for (size_t i = 0; i < n_cell(t); i++)
		n[t->col[i]]++;
	return n;
}

/* Numbers the columns that stay; UINT32_MAX for the others. */
static uint32_t *
choose_columns(struct reinert_part *p, const struct reinert_table *t,
    const uint32_t *n, const bool *gone, uint32_t min)
{
	uint32_t *to = mem_new(t->n_col, sizeof(*to));
	uint32_t k = 0;

	p->col = mem_new(t->n_col, sizeof(*p->col));
	for (uint32_t j = 0; j < t->n_col; j++) {
		to[j] = UINT32_MAX;
		if (n[j] == 0 || n[j] < min || (gone != NULL && gone[j]))
			continue;
		p->col[k] = j;
		to[j] = k++;
	}
	p->t.n_col = k;
	return to;
}

void
reinert_part_open(struct reinert_part *p, const struct reinert_table *t,
    const uint32_t *row, uint32_t n, const bool *gone, uint32_t min)
{
	uint32_t *count = mem_new(t->n_col, sizeof(*count));
	uint32_t *to;
	size_t cells = 0;
	size_t k = 0;

	*p = (struct reinert_part){0};
	for (uint32_t i = 0; i < n; i++) {
		cells += t->at[row[i] + 1] - t->at[row[i]];
		for (size_t j = t->at[row[i]]; j < t->at[row[i] + 1]; j++)
			count[t->col[j]]++;
	}
	to = choose_columns(p, t, count, gone, min);
	p->row = mem_new(n, sizeof(*p->row));
	p->t.at = mem_new((size_t)n + 1, sizeof(*p->t.at));
	p->t.col = mem_new(cells, sizeof(*p->t.col));
	for (uint32_t i = 0; i < n; i++) {
		for (size_t j = t->at[row[i]]; j < t->at[row[i] + 1]; j++)
			if (to[t->col[j]] != UINT32_MAX)
				p->t.col[k++] = to[t->col[j]];
		if (k == p->t.at[p->t.n_row])
			continue;
		p->row[p->t.n_row++] = row[i];
		p->t.at[p->t.n_row] = k;
	}
	free(count);
	free(to);
}

void
reinert_part_free(struct reinert_part *p)
{
	reinert_table_free(&p->t);
	free(p->row);
	free(p->col);
}
