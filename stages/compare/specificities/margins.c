#include "margins.h"

#include <stdlib.h>

#include "lib/base/mem.h"

struct term_freq {
	uint64_t F;
	uint32_t term;
};

static int
by_freq(const void *a, const void *b)
{
	const struct term_freq *x = a;
	const struct term_freq *y = b;

	if (x->F != y->F)
		return x->F < y->F ? -1 : 1;
	return (x->term > y->term) - (x->term < y->term);
}

static int
by_t(const void *a, const void *b)
{
	const struct sized *x = a;
	const struct sized *y = b;

	if (x->t != y->t)
		return x->t < y->t ? -1 : 1;
	return x->slice < y->slice ? -1 : x->slice > y->slice;
}

/* F of every term in the slices of one n; free() it. */
static struct term_freq *
sum_terms(struct counts *c, uint32_t size)
{
	struct term_freq *v = mem_new(c->terms.n, sizeof(*v));

	for (uint32_t k = 0; k < c->terms.n; k++)
		v[k].term = k;
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];
		const struct counts_cell *x;

		if (s->size != size)
			continue;
		x = counts_cells(c, i);
		for (size_t j = 0; j < s->to - s->from; j++)
			v[x[j].term].F += x[j].f;
	}
	return v;
}

void
margins_classes(struct lafon *l, uint32_t size)
{
	struct lafon_family *m = &l->family[size];
	uint32_t n = l->c->terms.n;
	uint64_t min = l->rule.min > 0 ? l->rule.min : 1;
	struct term_freq *v = sum_terms(l->c, size);
	uint32_t from = 0;

	qsort(v, n, sizeof(*v), by_freq);
	while (from < n && v[from].F < min)
		from++;
	m->n_term = n - from;
	m->class_of = mem_new(n, sizeof(*m->class_of));
	m->term = mem_new(m->n_term, sizeof(*m->term));
	m->first = mem_new((size_t)m->n_term + 1, sizeof(*m->first));
	m->freq = mem_new(m->n_term, sizeof(*m->freq));
	for (uint32_t i = 0; i < from; i++)
		m->class_of[v[i].term] = UINT32_MAX;
	for (uint32_t i = from; i < n; i++) {
		if (i == from || v[i].F != v[i - 1].F) {
			m->first[m->n_class] = i - from;
			m->freq[m->n_class++] = v[i].F;
		}
		m->term[i - from] = v[i].term;
		m->class_of[v[i].term] = m->n_class - 1;
	}
	m->first[m->n_class] = m->n_term;
	free(v);
}

/* The sum of the terms tested in slice i. */
static uint64_t
sum_tested(struct lafon *l, size_t i)
{
	const struct counts_slice *s = &l->c->slice[i];
	const struct lafon_family *m = &l->family[s->size];
	const struct counts_cell *x = counts_cells(l->c, i);
	uint64_t sum = 0;

	for (size_t j = 0; j < s->to - s->from; j++)
		if (m->class_of[x[j].term] != UINT32_MAX)
			sum += x[j].f;
	return sum;
}

struct sized *
margins_parts(struct lafon *l, uint32_t size, size_t *n)
{
	struct lafon_family *m = &l->family[size];
	struct sized *v = mem_new(l->c->n_slice, sizeof(*v));

	*n = 0;
	for (size_t i = 0; i < l->c->n_slice; i++) {
		const struct counts_slice *s = &l->c->slice[i];

		if (s->size != size)
			continue;
		l->t[i] = l->rule.table_margins ? sum_tested(l, i) : s->total;
		m->T += l->t[i];
		v[(*n)++] = (struct sized){l->t[i], i};
	}
	if (*n > 0)
		qsort(v, *n, sizeof(*v), by_t);
	return v;
}
