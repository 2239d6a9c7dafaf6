#include "tree.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "split.h"

enum {
	FEW = 3, /* a form in so many rows or fewer leaves a class's table */
	YATES = 10,
};

/* The threshold of IRaMuTeQ, its six decimals too: 3.8 for groups of the same
 * size, near the 5 % of one degree of freedom, more for uneven ones. */
static double
threshold(const uint32_t rows[2])
{
	double most = rows[0] > rows[1] ? rows[0] : rows[1];
	double least = rows[0] > rows[1] ? rows[1] : rows[0];

	return rint((1.9 * (most / least) + 1.9) * 1e6) / 1e6;
}

/* Chi-square of presence by group, with Yates' correction where a cell is
 * small. */
static double
presence(double seen[2][2], double due[2][2])
{
	double by = 0;
	double s = 0;

	for (int i = 0; i < 4; i++)
		if (seen[i / 2][i % 2] < YATES)
			by = 0.5;
	for (int i = 0; i < 4; i++) {
		double d = fabs(seen[i / 2][i % 2] - due[i / 2][i % 2]) - by;

		if (due[i / 2][i % 2] > 0)
			s += d * d / due[i / 2][i % 2];
	}
	return s;
}

int
reinert_tree_loser(const uint32_t n[2], const uint32_t rows[2])
{
	double all = (double)rows[0] + rows[1];
	double with = (double)n[0] + n[1];
	double seen[2][2]; /* absent, present */
	double due[2][2];
	bool nowhere = n[0] == 0 || n[1] == 0;
	bool everywhere = n[0] == rows[0] || n[1] == rows[1];

	for (int k = 0; k < 2; k++) {
		seen[1][k] = n[k];
		seen[0][k] = (double)rows[k] - n[k];
		due[1][k] = with * rows[k] / all;
		due[0][k] = (all - with) * rows[k] / all;
	}
	if (everywhere && !nowhere)
		return -1;
	if ((!nowhere || everywhere) && presence(seen, due) <= threshold(rows))
		return -1;
	if (seen[1][0] < due[1][0])
		return 0;
	return seen[1][1] < due[1][1] ? 1 : -1;
}

/* The columns that the children have not lost. */
static void
keep_columns(struct reinert_node *const child[2], const struct reinert_part *p,
    const struct reinert_split *s)
{
	for (uint32_t j = 0; j < p->t.n_col; j++) {
		uint32_t n[2] = {s->n[0][j], s->n[1][j]};
		int loser = reinert_tree_loser(n, s->rows);

		for (int k = 0; k < 2; k++)
			if (loser != k)
				child[k]->count[p->col[j]] = n[k];
	}
}

/* Of group k, 0 or 1. */
static struct reinert_node *
make_child(struct reinert_tree *r, uint32_t parent,
    const struct reinert_part *p, const struct reinert_split *s, int k)
{
	struct reinert_node *c = &r->node[r->n++];

	*c = (struct reinert_node){.parent = parent};
	c->row = mem_new(s->rows[k], sizeof(*c->row));
	c->count = mem_new(r->t->n_col, sizeof(*c->count));
	for (uint32_t i = 0; i < p->t.n_row; i++)
		if (s->right[i] == (k == 1))
			c->row[c->n_row++] = p->row[i];
	return c;
}

/* Where the axes of the children may be: where the next one of the parent
 * was. */
static double *
next_start(
    const struct reinert_tree *r, const struct reinert_part *p, const double *x)
{
	double *to = mem_new(r->t->n_col, sizeof(*to));

	for (uint32_t j = 0; j < p->t.n_col; j++)
		to[p->col[j]] = x[j];
	return to;
}

static void
split(struct reinert_tree *r, uint32_t id, const struct reinert_part *p,
    const struct reinert_axis *a)
{
	struct reinert_node *x = &r->node[id];
	struct reinert_node *child[2];
	struct reinert_split s;
	int first;

	if (!reinert_split_open(&s, p, a)) {
		x->closed = true;
		return;
	}
	first = s.rows[1] > s.rows[0] || (s.rows[1] == s.rows[0] && s.right[0]);
	x->child = r->n;
	x->n_kept = p->t.n_row;
	x->n_form = p->t.n_col;
	x->eigenvalue = s.eigenvalue;
	x->converged = s.converged;
	x->cut = s.cut;
	x->chi2 = s.chi2;
	x->sweeps = s.sweeps;
	x->moves = s.moves;
	child[first] = make_child(r, id, p, &s, first);
	child[1 - first] = make_child(r, id, p, &s, 1 - first);
	keep_columns(child, p, &s);
	x->next = next_start(r, p, a->next);
	reinert_split_free(&s);
}

/* The largest leaf that may be split, of equal ones that with the first row;
 * r->n if there is none. */
static uint32_t
largest(const struct reinert_tree *r)
{
	uint32_t best = r->n;

	for (uint32_t i = 0; i < r->n; i++) {
		const struct reinert_node *x = &r->node[i];
		const struct reinert_node *b = &r->node[best < r->n ? best : i];

		if (x->child > 0 || x->closed || x->n_row < 2)
			continue;
		if (best == r->n || x->n_row > b->n_row ||
		    (x->n_row == b->n_row && x->row[0] < b->row[0]))
			best = i;
	}
	return best;
}

void
reinert_tree_open(struct reinert_tree *r, const struct sparse *t,
    const uint32_t *row, uint32_t n, uint32_t leaves)
{
	struct reinert_node *root;

	*r = (struct reinert_tree){.t = t, .n = 1, .most = 2 * leaves - 1};
	r->node = mem_new(r->most, sizeof(*r->node));
	root = &r->node[0];
	root->row = mem_new(n, sizeof(*root->row));
	root->count = mem_new(t->n_col, sizeof(*root->count));
	root->n_row = n;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t x = row != NULL ? row[i] : i;

		root->row[i] = x;
		for (size_t j = t->at[x]; j < t->at[x + 1]; j++)
			root->count[t->col[j]]++;
	}
}

static void
split_next(struct reinert_tree *r, uint32_t id, struct reinert_bench *w)
{
	const struct reinert_node *x = &r->node[id];
	const struct reinert_rows rows = {x->row, x->n_row, x->count, r->order};
	struct reinert_axis a;

	reinert_part_take(&w->part, r->t, &rows, id == 0 ? 1 : FEW + 1);
	if (id > 0)
		reinert_part_start(&w->part, r->node[x->parent].next);
	if (reinert_axis_find(&a, &w->part, &w->axis))
		split(r, id, &w->part, &a);
	else
		r->node[id].closed = true;
}

void
reinert_tree_grow(struct reinert_tree *r, struct reinert_bench *w)
{
	while (r->n < r->most) {
		uint32_t next = largest(r);

		if (next == r->n)
			break;
		split_next(r, next, w);
	}
}

void
reinert_bench_free(struct reinert_bench *w)
{
	reinert_room_free(&w->axis);
	reinert_part_free(&w->part);
}

void
reinert_tree_free(struct reinert_tree *r)
{
	for (uint32_t i = 0; i < r->n; i++) {
		free(r->node[i].row);
		free(r->node[i].count);
		free(r->node[i].next);
	}
	free(r->node);
}

uint32_t
reinert_tree_ends(const struct reinert_tree *r, const uint32_t *unit,
    uint64_t min, bool *ends)
{
	bool *below = mem_new(r->n, sizeof(*below)); /* it, or one below it */
	uint32_t n = 0;

	for (uint32_t i = r->n; i-- > 0;) {
		const struct reinert_node *x = &r->node[i];
		uint64_t size = 0;

		for (uint32_t k = 0; k < x->n_row; k++)
			size += unit != NULL ? unit[x->row[k]] : 1;
		below[i] =
		    x->child > 0 && (below[x->child] || below[x->child + 1]);
		ends[i] = i > 0 && !below[i] && size >= min;
		below[i] = below[i] || ends[i];
		n += ends[i];
	}
	free(below);
	return n;
}

bool
reinert_tree_above(const struct reinert_tree *r, uint32_t a, uint32_t b)
{
	while (b > a)
		b = r->node[b].parent;
	return a == b;
}
