#include "assign.h"

#include <stdlib.h>

#include "cross.h"
#include "lib/base/mem.h"

enum {
	LEAST = 2 /* segments of a class */
};

uint64_t
reinert_classes_min(uint32_t n, const struct reinert_rule *rule)
{
	uint64_t by = (uint64_t)rule->leaves * rule->n_tree;
	uint64_t min = n / by;
	uint64_t twice = 2 * (n % by);

	if (twice > by || (twice == by && min % 2 == 1))
		min++;
	return min > LEAST ? min : LEAST;
}

/* A class before it has its number. */
struct found {
	uint32_t node[REINERT_TREES];
	uint32_t size;
	uint32_t first; /* its first segment */
};

static int
by_size(const void *a, const void *b)
{
	const struct found *x = a;
	const struct found *y = b;

	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	return (x->first > y->first) - (x->first < y->first);
}

/* By unit of a tree, the class found there, from 1. */
static uint32_t *
class_of_units(const struct reinert_classes *c, unsigned k)
{
	const struct reinert_tree *r = &c->tree[k];
	uint32_t *of = mem_new(r->t->n_row, sizeof(*of));

	for (uint32_t i = 1; i < r->n; i++) {
		if (c->class_of[k][i] == 0)
			continue;
		for (uint32_t j = 0; j < r->node[i].n_row; j++)
			of[r->node[i].row[j]] = c->class_of[k][i];
	}
	return of;
}

static void
assign(struct reinert_classes *c)
{
	uint32_t *a = class_of_units(c, 0);
	uint32_t *b = c->n_tree > 1 ? class_of_units(c, 1) : NULL;

	for (uint32_t i = 0; i < c->n_segment; i++) {
		uint32_t class = a[c->units[0].of[i]];

		if (b != NULL && b[c->units[1].of[i]] != class)
			class = 0;
		c->of[i] = class;
	}
	free(a);
	free(b);
}

static struct found *
find_one(struct reinert_classes *c)
{
	const struct reinert_tree *r = &c->tree[0];
	bool *ends = mem_new(r->n, sizeof(*ends));
	struct found *f;
	uint32_t k = 0;

	c->n = reinert_tree_ends(r, c->units[0].size, c->min, ends);
	f = mem_new(c->n, sizeof(*f));
	for (uint32_t i = 0; i < r->n; i++)
		if (ends[i])
			f[k++].node[0] = i;
	free(ends);
	return f;
}

static struct found *
find_crossed(struct reinert_classes *c)
{
	struct reinert_cross x = {
	    .tree = {&c->tree[0], &c->tree[1]},
	    .of = {c->units[0].of, c->units[1].of},
	    .n = c->n_segment,
	    .min = c->min,
	};
	struct reinert_pair *pair = reinert_cross_pairs(&x, &c->n);
	struct found *f = mem_new(c->n, sizeof(*f));

	for (uint32_t i = 0; i < c->n; i++)
		for (int k = 0; k < REINERT_TREES; k++)
			f[i].node[k] = pair[i].node[k];
	free(pair);
	return f;
}

static void
number(struct reinert_classes *c, struct found *f)
{
	for (int pass = 0; pass < 2; pass++) {
		for (unsigned k = 0; k < c->n_tree; k++)
			for (uint32_t i = 0; i < c->n; i++)
				c->class_of[k][f[i].node[k]] = i + 1;
		assign(c);
		for (uint32_t i = 0; i < c->n; i++)
			f[i].size = 0;
		for (uint32_t i = 0; i < c->n_segment; i++)
			if (c->of[i] > 0 && f[c->of[i] - 1].size++ == 0)
				f[c->of[i] - 1].first = i;
		if (c->n > 1)
			qsort(f, c->n, sizeof(*f), by_size);
	}
	for (uint32_t i = 0; i < c->n_segment; i++)
		c->size[c->of[i]]++;
}

void
reinert_classes_open(struct reinert_classes *c, const struct sparse *t,
    const uint32_t *speech, const struct reinert_rule *rule)
{
	struct found *f;

	*c = (struct reinert_classes){
	    .n_segment = t->n_row, .n_tree = rule->n_tree};
	c->min =
	    rule->min > 0 ? rule->min : reinert_classes_min(t->n_row, rule);
	for (unsigned k = 0; k < c->n_tree; k++) {
		reinert_units_open(&c->units[k], t, speech, rule->unit[k]);
		reinert_tree_open(&c->tree[k], &c->units[k].t, rule->leaves);
		c->class_of[k] = mem_new(c->tree[k].n, sizeof(*c->class_of[k]));
	}
	f = c->n_tree > 1 ? find_crossed(c) : find_one(c);
	c->of = mem_new(t->n_row, sizeof(*c->of));
	c->size = mem_new((size_t)c->n + 1, sizeof(*c->size));
	number(c, f);
	free(f);
}

void
reinert_classes_free(struct reinert_classes *c)
{
	for (unsigned k = 0; k < c->n_tree; k++) {
		reinert_tree_free(&c->tree[k]);
		reinert_units_free(&c->units[k]);
		free(c->class_of[k]);
	}
	free(c->of);
	free(c->size);
}
