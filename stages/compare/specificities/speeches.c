#include "speeches.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/apart.h"
#include "compare/common/tests.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/table/groups.h"

struct work {
	const struct lafon *l;
	const struct speeches_rule *rule;
	struct counts c; /* by speech */
	char *file[1];   /* where they stand, which messages name */
	struct groups part;
	struct groups fixed;
	uint32_t *part_of; /* by group: the part of l, or UINT32_MAX */
	uint32_t *term_of; /* by term of c: that of l, or UINT32_MAX */
	uint32_t *item;    /* by term of l: its item, or UINT32_MAX */
	uint32_t n_item;
	struct tests_file tests;
};

static int
by_term(const void *a, const void *b)
{
	const struct speeches_cell *x = a;
	const struct speeches_cell *y = b;

	if (x->term != y->term)
		return x->term < y->term ? -1 : 1;
	return (x->slice > y->slice) - (x->slice < y->slice);
}

static int
by_slice(const void *a, const void *b)
{
	const struct speeches_cell *x = a;
	const struct speeches_cell *y = b;

	if (x->slice != y->slice)
		return x->slice < y->slice ? -1 : 1;
	return (x->term > y->term) - (x->term < y->term);
}

/* Names of one table to numbers of another's. */
static uint32_t *
match(const struct intern *from, const struct counts_names *to)
{
	uint32_t *of = mem_new(from->n, sizeof(*of));

	for (uint32_t i = 0; i < from->n; i++) {
		size_t len;
		const char *s = intern_s(from, i, &len);
		uint32_t k = intern_find(&to->table, s, len);

		of[i] = k == UINT32_MAX ? k : to->rank[k];
	}
	return of;
}

/* Does the table by speech count what that of the parts does? */
static void
check_columns(const struct work *w)
{
	const struct counts *a = w->l->c;
	const struct counts *b = &w->c;

	if (a->has_size != b->has_size || a->header.len != b->header.len ||
	    memcmp(a->header.s, b->header.s, a->header.len) != 0)
		die_data(w->rule->counts, 1,
		    "columns other than those of the table of the parts");
}

static void
open_work(
    struct work *w, const struct lafon *l, const struct speeches_rule *rule)
{
	uint32_t *names;

	*w = (struct work){.l = l, .rule = rule};
	w->file[0] = mem_string(rule->counts);
	counts_read_within(&w->c, w->file, 1, l->rule.memory);
	counts_need_part(&w->c);
	check_columns(w);
	groups_open(&w->part, &w->c, rule->table, rule->by);
	if (rule->fixed != NULL)
		groups_open(&w->fixed, &w->c, rule->table, rule->fixed);
	w->part_of = match(&w->part.names, &l->c->parts);
	names = match(&w->c.terms.table, &l->c->terms);
	w->term_of = mem_new(w->c.terms.n, sizeof(*w->term_of));
	for (uint32_t i = 0; i < w->c.terms.n; i++)
		w->term_of[w->c.terms.rank[i]] = names[i];
	free(names);
	w->item = mem_new(l->c->terms.n, sizeof(*w->item));
}

static void
close_work(struct work *w)
{
	groups_close(&w->part);
	if (w->rule->fixed != NULL)
		groups_close(&w->fixed);
	counts_free(&w->c);
	free(w->file[0]);
	free(w->part_of);
	free(w->term_of);
	free(w->item);
}

/* The cells of one n, by term; items are numbered in this order. */
static struct speeches_cell *
list_cells(struct work *w, uint32_t size, size_t *n)
{
	const struct lafon *l = w->l;
	struct speeches_cell *v = mem_new(l->n_cell, sizeof(*v));

	*n = 0;
	for (size_t i = 0; i < l->n_cell; i++)
		if (l->c->slice[l->cell[i].slice].size == size)
			v[(*n)++] = (struct speeches_cell){
			    l->cell[i].slice, l->cell[i].term, 0, 0, 0};
	if (*n > 0)
		qsort(v, *n, sizeof(*v), by_term);
	memset(w->item, 0xFF, l->c->terms.n * sizeof(*w->item));
	w->n_item = 0;
	for (size_t i = 0; i < *n; i++)
		if (w->item[v[i].term] == UINT32_MAX)
			w->item[v[i].term] = w->n_item++;
	return v;
}

/* The n of the table by speech that is called as this one; UINT32_MAX: none. */
static uint32_t
same_size(const struct work *w, uint32_t size)
{
	size_t len;
	const char *s = counts_name(&w->l->c->sizes, size, &len);
	uint32_t k = intern_find(&w->c.sizes.table, s, len);

	return k == UINT32_MAX ? k : w->c.sizes.rank[k];
}

static void
take_units(struct work *w, struct units *u, uint32_t size)
{
	for (size_t i = 0; i < w->c.n_slice; i++) {
		const struct counts_slice *s = &w->c.slice[i];
		uint32_t part = w->part_of[w->part.of[s->part]];
		const struct counts_cell *x;
		uint32_t unit;

		if (s->size != size || s->total == 0 || part == UINT32_MAX)
			continue;
		unit = units_add(u, s->total, part,
		    w->rule->fixed != NULL ? w->fixed.of[s->part] : 0);
		x = counts_cells(&w->c, i);
		for (size_t j = 0; j < s->to - s->from; j++) {
			uint32_t term = w->term_of[x[j].term];

			if (term != UINT32_MAX && w->item[term] != UINT32_MAX)
				units_hit(u, unit, w->item[term], x[j].f);
		}
	}
	units_ready(u, w->n_item);
}

/* Do the speeches of each part hold its words? */
static void
check_words(const struct work *w, const struct units *u, uint32_t size)
{
	double *t = mem_new(w->l->c->parts.n, sizeof(*t));

	for (uint32_t i = 0; i < u->n; i++)
		t[u->part[i]] += u->words[i];
	for (size_t i = 0; i < w->l->c->n_slice; i++) {
		const struct counts_slice *s = &w->l->c->slice[i];
		size_t len;
		const char *name = counts_name(&w->l->c->parts, s->part, &len);

		double words = t[s->part];

		if (s->size != size || s->total == (uint64_t)words)
			continue;
		free(t);
		die_data(w->rule->counts, 0,
		    "the speeches of '%.*s' have %.0f words, the part %" PRIu64
		    ": count both from the same corpus, by id and by %s",
		    (int)len, name, words, s->total, w->rule->by);
	}
	free(t);
}

/* How many speeches of its part have the term of each cell. */
static void
count_with(const struct work *w, const struct units *u, struct speeches_cell *v,
    size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t item = w->item[v[i].term];
		uint32_t part = w->l->c->slice[v[i].slice].part;

		for (size_t j = u->first[item]; j < u->first[item + 1]; j++)
			v[i].with += u->part[u->hit[j].unit] == part;
	}
}

/* Those that are not listed are in the family, with p = 1. */
static void
adjust(struct speeches_cell *v, const double *p, size_t n, uint64_t family)
{
	double *ln_q = mem_new(n + 1, sizeof(*ln_q));
	uint64_t *times = mem_new(n + 1, sizeof(*times));

	for (size_t i = 0; i < n; i++) {
		ln_q[i] = log(p[i]);
		times[i] = 1;
	}
	ln_q[n] = 0;
	times[n] = family > n ? family - n : 0;
	(void)stat_adjust_bh(ln_q, times, n + 1);
	for (size_t i = 0; i < n; i++) {
		v[i].p = p[i];
		v[i].ln_q = ln_q[i];
	}
	free(ln_q);
	free(times);
}

/* Do the speeches together have the terms as often as the parts? */
static void
check_terms(const struct work *w, const struct units *u, uint32_t size,
    const struct speeches_cell *v, size_t n)
{
	const struct lafon_family *family = &w->l->family[size];

	for (size_t i = 0; i < n; i++) {
		uint64_t F = family->freq[family->class_of[v[i].term]];
		double there = u->F[w->item[v[i].term]];
		size_t len;
		const char *s;

		if (F == (uint64_t)there)
			continue;
		s = counts_name(&w->l->c->terms, v[i].term, &len);
		die_data(w->rule->counts, 0,
		    "the speeches have '%.*s' %.0f times, the parts %" PRIu64
		    ": count both from the same corpus, and the same column",
		    (int)len, s, there, F);
	}
}

static void
test_cells(struct work *w, const struct units *u, uint32_t size,
    struct speeches_cell *v, size_t n)
{
	struct chance_rule rule = w->rule->chance;
	struct apart_test *test = mem_new(n, sizeof(*test));
	double *p = mem_new(n, sizeof(*p));
	struct chance c;

	rule.name = counts_name(&w->l->c->sizes, size, &rule.len);
	rule.family = w->l->family[size].q.n;
	for (size_t i = 0; i < n; i++)
		test[i] = (struct apart_test){
		    w->item[v[i].term], w->l->c->slice[v[i].slice].part};
	c = apart_run(u, test, (uint32_t)n, &rule, p);
	/* what one of two parts says more often the other says less often */
	c.twice = u->n_there == 2;
	count_with(w, u, v, n);
	adjust(v, p, n, rule.family);
	counts_note_size(w->l->c, size,
	    "cells with p <= %g tested by speech: %zu (speeches: %" PRIu32 ")",
	    LAFON_LISTED, n, u->n);
	chance_note(&c, "deals of the parts");
	tests_put(&w->tests, size, u->n, &c);
	free(test);
	free(p);
}

static void
test_size(struct speeches *s, struct work *w, uint32_t size)
{
	uint32_t there = same_size(w, size);
	size_t len;
	const char *name = counts_name(&w->l->c->sizes, size, &len);
	struct units u = {0};
	size_t n;
	struct speeches_cell *v;

	if (there == UINT32_MAX)
		die_data(w->rule->counts, 0,
		    "no n '%.*s', which the parts have", (int)len, name);
	v = list_cells(w, size, &n);
	take_units(w, &u, there);
	check_words(w, &u, size);
	check_terms(w, &u, size, v, n);
	test_cells(w, &u, size, v, n);
	memcpy(s->cell + s->n, v, n * sizeof(*v));
	s->n += n;
	units_free(&u);
	free(v);
}

void
speeches_open(
    struct speeches *s, const struct lafon *l, const struct speeches_rule *rule)
{
	struct work w;

	*s = (struct speeches){.cell = mem_new(l->n_cell, sizeof(*s->cell))};
	open_work(&w, l, rule);
	tests_open(&w.tests, rule->prefix, l->c);
	for (uint32_t k = 0; k < l->c->sizes.n; k++)
		if (counts_takes_size(l->rule.size, k))
			test_size(s, &w, k);
	if (s->n > 0)
		qsort(s->cell, s->n, sizeof(*s->cell), by_slice);
	tests_close(&w.tests);
	close_work(&w);
}

void
speeches_close(struct speeches *s)
{
	free(s->cell);
	*s = (struct speeches){0};
}

const struct speeches_cell *
speeches_find(const struct speeches *s, size_t slice, uint32_t term)
{
	struct speeches_cell key = {.slice = slice, .term = term};

	if (s->n == 0)
		return NULL;
	return bsearch(&key, s->cell, s->n, sizeof(key), by_slice);
}
