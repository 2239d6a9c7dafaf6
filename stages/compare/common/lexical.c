#include "lexical.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/counts.h"

uint32_t
lexical_size(const struct counts *c, const char *size)
{
	uint64_t line;

	if (size != NULL)
		return counts_choose_size(c, size);
	if (c->sizes.n > 1)
		die_data(counts_where(c, 1, &line), 1,
		    "holds n-grams of %" PRIu32 " sizes: choose one with -n",
		    c->sizes.n);
	return 0;
}

static uint32_t *
none(uint32_t n)
{
	uint32_t *v = mem_new(n, sizeof(*v));

	for (uint32_t i = 0; i < n; i++)
		v[i] = UINT32_MAX;
	return v;
}

void
lexical_cells(struct sparse *t, const struct counts *c, uint32_t size,
    const struct lexical_numbers *k)
{
	size_t n = 0;

	sparse_open(t, k->n_part, k->n_term, c->n_cell);
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];
		uint32_t row = k->part[s->part];

		if (s->size != size || row == UINT32_MAX)
			continue;
		for (size_t j = s->from; j < s->to; j++) {
			uint32_t col = k->term[c->cell[j].term];

			if (col == UINT32_MAX)
				continue;
			t->col[n] = col;
			t->f[n++] = (double)c->cell[j].f;
		}
		t->at[row + 1] = n;
	}
	for (size_t i = 0; i < k->n_part; i++) /* parts without a slice */
		if (t->at[i + 1] < t->at[i])
			t->at[i + 1] = t->at[i];
}

/* Gives rows to the terms that pass. */
static uint32_t
choose_terms(
    struct lexical *l, const struct counts *c, const struct lexical_rule *rule)
{
	uint64_t *F = mem_new(c->terms.n, sizeof(*F));
	uint32_t *parts = mem_new(c->terms.n, sizeof(*parts));
	uint32_t n = 0;

	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];

		if (s->size != rule->size || rule->aside_part[s->part])
			continue;
		for (size_t j = s->from; j < s->to; j++) {
			F[c->cell[j].term] += c->cell[j].f;
			parts[c->cell[j].term]++;
		}
	}
	for (uint32_t i = 0; i < c->terms.n; i++) {
		if (F[i] == 0 || rule->aside_term[i])
			continue;
		if (F[i] < rule->min)
			l->n_rare++;
		else if (parts[i] < rule->parts)
			l->n_few++;
		else {
			l->term[n] = i;
			l->row[i] = n++;
		}
	}
	free(F);
	free(parts);
	return n;
}

/* Gives columns to the parts that have one of these terms. */
static uint32_t
choose_parts(
    struct lexical *l, const struct counts *c, const struct lexical_rule *rule)
{
	uint32_t n = 0;

	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];
		size_t j = s->from;

		if (s->size != rule->size || rule->aside_part[s->part])
			continue;
		while (j < s->to && l->row[c->cell[j].term] == UINT32_MAX)
			j++;
		if (j == s->to)
			continue;
		l->part[n] = s->part;
		l->col[s->part] = n++;
	}
	return n;
}

void
lexical_open(
    struct lexical *l, const struct counts *c, const struct lexical_rule *rule)
{
	struct lexical_numbers k;
	struct sparse by_part = {0};

	*l = (struct lexical){0};
	l->term = mem_new(c->terms.n, sizeof(*l->term));
	l->part = mem_new(c->parts.n, sizeof(*l->part));
	l->row = none(c->terms.n);
	l->col = none(c->parts.n);
	k.n_term = choose_terms(l, c, rule);
	k.n_part = choose_parts(l, c, rule);
	k.term = l->row;
	k.part = l->col;
	lexical_cells(&by_part, c, rule->size, &k);
	sparse_transpose(&l->t, &by_part);
	sparse_free(&by_part);
}

void
lexical_pool(struct sparse *to, const struct sparse *t, const uint32_t *of,
    uint32_t n_group)
{
	struct sparse by_term = {0};
	double *sum = mem_new(n_group, sizeof(*sum));
	size_t n = 0;

	sparse_open(&by_term, t->n_row, n_group, t->at[t->n_row]);
	for (size_t i = 0; i < t->n_row; i++) {
		size_t from = n;

		for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
			uint32_t g = of[t->col[k]];

			if (sum[g] <= 0)
				by_term.col[n++] = g;
			sum[g] += t->f[k];
		}
		for (size_t k = from; k < n; k++) {
			by_term.f[k] = sum[by_term.col[k]];
			sum[by_term.col[k]] = 0;
		}
		by_term.at[i + 1] = n;
	}
	sparse_transpose(to, &by_term);
	sparse_free(&by_term);
	free(sum);
}

void
lexical_close(struct lexical *l)
{
	sparse_free(&l->t);
	free(l->term);
	free(l->part);
	free(l->row);
	free(l->col);
	*l = (struct lexical){0};
}
