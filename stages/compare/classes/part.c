#include "part.h"

#include <stdlib.h>

#include "lib/base/mem.h"

struct column {
	uint32_t n;
	uint32_t j;
};

static int
by_frequency(const void *a, const void *b)
{
	const struct column *x = a;
	const struct column *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return (x->j > y->j) - (x->j < y->j);
}

/* rank[j]: the place of column j; at[rank]: cells before those of it. */
static void
rank_columns(const struct sparse *t, uint32_t *rank, size_t *at)
{
	uint32_t *n = sparse_columns(t);
	struct column *c = mem_new(t->n_col, sizeof(*c));

	for (uint32_t j = 0; j < t->n_col; j++)
		c[j] = (struct column){n[j], j};
	if (t->n_col > 1)
		qsort(c, t->n_col, sizeof(*c), by_frequency);
	for (uint32_t k = 0; k < t->n_col; k++) {
		rank[c[k].j] = k;
		at[k + 1] = at[k] + c[k].n;
	}
	free(n);
	free(c);
}

/* Cells go to their columns and, column by column, back to their rows, where
 * they are in order then. */
uint32_t *
order_columns(struct sparse *to, const struct sparse *from)
{
	size_t n_cell = from->at[from->n_row];
	uint32_t *rank = mem_new(from->n_col, sizeof(*rank));
	size_t *at = mem_new((size_t)from->n_col + 1, sizeof(*at));
	size_t *next = mem_new((size_t)from->n_row + 1, sizeof(*next));
	uint32_t *row = mem_new(n_cell, sizeof(*row));
	size_t k = 0;

	*to = (struct sparse){.n_row = from->n_row, .n_col = from->n_col};
	to->at = mem_new((size_t)from->n_row + 1, sizeof(*to->at));
	to->col = mem_new(n_cell, sizeof(*to->col));
	rank_columns(from, rank, at);
	for (uint32_t i = 0; i < from->n_row; i++) {
		for (size_t c = from->at[i]; c < from->at[i + 1]; c++)
			row[at[rank[from->col[c]]]++] = i;
		next[i] = to->at[i] = from->at[i];
	}
	to->at[from->n_row] = n_cell;
	for (uint32_t j = 0; j < from->n_col; j++)
		for (; k < at[j]; k++)
			to->col[next[row[k]]++] = j;
	free(at);
	free(next);
	free(row);
	return rank;
}

/* Numbers the columns that stay; UINT32_MAX for the others. */
static void
choose_columns(struct reinert_part *p, const struct sparse *t,
    const uint32_t *count, uint32_t min)
{
	size_t n = t->n_col;
	uint32_t k = 0;

	p->to = mem_grow(p->to, &p->cap_to, n, sizeof(*p->to));
	p->col = mem_grow(p->col, &p->cap_col, n, sizeof(*p->col));
	p->n = mem_grow(p->n, &p->cap_n, n, sizeof(*p->n));
	for (uint32_t j = 0; j < n; j++) {
		p->to[j] = UINT32_MAX;
		if (count[j] == 0 || count[j] < min)
			continue;
		p->col[k] = j;
		p->n[k] = count[j];
		p->to[j] = k++;
	}
	p->t.n_col = k;
	p->n_whole = t->n_col;
}

/* The cells of a row that stay, to `to`; one place behind them is written too.
 */
static size_t
copy_row(const struct reinert_part *p, const uint32_t *from,
    const uint32_t *end, uint32_t *to)
{
	size_t n = 0;

	for (; from < end; from++) {
		to[n] = p->to[*from];
		n += to[n] != UINT32_MAX;
	}
	return n;
}

void
part_take(struct reinert_part *p, const struct sparse *t, const struct rows *x,
    uint32_t min)
{
	struct sparse *s = &p->t;
	size_t cells = 0;
	size_t k = 0;

	p->started = false;
	p->order = x->order;
	choose_columns(p, t, x->count, min);
	for (uint32_t j = 0; j < s->n_col; j++)
		cells += p->n[j];
	p->row = mem_grow(p->row, &p->cap_row, x->n, sizeof(*p->row));
	s->at = mem_grow(s->at, &s->cap_at, (size_t)x->n + 1, sizeof(*s->at));
	s->col = mem_grow(s->col, &s->cap_col, cells + 1, sizeof(*s->col));
	s->at[0] = 0;
	s->n_row = 0;
	for (uint32_t i = 0; i < x->n; i++) {
		uint32_t row = x->row[i];
		size_t n = copy_row(p, t->col + t->at[row],
		    t->col + t->at[row + 1], s->col + k);

		if (n == 0)
			continue;
		k += n;
		p->row[s->n_row++] = row;
		s->at[s->n_row] = k;
	}
}

void
part_whole(struct reinert_part *p, const struct sparse *t)
{
	*p = (struct reinert_part){
	    .t = *t, .n = sparse_columns(t), .n_whole = t->n_col};
}

void
part_start(struct reinert_part *p, const double *x)
{
	size_t n = p->t.n_col;

	p->start = mem_grow(p->start, &p->cap_start, n, sizeof(*p->start));
	for (uint32_t j = 0; j < n; j++)
		p->start[j] = x[p->col[j]];
	p->started = true;
}

void
reinert_part_free(struct reinert_part *p)
{
	if (p->row != NULL)
		sparse_free(&p->t);
	free(p->n);
	free(p->row);
	free(p->col);
	free(p->start);
	free(p->to);
}
