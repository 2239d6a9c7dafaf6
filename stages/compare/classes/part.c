#include "part.h"

#include <stdlib.h>

#include "lib/base/mem.h"

/* Numbers the columns that stay; UINT32_MAX for the others. */
static uint32_t *
choose_columns(struct reinert_part *p, const struct sparse *t,
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
reinert_part_open(struct reinert_part *p, const struct sparse *t,
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
	sparse_free(&p->t);
	free(p->row);
	free(p->col);
	free(p->start);
}
