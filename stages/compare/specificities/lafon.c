#include "lafon.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/stat/hyper.h"
#include "lib/table/sizes.h"

struct term_freq {
	uint64_t F;
	uint32_t term;
};

/* A cell of the slice under way. */
struct pair {
	uint64_t f;
	size_t cell;
	uint32_t class;
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
by_class(const void *a, const void *b)
{
	const struct pair *x = a;
	const struct pair *y = b;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	return (x->f > y->f) - (x->f < y->f);
}

/* F of every term in the slices of one n; free() it. */
static struct term_freq *
sum_terms(const struct counts *c, uint32_t size)
{
	struct term_freq *v = mem_new(c->terms.n, sizeof(*v));

	for (uint32_t k = 0; k < c->terms.n; k++)
		v[k].term = k;
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];

		if (s->size != size)
			continue;
		for (size_t j = s->from; j < s->to; j++)
			v[c->cell[j].term].F += c->cell[j].f;
	}
	return v;
}

/* The terms with F >= min in classes. */
static void
make_classes(struct lafon *l, uint32_t size)
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

/* t of the slices of one n, and T. */
static void
sum_parts(struct lafon *l, uint32_t size)
{
	struct lafon_family *m = &l->family[size];

	for (size_t i = 0; i < l->c->n_slice; i++) {
		const struct counts_slice *s = &l->c->slice[i];

		if (s->size != size)
			continue;
		l->t[i] = s->total;
		if (l->rule.table_margins) {
			l->t[i] = 0;
			for (size_t j = s->from; j < s->to; j++)
				if (m->class_of[l->c->cell[j].term] !=
				    UINT32_MAX)
					l->t[i] += l->c->cell[j].f;
		}
		m->T += l->t[i];
	}
}

/* Tests are what grows beyond the table: one a size of parts, or part, and
 * frequency. */
static void
check_memory(const struct lafon *l)
{
	size_t need = counts_memory(l->c) + l->c->n_cell * sizeof(*l->test_of) +
	    2 * l->n_test *
		(sizeof(*l->test) + sizeof(*l->n_same) + sizeof(double));

	if (l->rule.memory > 0 && need > l->rule.memory)
		mem_over(need,
		    "give more, or make fewer tests: one n (-n), terms that "
		    "are more frequent (-m), or larger parts");
}

static struct lafon_test
test_of(const struct lafon *l, uint64_t f, const struct stat_hyper *h)
{
	const double none = (double)NAN;
	struct lafon_test x = {none, none, none};

	if (h->F < h->T && h->t > 0 && h->t < h->T) {
		bool below = stat_hyper_below(f, h);

		x.ln_p = below ? stat_hyper_le(f, h) : stat_hyper_ge(f, h);
		if (l->rule.sign_2009 && x.ln_p > -M_LN2) {
			x.ln_p = below ? stat_hyper_ge(f + 1, h)
				       : stat_hyper_le(f - 1, h);
			below = !below;
		}
		x.s = below ? x.ln_p / M_LN10 : -x.ln_p / M_LN10;
	}
	return x;
}

/* Adds a test for n_same cells and gives its number. */
static size_t
add_test(struct lafon *l, const struct lafon_test *x, uint64_t n_same)
{
	if (l->n_test == l->cap_test)
		check_memory(l);
	l->test =
	    mem_grow(l->test, &l->cap_test, l->n_test + 1, sizeof(*l->test));
	l->n_same = mem_grow(
	    l->n_same, &l->cap_same, l->n_test + 1, sizeof(*l->n_same));
	l->test[l->n_test] = *x;
	l->n_same[l->n_test] = n_same;
	return l->n_test++;
}

/* Where the tests of f = 0 are of parts of t words, of which there are far
 * fewer than parts: a place for each class. */
static size_t
zero_tests(struct lafon *l, uint64_t t, uint32_t n_class)
{
	const double none = (double)NAN;
	const struct lafon_test empty = {none, none, none};
	uint32_t n = l->sizes.n;
	uint32_t id = intern_add(&l->sizes, (const char *)&t, sizeof(t));

	l->zero_of = mem_grow(
	    l->zero_of, &l->cap_zero, (size_t)id + 1, sizeof(*l->zero_of));
	if (id == n) {
		l->zero_of[id] = l->n_test;
		for (uint32_t k = 0; k < n_class; k++)
			(void)add_test(l, &empty, 0);
	}
	return l->zero_of[id];
}

/* Counts n cells of f = 0 to the test at a place, made when it is needed. */
static void
count_zero(struct lafon *l, size_t at, const struct stat_hyper *h, uint64_t n)
{
	if (n > 0 && l->n_same[at] == 0)
		l->test[at] = test_of(l, 0, h);
	l->n_same[at] += n;
}

/* The tests of slice i; room holds its cells. */
static void
test_slice(struct lafon *l, size_t i, struct pair *room)
{
	const struct counts_slice *s = &l->c->slice[i];
	const struct lafon_family *m = &l->family[s->size];
	struct stat_hyper h = {0, l->t[i], m->T};
	size_t n = 0;
	size_t k = 0;
	size_t next;

	for (size_t j = s->from; j < s->to; j++) {
		uint32_t class = m->class_of[l->c->cell[j].term];

		if (class != UINT32_MAX)
			room[n++] = (struct pair){l->c->cell[j].f, j, class};
	}
	qsort(room, n, sizeof(*room), by_class);
	l->zero[i] = zero_tests(l, h.t, m->n_class);
	for (uint32_t class = 0; class < m->n_class; class ++) {
		uint64_t n_zero = m->first[class + 1] - m->first[class];

		for (; k < n && room[k].class == class; k++)
			n_zero--;
		h.F = m->freq[class];
		count_zero(l, l->zero[i] + class, &h, n_zero);
	}
	for (k = 0; k < n; k = next) {
		struct lafon_test x;
		size_t id;

		next = k + 1;
		while (next < n && by_class(&room[k], &room[next]) == 0)
			next++;
		h.F = m->freq[room[k].class];
		x = test_of(l, room[k].f, &h);
		id = add_test(l, &x, next - k);
		for (size_t j = k; j < next; j++)
			l->test_of[room[j].cell] = id;
	}
}

/* Corrects the tests from number `from` on, a family. */
static uint64_t
correct(struct lafon *l, size_t from)
{
	size_t n = l->n_test - from;
	double *q;
	uint64_t size;

	if (n == 0)
		return 0;
	q = mem_new(n, sizeof(*q));
	for (size_t i = 0; i < n; i++)
		q[i] = l->test[from + i].ln_p;
	size = stat_adjust_bh(q, l->n_same + from, n);
	for (size_t i = 0; i < n; i++)
		l->test[from + i].ln_q = q[i];
	free(q);
	return size;
}

static void
test_family(struct lafon *l, uint32_t size, struct pair *room)
{
	struct lafon_family *m = &l->family[size];
	size_t from = l->n_test;

	intern_open(&l->sizes);
	make_classes(l, size);
	sum_parts(l, size);
	for (size_t i = 0; i < l->c->n_slice; i++) {
		if (l->c->slice[i].size != size)
			continue;
		m->n_empty += l->t[i] == 0;
		m->n_whole += l->t[i] > 0 && l->t[i] == m->T;
		test_slice(l, i, room);
	}
	m->n_cell = correct(l, from);
	intern_free(&l->sizes);
}

void
lafon_open(
    struct lafon *l, const struct counts *c, const struct lafon_rule *rule)
{
	size_t most = 0;
	struct pair *room;

	*l = (struct lafon){.c = c, .rule = *rule};
	l->family = mem_new(c->sizes.n, sizeof(*l->family));
	l->t = mem_new(c->n_slice, sizeof(*l->t));
	l->zero = mem_new(c->n_slice, sizeof(*l->zero));
	l->test_of = mem_new(c->n_cell, sizeof(*l->test_of));
	for (size_t i = 0; i < c->n_cell; i++)
		l->test_of[i] = SIZE_MAX;
	for (size_t i = 0; i < c->n_slice; i++)
		if (c->slice[i].to - c->slice[i].from > most)
			most = c->slice[i].to - c->slice[i].from;
	room = mem_new(most, sizeof(*room));
	for (uint32_t k = 0; k < c->sizes.n; k++)
		if (sizes_takes(rule->size, k))
			test_family(l, k, room);
	free(room);
}

void
lafon_close(struct lafon *l)
{
	for (uint32_t k = 0; k < l->c->sizes.n; k++) {
		free(l->family[k].class_of);
		free(l->family[k].term);
		free(l->family[k].first);
		free(l->family[k].freq);
	}
	free(l->family);
	free(l->t);
	free(l->zero);
	free(l->zero_of);
	free(l->test_of);
	free(l->test);
	free(l->n_same);
	*l = (struct lafon){0};
}
