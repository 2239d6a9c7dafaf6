#include "lafon.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "lib/stat/hyper.h"
#include "lib/table/counts.h"
#include "margins.h"

/* A test, for the cells of one part with the same f and F. */
struct test {
	double s;
	double ln_p;
};

/* That of a small f in a class, for all parts of one size. */
struct few {
	struct test test;
	uint64_t n; /* cells; 0: it was not needed yet */
};

/* A cell of the slice under way: words that a radix sort takes. */
struct pair {
	uint64_t class;
	uint64_t f;
	uint64_t term;
};

enum {
	PAIR_WIDTH = sizeof(struct pair) / sizeof(uint64_t),
	PAIR_KEYS = 2, /* class and f; terms are in order before */
	FEW = 4        /* f below are found once for all parts of one size */
};

/* Where an f of 0 is no S to show, whatever it is: P(0) >= 1 - E. */
static const double hardly_any = 0.4;

/* Pairs, and as much room to sort them. */
struct pairs {
	struct pair *pair;
	struct pair *spare;
	size_t n;
};

static bool
is_same_test(const struct pair *x, const struct pair *y)
{
	return x->class == y->class && x->f == y->f;
}

/* Falling S, what is not testable last, then bytes. */
static int
by_strength(const void *a, const void *b)
{
	const struct lafon_row *x = a;
	const struct lafon_row *y = b;

	if (isnan(x->s) != isnan(y->s))
		return isnan(x->s) ? 1 : -1;
	if (x->s > y->s)
		return -1;
	if (x->s < y->s)
		return 1;
	return (x->term > y->term) - (x->term < y->term);
}

/* ---- tests ---- */

/* Is it a zero that is to be expected?  Its p is 1, and S so near to 0 that it
 * is never asked for. */
static bool
is_plain(const struct lafon *l, uint64_t f, const struct stat_hyper *h)
{
	return f == 0 && !l->rule.sign_2009 && l->rule.threshold >= 1 &&
	    (double)h->F * (double)h->t < hardly_any * (double)h->T;
}

static struct test
test_of(const struct lafon *l, uint64_t f, const struct stat_hyper *h)
{
	const double none = (double)NAN;
	struct test x = {none, none};
	bool below;

	if (h->F >= h->T || h->t == 0 || h->t >= h->T)
		return x;
	if (is_plain(l, f, h))
		return (struct test){0, 0};
	below = stat_hyper_below(f, h);
	x.ln_p = below ? stat_hyper_le(f, h) : stat_hyper_ge(f, h);
	if (l->rule.sign_2009 && x.ln_p > -M_LN2) {
		x.ln_p =
		    below ? stat_hyper_ge(f + 1, h) : stat_hyper_le(f - 1, h);
		below = !below;
	}
	x.s = below ? x.ln_p / M_LN10 : -x.ln_p / M_LN10;
	/* the counts choose the side: twice that of one (Fisher) */
	x.ln_p = fmin(0, x.ln_p + M_LN2);
	return x;
}

static bool
is_strong(const struct lafon *l, const struct test *x)
{
	return l->rule.threshold <= 0 || fabs(x->s) >= l->rule.threshold;
}

static void
add_row(struct lafon *l, uint32_t term, uint64_t f, const struct test *x)
{
	l->row = mem_grow(l->row, &l->cap_row, l->n_row + 1, sizeof(*l->row));
	l->row[l->n_row++] = (struct lafon_row){x->s, x->ln_p, f, term};
}

static bool
is_listed(const struct lafon *l, const struct test *x)
{
	return l->rule.list && exp(x->ln_p) <= LAFON_LISTED;
}

static void
list_cell(struct lafon *l, size_t slice, uint32_t term)
{
	l->cell =
	    mem_grow(l->cell, &l->cap_cell, l->n_cell + 1, sizeof(*l->cell));
	l->cell[l->n_cell++] = (struct lafon_cell){slice, term};
}

/* The cells of slice i that are tested, by class and f. */
static void
list_pairs(struct lafon *l, size_t i, struct pairs *p)
{
	const struct counts_slice *s = &l->c->slice[i];
	const struct lafon_family *m = &l->family[s->size];
	const struct counts_cell *x = counts_cells(l->c, i);
	struct pair *was = p->pair;

	p->n = 0;
	for (size_t j = 0; j < s->to - s->from; j++) {
		uint32_t class = m->class_of[x[j].term];

		if (class == UINT32_MAX)
			continue;
		was[p->n++] = (struct pair){class, x[j].f, x[j].term};
		l->seen[x[j].term] = i + 1;
	}
	if (radix_sort_by(&was->class, &p->spare->class, p->n, PAIR_WIDTH,
		PAIR_KEYS) != &was->class) {
		p->pair = p->spare;
		p->spare = was;
	}
}

/* Those of a class with f = 0 in slice i are shown, or listed, or neither. */
static void
take_zeros(struct lafon *l, size_t i, const struct lafon_family *m,
    uint32_t class, const struct test *x)
{
	bool shown = !l->rule.hidden[l->c->slice[i].part] && is_strong(l, x);
	bool listed = is_listed(l, x);

	if (!shown && !listed)
		return;
	for (uint32_t j = m->first[class]; j < m->first[class + 1]; j++) {
		if (l->seen[m->term[j]] == i + 1)
			continue;
		if (shown)
			add_row(l, m->term[j], 0, x);
		if (listed)
			list_cell(l, i, m->term[j]);
	}
}

/* The cells of slice i with f = 0, beside those of the pairs. */
static void
test_zeros(struct lafon *l, size_t i, const struct pairs *p, struct few *few)
{
	uint32_t size = l->c->slice[i].size;
	const struct lafon_family *m = &l->family[size];
	struct stat_hyper h = {0, l->t[i], m->T};
	size_t k = 0;

	for (uint32_t class = 0; class < m->n_class; class ++) {
		struct few *z = &few[(size_t) class * FEW];
		uint64_t n_zero = m->first[class + 1] - m->first[class];

		for (; k < p->n && p->pair[k].class == class; k++)
			n_zero--;
		if (n_zero == 0)
			continue;
		h.F = m->freq[class];
		if (z->n == 0)
			z->test = test_of(l, 0, &h);
		z->n += n_zero;
		take_zeros(l, i, m, class, &z->test);
	}
}

static void
test_pairs(struct lafon *l, size_t i, const struct pairs *p, struct few *few)
{
	const struct pair *pair = p->pair;
	size_t n = p->n;
	uint32_t size = l->c->slice[i].size;
	bool hidden = l->rule.hidden[l->c->slice[i].part];
	const struct lafon_family *m = &l->family[size];
	struct stat_hyper h = {0, l->t[i], m->T};
	size_t next;

	for (size_t k = 0; k < n; k = next) {
		uint64_t f = pair[k].f;
		struct few *z = f < FEW ? &few[pair[k].class * FEW + f] : NULL;
		struct test x;

		next = k + 1;
		while (next < n && is_same_test(&pair[k], &pair[next]))
			next++;
		h.F = m->freq[pair[k].class];
		x = z != NULL && z->n > 0 ? z->test : test_of(l, f, &h);
		if (z != NULL)
			*z = (struct few){x, z->n + next - k};
		else
			correct_add(&l->family[size].q, x.ln_p, next - k);
		for (size_t j = k; j < next && !hidden && is_strong(l, &x); j++)
			add_row(l, (uint32_t)pair[j].term, pair[j].f, &x);
		for (size_t j = k; j < next && is_listed(l, &x); j++)
			list_cell(l, i, (uint32_t)pair[j].term);
	}
}

/* ---- rows ---- */

/* Is row i among the strongest of its sign? */
static bool
is_kept(const struct lafon *l, size_t i, size_t n_positive, size_t n_tested)
{
	size_t k = l->rule.strongest;

	if (k == 0)
		return true;
	if (i < n_positive)
		return i < k;
	return i < n_tested && l->row[i].s < 0 && n_tested - i <= k;
}

static void
keep_rows(struct lafon *l, size_t i)
{
	size_t n_positive = 0;
	size_t n_tested = l->n_row;

	if (l->n_row > 0)
		qsort(l->row, l->n_row, sizeof(*l->row), by_strength);
	while (n_positive < l->n_row && l->row[n_positive].s > 0)
		n_positive++;
	while (n_tested > 0 && isnan(l->row[n_tested - 1].s))
		n_tested--;
	l->rows[i].from = l->n_kept;
	for (size_t k = 0; k < l->n_row; k++)
		if (is_kept(l, k, n_positive, n_tested)) {
			spool_put(&l->kept, &l->row[k], sizeof(*l->row));
			l->n_kept++;
		}
	l->rows[i].n = l->n_kept - l->rows[i].from;
	l->n_row = 0;
}

const struct lafon_row *
lafon_rows(struct lafon *l, size_t slice)
{
	const struct lafon_rows *x = &l->rows[slice];

	l->row = mem_grow(l->row, &l->cap_row, x->n, sizeof(*l->row));
	spool_get(&l->kept, x->from * sizeof(*l->row), l->row,
	    x->n * sizeof(*l->row));
	return l->row;
}

/* ---- the outside ---- */

/* The tests of few that the slices of one size had. */
static void
add_few(struct lafon_family *m, struct few *few)
{
	for (size_t k = 0; k < (size_t)m->n_class * FEW; k++) {
		if (few[k].n > 0)
			correct_add(&m->q, few[k].test.ln_p, few[k].n);
		few[k].n = 0;
	}
}

static void
test_family(struct lafon *l, uint32_t size, struct pairs *p)
{
	struct lafon_family *m = &l->family[size];
	struct sized *v;
	struct few *few;
	size_t n;

	margins_classes(l, size);
	v = margins_parts(l, size, &n);
	few = mem_new((size_t)m->n_class * FEW, sizeof(*few));
	correct_open(&m->q, l->room / l->c->sizes.n);
	for (size_t k = 0; k < n; k++) {
		size_t i = v[k].slice;

		m->n_empty += l->t[i] == 0;
		m->n_whole += l->t[i] > 0 && l->t[i] == m->T;
		list_pairs(l, i, p);
		test_zeros(l, i, p, few);
		test_pairs(l, i, p, few);
		keep_rows(l, i);
		if (k + 1 == n || v[k + 1].t != v[k].t)
			add_few(m, few);
	}
	correct_finish(&m->q);
	free(few);
	free(v);
}

/* Bytes. */
enum {
	CELL = 88,        /* of a cell of the largest slice */
	TERM = 24,        /* of a term */
	TERM_OF_SIZE = 20 /* of one in each n */
};

/* Beside names, margins and what one slice takes, the memory is for what
 * grows. */
static void
share_memory(struct lafon *l, size_t most)
{
	const struct counts *c = l->c;
	size_t need = counts_memory(c) + most * CELL +
	    c->n_slice *
		(sizeof(*l->t) + sizeof(*l->rows) + sizeof(struct sized)) +
	    (size_t)c->terms.n * (TERM + c->sizes.n * TERM_OF_SIZE);

	if (l->rule.memory == 0)
		return;
	if (l->rule.threshold <= 0) /* every term may be a row of a slice */
		need += sizeof(struct lafon_row) * 2 * c->terms.n;
	if (need > l->rule.memory)
		mem_over(need,
		    "names and totals are held: give more, or a table of fewer "
		    "terms (ngrams -m) or parts");
	l->room = (l->rule.memory - need) / 4 + 1;
}

void
lafon_open(struct lafon *l, struct counts *c, const struct lafon_rule *rule)
{
	size_t most = 0;
	struct pairs p;

	*l = (struct lafon){.c = c, .rule = *rule};
	for (size_t i = 0; i < c->n_slice; i++)
		if (c->slice[i].to - c->slice[i].from > most)
			most = c->slice[i].to - c->slice[i].from;
	share_memory(l, most);
	spool_open(&l->kept, l->room);
	l->family = mem_new(c->sizes.n, sizeof(*l->family));
	l->t = mem_new(c->n_slice, sizeof(*l->t));
	l->rows = mem_new(c->n_slice, sizeof(*l->rows));
	l->seen = mem_new(c->terms.n, sizeof(*l->seen));
	p.pair = mem_new(most, sizeof(*p.pair));
	p.spare = mem_new(most, sizeof(*p.spare));
	for (uint32_t k = 0; k < c->sizes.n; k++)
		if (counts_takes_size(rule->size, k))
			test_family(l, k, &p);
	free(p.pair);
	free(p.spare);
}

void
lafon_close(struct lafon *l)
{
	for (uint32_t k = 0; k < l->c->sizes.n; k++) {
		struct lafon_family *m = &l->family[k];

		free(m->class_of);
		free(m->term);
		free(m->first);
		free(m->freq);
		correct_close(&m->q);
	}
	free(l->family);
	free(l->t);
	free(l->rows);
	free(l->row);
	free(l->cell);
	free(l->seen);
	spool_close(&l->kept);
	*l = (struct lafon){0};
}
