#include "assign.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/keyness.h"

enum {
	SHARE = 50, /* so many classes there may be at most by default */
};

/* ---- units ---- */

void
units_open(struct reinert_units *u, const struct sparse *t,
    const uint32_t *speech, uint32_t min)
{
	uint32_t *col = NULL;
	size_t cap = 0;
	size_t n = 0; /* forms of the unit */

	*u = (struct reinert_units){0};
	sparse_begin(&u->t, t->n_col);
	u->of = mem_new(t->n_row, sizeof(*u->of));
	u->size = mem_new(t->n_row, sizeof(*u->size));
	for (uint32_t i = 0; i < t->n_row; i++) {
		size_t more = t->at[i + 1] - t->at[i];

		col = mem_grow(col, &cap, n + more, sizeof(*col));
		if (more > 0)
			memcpy(col + n, t->col + t->at[i], more * sizeof(*col));
		n += more;
		u->of[i] = u->t.n_row;
		u->size[u->t.n_row]++;
		if (n < min && i + 1 < t->n_row && speech[i + 1] == speech[i])
			continue;
		sparse_ones(&u->t, col, n);
		n = 0;
	}
	free(col);
}

void
reinert_units_free(struct reinert_units *u)
{
	sparse_free(&u->t);
	free(u->of);
	free(u->size);
}

/* ---- classes of two trees ---- */

/* Tree k has as rows the units that of[k] names for each of n segments. */
struct cross {
	const struct tree *tree[2];
	const struct reinert_units *units[2];
	uint32_t n;
	uint64_t min; /* segments of a class */
};

struct reinert_pair {
	uint32_t node[2];
	uint32_t size; /* segments in both */
	double chi2;
};

/* 5 % of one degree of freedom, as IRaMuTeQ has it. */
static const double tied = 3.84;

/* Without units a segment is one. */
static uint32_t
unit_of(const struct reinert_units *u, uint32_t segment)
{
	return u->of != NULL ? u->of[segment] : segment;
}

/* By node the segments below it, from those of the nodes where each segment
 * ends up. */
static uint32_t *
last_node(const struct tree *r, const struct reinert_units *u, uint32_t n)
{
	uint32_t *of_row = mem_new(r->t->n_row, sizeof(*of_row));
	uint32_t *last = mem_new(n, sizeof(*last));

	for (uint32_t i = 0; i < r->n; i++)
		for (uint32_t k = 0; k < r->node[i].n_row; k++)
			of_row[r->node[i].row[k]] = i;
	for (uint32_t i = 0; i < n; i++)
		last[i] = of_row[unit_of(u, i)];
	free(of_row);
	return last;
}

/* Segments in node i of the first and j of the second tree, all i and j. */
static uint32_t *
count_both(const struct cross *x)
{
	const struct tree *a = x->tree[0];
	const struct tree *b = x->tree[1];
	uint32_t *last[2];
	uint32_t *n = mem_new((size_t)a->n * b->n, sizeof(*n));

	last[0] = last_node(a, x->units[0], x->n);
	last[1] = last_node(b, x->units[1], x->n);
	for (uint32_t i = 0; i < x->n; i++)
		n[(size_t)last[0][i] * b->n + last[1][i]]++;
	for (uint32_t i = a->n; i-- > 1;)
		for (uint32_t j = 0; j < b->n; j++)
			n[(size_t)a->node[i].parent * b->n + j] +=
			    n[(size_t)i * b->n + j];
	for (uint32_t j = b->n; j-- > 1;)
		for (uint32_t i = 0; i < a->n; i++)
			n[(size_t)i * b->n + b->node[j].parent] +=
			    n[(size_t)i * b->n + j];
	free(last[0]);
	free(last[1]);
	return n;
}

static bool
related(const struct tree *r, uint32_t a, uint32_t b)
{
	return tree_above(r, a, b) || tree_above(r, b, a);
}

static bool
is_free(const struct cross *x, const struct reinert_pair *taken, uint32_t n,
    int k, uint32_t node)
{
	for (uint32_t i = 0; i < n; i++)
		if (related(x->tree[k], taken[i].node[k], node))
			return false;
	return true;
}

/* Pairs of nodes that are tied: at least min segments in both, chi-square above
 * 3.84.  Taken from the last node of the second tree to the first, each with
 * the node of the first tree with which its chi-square is largest (of equal
 * ones the first made), as long as neither is above or below one taken before.
 * The caller's to free. */
static struct reinert_pair *
cross_pairs(const struct cross *x, uint32_t *n_pair)
{
	const struct tree *a = x->tree[0];
	const struct tree *b = x->tree[1];
	uint32_t *n = count_both(x);
	struct reinert_pair *taken = mem_new(b->n, sizeof(*taken));
	uint32_t k = 0;

	for (uint32_t j = b->n; j-- > 1;) {
		struct reinert_pair best = {.chi2 = tied};

		if (!is_free(x, taken, k, 1, j))
			continue;
		for (uint32_t i = 1; i < a->n; i++) {
			uint32_t both = n[(size_t)i * b->n + j];
			uint32_t size = n[(size_t)i * b->n];
			struct stat_keyness t = {
			    both, size, n[j] - both, x->n - size};
			double chi2 = stat_keyness_chi2(&t);

			if (both >= x->min && chi2 > best.chi2 &&
			    is_free(x, taken, k, 0, i))
				best =
				    (struct reinert_pair){{i, j}, both, chi2};
		}
		if (best.node[1] > 0)
			taken[k++] = best;
	}
	free(n);
	*n_pair = k;
	return taken;
}

/* ---- classes ---- */

uint64_t
classes_min(uint32_t n, const struct rule *rule)
{
	uint64_t min = n / ((uint64_t)SHARE * rule->n_tree);

	return min > REINERT_FEW ? min : REINERT_FEW;
}

/* A class before it has its number. */
struct found {
	uint32_t node[TREES];
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
class_of_units(const struct classes *c, unsigned k)
{
	const struct tree *r = &c->tree[k];
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
assign(struct classes *c)
{
	uint32_t *a = class_of_units(c, 0);
	uint32_t *b = c->n_tree > 1 ? class_of_units(c, 1) : NULL;

	for (uint32_t i = 0; i < c->n_segment; i++) {
		uint32_t class = a[unit_of(&c->units[0], i)];

		if (b != NULL && b[unit_of(&c->units[1], i)] != class)
			class = 0;
		/* a unit may hold segments that have no say */
		if (c->units[0].of != NULL &&
		    c->table.at[i + 1] == c->table.at[i])
			class = 0;
		c->of[i] = class;
	}
	free(a);
	free(b);
}

static struct found *
find_one(struct classes *c)
{
	const struct tree *r = &c->tree[0];
	bool *ends = mem_new(r->n, sizeof(*ends));
	struct found *f;
	uint32_t k = 0;

	c->n = tree_ends(r, ends);
	f = mem_new(c->n, sizeof(*f));
	for (uint32_t i = 0; i < r->n; i++)
		if (ends[i])
			f[k++].node[0] = i;
	free(ends);
	return f;
}

static struct found *
find_crossed(struct classes *c)
{
	struct cross x = {
	    .tree = {&c->tree[0], &c->tree[1]},
	    .units = {&c->units[0], &c->units[1]},
	    .n = c->n_segment,
	    .min = c->min,
	};
	struct reinert_pair *pair = cross_pairs(&x, &c->n);
	struct found *f = mem_new(c->n, sizeof(*f));

	for (uint32_t i = 0; i < c->n; i++)
		for (int k = 0; k < TREES; k++)
			f[i].node[k] = pair[i].node[k];
	free(pair);
	return f;
}

static void
number(struct classes *c, struct found *f)
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
classes_name(struct classes *c, uint32_t n)
{
	struct found *f;

	for (unsigned k = 0; k < c->n_tree; k++) {
		tree_view(&c->tree[k], n);
		free(c->class_of[k]);
		c->class_of[k] = mem_new(c->tree[k].n, sizeof(*c->class_of[k]));
	}
	f = c->n_tree > 1 ? find_crossed(c) : find_one(c);
	if (c->n < 2)
		c->n = 0;
	memset(c->of, 0, c->n_segment * sizeof(*c->of));
	free(c->size);
	c->size = mem_new((size_t)c->n + 1, sizeof(*c->size));
	number(c, f);
	free(f);
}

static void
begin(struct classes *c, uint32_t n, const struct rule *rule)
{
	*c = (struct classes){
	    .n_segment = n, .n_tree = rule->n_tree, .min = rule->min};
	c->of = mem_new(n, sizeof(*c->of));
}

/* Rows that have a form. */
static uint32_t
count_filled(const struct sparse *t)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < t->n_row; i++)
		n += t->at[i + 1] > t->at[i];
	return n;
}

void
classes_open(struct classes *c, const struct sparse *t, const uint32_t *speech,
    const struct rule *rule, struct bench *w)
{
	begin(c, t->n_row, rule);
	if (c->min == 0)
		c->min = classes_min(count_filled(t), rule);
	c->order = order_columns(&c->table, t);
	for (unsigned k = 0; k < c->n_tree; k++) {
		const struct sparse *rows = &c->table;
		struct tree *tree = &c->tree[k];
		struct goal goal = {rule->classes, c->min, NULL};

		if (rule->unit[k] > 0) {
			units_open(&c->units[k], rows, speech, rule->unit[k]);
			rows = &c->units[k].t;
			goal.unit = c->units[k].size;
		}
		tree_open(
		    tree, rows, &(struct chosen){NULL, rows->n_row}, &goal);
		tree->order = c->order;
		tree_grow(tree, w);
	}
}

void
classes_sample(struct classes *to, const struct classes *c,
    const struct sample *s, const struct rule *rule, struct bench *w)
{
	const struct goal goal = {rule->classes, s->min, NULL};
	const struct chosen rows = {s->row, s->n};

	begin(to, c->n_segment, rule);
	to->min = s->min;
	tree_open(&to->tree[0], &c->table, &rows, &goal);
	to->tree[0].order = c->order;
	tree_grow(&to->tree[0], w);
}

void
classes_free(struct classes *c)
{
	for (unsigned k = 0; k < c->n_tree; k++) {
		tree_free(&c->tree[k]);
		reinert_units_free(&c->units[k]);
		free(c->class_of[k]);
	}
	sparse_free(&c->table);
	free(c->order);
	free(c->of);
	free(c->size);
}
