#include "tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "split.h"

enum {
	FEW = 3, /* a form in so many rows or fewer leaves a class's table */
	YATES = 10,
};

/* ---- parts of a table ---- */

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
}

/* ---- the tree ---- */

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

/* Takes the columns out of the child that lost them: k is 0 or 1. */
static void
take_out(struct reinert_node *child, const struct reinert_part *p,
    const bool *right, int k)
{
	uint32_t *n[2];
	uint32_t rows[2] = {0, 0};

	n[0] = mem_new(p->t.n_col, sizeof(*n[0]));
	n[1] = mem_new(p->t.n_col, sizeof(*n[1]));
	for (uint32_t i = 0; i < p->t.n_row; i++) {
		rows[right[i]]++;
		for (size_t j = p->t.at[i]; j < p->t.at[i + 1]; j++)
			n[right[i]][p->t.col[j]]++;
	}
	for (uint32_t j = 0; j < p->t.n_col; j++) {
		uint32_t both[2] = {n[0][j], n[1][j]};

		if (reinert_tree_loser(both, rows) == k)
			child->gone[p->col[j]] = true;
	}
	free(n[0]);
	free(n[1]);
}

static void
make_child(struct reinert_tree *r, uint32_t parent,
    const struct reinert_part *p, const bool *right, int k)
{
	struct reinert_node *c = &r->node[r->n++];
	size_t size = r->t->n_col * sizeof(*c->gone);

	*c = (struct reinert_node){.parent = parent};
	c->row = mem_new(p->t.n_row, sizeof(*c->row));
	c->gone = mem_new(r->t->n_col, sizeof(*c->gone));
	if (size > 0)
		memcpy(c->gone, r->node[parent].gone, size);
	for (uint32_t i = 0; i < p->t.n_row; i++)
		if (right[i] == (k == 1))
			c->row[c->n_row++] = p->row[i];
	take_out(c, p, right, k);
}

/* Is the second group the larger one? */
static bool
is_larger(const bool *right, uint32_t n)
{
	uint32_t many = 0;

	for (uint32_t i = 0; i < n; i++)
		many += right[i];
	return many > n - many || (many == n - many && right[0]);
}

static void
split(struct reinert_tree *r, uint32_t id)
{
	struct reinert_node *x = &r->node[id];
	struct reinert_part p;
	struct reinert_split s;

	reinert_part_open(
	    &p, r->t, x->row, x->n_row, x->gone, id == 0 ? 1 : FEW + 1);
	if (reinert_split_open(&s, &p.t)) {
		int first = is_larger(s.right, p.t.n_row);

		x->child = r->n;
		x->n_kept = p.t.n_row;
		x->n_form = p.t.n_col;
		x->eigenvalue = s.eigenvalue;
		x->converged = s.converged;
		x->cut = s.cut;
		x->chi2 = s.chi2;
		x->sweeps = s.sweeps;
		x->moves = s.moves;
		make_child(r, id, &p, s.right, first);
		make_child(r, id, &p, s.right, 1 - first);
		reinert_split_free(&s);
	} else
		x->closed = true;
	reinert_part_free(&p);
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
reinert_tree_open(
    struct reinert_tree *r, const struct sparse *t, uint32_t leaves)
{
	uint32_t most = 2 * leaves - 1;
	struct reinert_node *root;

	*r = (struct reinert_tree){.t = t, .n = 1};
	r->node = mem_new(most, sizeof(*r->node));
	root = &r->node[0];
	root->row = mem_new(t->n_row, sizeof(*root->row));
	root->gone = mem_new(t->n_col, sizeof(*root->gone));
	root->n_row = t->n_row;
	for (uint32_t i = 0; i < t->n_row; i++)
		root->row[i] = i;
	while (r->n + 1 < most) {
		uint32_t next = largest(r);

		if (next == r->n)
			break;
		split(r, next);
	}
}

void
reinert_tree_free(struct reinert_tree *r)
{
	for (uint32_t i = 0; i < r->n; i++) {
		free(r->node[i].row);
		free(r->node[i].gone);
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
