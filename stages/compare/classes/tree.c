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
tree_loser(const uint32_t n[2], const uint32_t rows[2])
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
keep_columns(struct node *const child[2], const struct reinert_part *p,
    const struct split *s)
{
	for (uint32_t j = 0; j < p->t.n_col; j++) {
		uint32_t n[2] = {s->n[0][j], s->n[1][j]};
		int loser = tree_loser(n, s->rows);

		for (int k = 0; k < 2; k++)
			if (loser != k)
				child[k]->count[p->col[j]] = n[k];
	}
}

static void
add_row(const struct tree *r, struct node *x, uint32_t row)
{
	x->row[x->n_row++] = row;
	x->size += r->goal.unit != NULL ? r->goal.unit[row] : 1;
}

/* Of group k, 0 or 1. */
static void
make_child(const struct tree *r, struct node *c, const struct reinert_part *p,
    const struct split *s, int k)
{
	c->row = mem_new(s->rows[k], sizeof(*c->row));
	c->count = mem_new(r->t->n_col, sizeof(*c->count));
	for (uint32_t i = 0; i < p->t.n_row; i++)
		if (s->right[i] == (k == 1))
			add_row(r, c, p->row[i]);
}

/* Where the axes of the children may be: where the next one of the parent
 * was. */
static double *
next_start(const struct tree *r, const struct reinert_part *p, const double *x)
{
	double *to = mem_new(r->t->n_col, sizeof(*to));

	for (uint32_t j = 0; j < p->t.n_col; j++)
		to[p->col[j]] = x[j];
	return to;
}

static void
split(struct tree *r, uint32_t id, const struct reinert_part *p,
    const struct axis *a)
{
	struct node *x = &r->node[id];
	struct node *child[2];
	struct split s;
	int first;

	if (!split_open(&s, p, a)) {
		x->closed = true;
		return;
	}
	first = s.rows[1] > s.rows[0] || (s.rows[1] == s.rows[0] && s.right[0]);
	x->ready = mem_new(2, sizeof(*x->ready));
	x->n_kept = p->t.n_row;
	x->n_form = p->t.n_col;
	x->eigenvalue = s.eigenvalue;
	x->converged = s.converged;
	x->cut = s.cut;
	x->chi2 = s.chi2;
	x->sweeps = s.sweeps;
	x->moves = s.moves;
	for (int k = 0; k < 2; k++) {
		child[k] = &x->ready[k != first];
		child[k]->parent = id;
		make_child(r, child[k], p, &s, k);
	}
	keep_columns(child, p, &s);
	x->next = next_start(r, p, a->next);
	split_free(&s);
}

/* May there be two classes below it? */
static bool
is_open(const struct tree *r, const struct node *x)
{
	return x->made == 0 && !x->closed && x->n_row >= 2 &&
	    x->size / 2 >= r->goal.min;
}

/* How clear its split is: the chi-square by the root of the rows, since what
 * noise gives grows about as that. */
static double
clearness(const struct node *x)
{
	return x->chi2 / sqrt((double)x->n_kept);
}

/* The leaf with the clearest split, of equal ones the first made; r->n_made if
 * there is none. */
static uint32_t
clearest(const struct tree *r)
{
	uint32_t best = r->n_made;

	for (uint32_t i = 0; i < r->n_made; i++) {
		const struct node *x = &r->node[i];

		if (x->ready != NULL &&
		    (best == r->n_made ||
			clearness(x) > clearness(&r->node[best])))
			best = i;
	}
	return best;
}

void
tree_open(struct tree *r, const struct sparse *t, const struct chosen *rows,
    const struct goal *goal)
{
	uint32_t most = 2 * SPLITS * goal->classes + 1;
	struct node *root;

	*r = (struct tree){.t = t, .goal = *goal, .n = 1, .n_made = 1};
	r->nodes = mem_new((size_t)goal->classes + 1, sizeof(*r->nodes));
	r->node = mem_new(most, sizeof(*r->node));
	r->nodes[0] = 1;
	root = &r->node[0];
	root->row = mem_new(rows->n, sizeof(*root->row));
	root->count = mem_new(t->n_col, sizeof(*root->count));
	for (uint32_t i = 0; i < rows->n; i++) {
		uint32_t x = rows->row != NULL ? rows->row[i] : i;

		add_row(r, root, x);
		for (size_t j = t->at[x]; j < t->at[x + 1]; j++)
			root->count[t->col[j]]++;
	}
}

static void
make_ready(struct tree *r, uint32_t id, struct bench *w)
{
	const struct node *x = &r->node[id];
	const struct rows rows = {x->row, x->n_row, x->count, r->order};
	struct axis a;

	part_take(&w->part, r->t, &rows, id == 0 ? 1 : FEW + 1);
	if (id > 0)
		part_start(&w->part, r->node[x->parent].next);
	if (axis_find(&a, &w->part, &w->axis))
		split(r, id, &w->part, &a);
	else
		r->node[id].closed = true;
}

/* How many classes more there are since this node was split: it was one itself
 * unless it is the root. */
static uint32_t
count_more(const struct tree *r, uint32_t id)
{
	const struct node *x = &r->node[id];
	uint32_t n = 0;

	for (uint32_t k = 0; k < 2 && x->made > 0; k++)
		n += r->node[x->made + k].size >= r->goal.min;
	return id == 0 || n == 0 ? n : n - 1;
}

/* Its children become nodes. */
static void
split_next(struct tree *r, uint32_t id)
{
	struct node *x = &r->node[id];

	x->made = r->n_made;
	for (int k = 0; k < 2; k++)
		r->node[r->n_made++] = x->ready[k];
	free(x->ready);
	x->ready = NULL;
}

void
tree_grow(struct tree *r, struct bench *w)
{
	uint32_t splits = SPLITS * r->goal.classes;
	uint32_t looked = 0; /* at so many nodes */

	for (; r->n_class < r->goal.classes && splits > 0; splits--) {
		uint32_t next;
		uint32_t more;

		for (; looked < r->n_made; looked++)
			if (is_open(r, &r->node[looked]))
				make_ready(r, looked, w);
		next = clearest(r);
		if (next == r->n_made)
			break;
		split_next(r, next);
		more = count_more(r, next);
		for (; more > 0; more--)
			if (r->n_class < r->goal.classes)
				r->nodes[++r->n_class] = r->n_made;
	}
	for (uint32_t k = r->n_class; k < r->goal.classes; k++)
		r->nodes[k + 1] = r->n_made;
	tree_view(r, r->goal.classes);
}

void
tree_view(struct tree *r, uint32_t classes)
{
	r->n = classes < r->goal.classes ? r->nodes[classes] : r->n_made;
	for (uint32_t i = 0; i < r->n; i++) {
		struct node *x = &r->node[i];

		x->child = x->made < r->n ? x->made : 0;
	}
}

void
bench_free(struct bench *w)
{
	room_free(&w->axis);
	reinert_part_free(&w->part);
}

static void
free_node(struct node *x)
{
	for (int k = 0; k < 2 && x->ready != NULL; k++)
		free_node(&x->ready[k]);
	free(x->ready);
	free(x->row);
	free(x->count);
	free(x->next);
}

void
tree_free(struct tree *r)
{
	for (uint32_t i = 0; i < r->n_made; i++)
		free_node(&r->node[i]);
	free(r->node);
	free(r->nodes);
}

uint32_t
tree_ends(const struct tree *r, bool *ends)
{
	bool *below = mem_new(r->n, sizeof(*below)); /* it, or one below it */
	uint32_t n = 0;

	for (uint32_t i = r->n; i-- > 0;) {
		const struct node *x = &r->node[i];

		below[i] =
		    x->child > 0 && (below[x->child] || below[x->child + 1]);
		ends[i] = i > 0 && !below[i] && x->size >= r->goal.min;
		below[i] = below[i] || ends[i];
		n += ends[i];
	}
	free(below);
	return n;
}

bool
tree_above(const struct tree *r, uint32_t a, uint32_t b)
{
	while (b > a)
		b = r->node[b].parent;
	return a == b;
}
