/* tree - which column goes, which classes count, which are found. */
#include <stdlib.h>

#include "compare/classes/tree.h"
#include "tap.h"
#include "zero_one.h"

/* Rows of R:
 * loser <- function(n, rows) {
 *     limit <- round(1.9 * max(rows) / min(rows) + 1.9, 6)
 *     o <- rbind(rows - n, n); E <- outer(rowSums(o), rows) / sum(rows)
 *     chi <- if (min(n) == 0 & min(o[1, ]) != 0) limit + 1
 *     else if (min(o[1, ]) == 0 & min(n) != 0) limit - 1
 *     else if (any(o < 10)) sum((abs(o - E) - .5)^2 / E)
 *     else sum((o - E)^2 / E)
 *     if (is.na(chi) || chi <= limit) -1
 *     else if (n[1] < E[2, 1]) 0 else if (n[2] < E[2, 2]) 1 else -1 } */
static const struct {
	uint32_t n[2];
	uint32_t rows[2];
	int loser;
} columns[] = {
    {{3, 38}, {5, 58}, -1},
    {{30, 7}, {36, 58}, 1},
    {{7, 7}, {20, 10}, -1},
    {{1, 0}, {8, 37}, 1},
    {{45, 4}, {45, 5}, -1},
    {{11, 7}, {16, 25}, 1},
    {{0, 39}, {22, 51}, 0},
    {{6, 2}, {10, 11}, -1},
    {{25, 12}, {33, 19}, -1},
    {{0, 8}, {7, 58}, 0},
    {{10, 35}, {31, 40}, 0},
    {{47, 0}, {50, 17}, 1},
    {{2, 32}, {10, 38}, 0},
    {{0, 2}, {10, 2}, -1},
    {{4, 5}, {4, 57}, -1},
    {{3, 10}, {24, 12}, 0},
    {{0, 28}, {7, 28}, 0},
    {{57, 6}, {58, 14}, 1},
    {{28, 50}, {34, 50}, -1},
    {{22, 12}, {26, 53}, 1},
    {{41, 7}, {49, 36}, 1},
    {{0, 3}, {2, 19}, 0},
    {{6, 35}, {10, 49}, -1},
};

/* A tree of all rows, grown by itself. */
static void
grow(struct tree *r, const struct sparse *t, uint32_t classes)
{
	struct bench w = {.axis.within = WITHIN};
	const struct chosen all = {NULL, t->n_row};
	const struct goal goal = {classes, 1, NULL};

	tree_open(r, t, &all, &goal);
	tree_grow(r, &w);
	bench_free(&w);
}

/* A tree over 8 rows:  0 (1 (3 (5 6) 4 (7 8)) 2), leaves of one row, or 2 with
 * four. */
static void
make(struct tree *r, uint32_t n_row)
{
	static const uint32_t parent[] = {0, 0, 0, 1, 1, 3, 3, 4, 4};
	static const uint32_t child[] = {1, 3, 0, 5, 7, 0, 0, 0, 0};
	static const uint32_t from[] = {0, 0, 4, 0, 2, 0, 1, 2, 3};
	static const uint32_t size[] = {8, 4, 4, 2, 2, 1, 1, 1, 1};
	static struct sparse t;

	t.n_row = n_row;
	*r = (struct tree){.t = &t, .n = 9, .n_made = 9};
	r->node = mem_new(9, sizeof(*r->node));
	for (uint32_t i = 0; i < 9; i++) {
		struct node *x = &r->node[i];

		x->parent = parent[i];
		x->child = child[i];
		x->row = mem_new(8, sizeof(*x->row));
		for (uint32_t k = 0; k < size[i]; k++)
			if (from[i] + k < n_row)
				x->row[x->n_row++] = from[i] + k;
		x->size = x->n_row;
	}
}

static const char *
ends(struct tree *r, uint64_t min, char s[10])
{
	bool end[9];

	r->goal.min = min;
	(void)tree_ends(r, end);
	for (size_t i = 0; i < 9; i++)
		s[i] = end[i] ? '1' : '0';
	s[9] = '\0';
	return s;
}

static void
terminal(void)
{
	struct tree r;
	char s[10];

	make(&r, 5); /* node 2 has one row */
	is_str(ends(&r, 1, s), "001001111", "all leaves are large enough");
	is_str(ends(&r, 2, s), "000110000", "leaves go up to their parents");
	is_str(ends(&r, 3, s), "010000000", "and on");
	is_str(ends(&r, 5, s), "000000000", "never to the root");
	tree_free(&r);
	make(&r, 8); /* node 2 has four */
	is_str(ends(&r, 3, s), "011000000", "a large leaf beside");
	ok(tree_above(&r, 1, 8) && tree_above(&r, 0, 2) &&
		tree_above(&r, 4, 4) && !tree_above(&r, 3, 8) &&
		!tree_above(&r, 8, 4),
	    "above");
	tree_free(&r);
}

/* Do the rows of every leaf belong to one group, and are all there? */
static bool
is_pure(const struct tree *r, uint32_t groups)
{
	uint32_t leaves = 0;
	uint32_t rows = 0;

	for (uint32_t i = 0; i < r->n; i++) {
		const struct node *x = &r->node[i];

		if (x->child > 0)
			continue;
		leaves++;
		rows += x->n_row;
		for (uint32_t k = 0; k < x->n_row; k++)
			if (x->row[k] % groups != x->row[0] % groups)
				return false;
	}
	return leaves == groups && rows == r->t->n_row;
}

static void
planted(void)
{
	unsigned apart = 0;
	unsigned noisy = 0;

	for (uint64_t seed = 1; seed <= 100; seed++) {
		uint64_t state = seed;
		struct planted p = {.groups = 2 + draw(&state, 5),
		    .own = 15,
		    .words = 6,
		    .common = draw(&state, 2) * 20};
		struct sparse t;
		struct tree r;

		p.n = p.groups * 40;
		plant(&t, seed, &p);
		grow(&r, &t, p.groups);
		*(p.common > 0 ? &noisy : &apart) += !is_pure(&r, p.groups);
		tree_free(&r);
		sparse_free(&t);
	}
	is_u64(apart, 0, "groups without a common form are found");
	is_u64(noisy, 0, "groups with common forms are found");
}

/* Children are parts of their parents; numbers as they are said to be. */
static void
order(void)
{
	unsigned bad = 0;

	for (uint64_t seed = 1; seed <= 50; seed++) {
		struct sparse t;
		struct tree r;

		zero_one(&t, seed, 80, 30, 6);
		grow(&r, &t, 8);
		for (uint32_t i = 0; i < r.n; i++) {
			const struct node *x = &r.node[i];
			const struct node *a = &r.node[x->child];

			if (x->child == 0)
				continue;
			bad += a[0].parent != i || a[1].parent != i;
			bad += a[0].n_row + a[1].n_row != x->n_kept;
			bad += x->n_kept > x->n_row;
			bad += a[0].n_row < a[1].n_row;
			bad += a[0].n_row == a[1].n_row &&
			    a[0].row[0] > a[1].row[0];
			bad += x->chi2 < x->cut * (1 - 1e-12);
		}
		tree_free(&r);
		sparse_free(&t);
	}
	is_u64(bad, 0, "parents and children");
}

static void
tiny(void)
{
	struct sparse t;
	struct tree r;
	uint32_t v[] = {0, 1};

	sparse_begin(&t, 2);
	grow(&r, &t, 10);
	is_u64(r.n, 1, "no row: the root alone");
	tree_free(&r);
	for (size_t i = 0; i < 9; i++)
		sparse_ones(&t, v, 2);
	grow(&r, &t, 10);
	ok(r.n == 1 && r.node[0].closed, "equal rows: no split");
	tree_free(&r);
	sparse_ones(&t, v, 1);
	grow(&r, &t, 10);
	is_u64(r.n, 3, "one row that differs");
	tree_free(&r);
	sparse_free(&t);
}

int
main(void)
{
	unsigned bad = 0;

	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		bad += tree_loser(columns[i].n, columns[i].rows) !=
		    columns[i].loser;
	is_u64(bad, 0, "columns taken out");
	terminal();
	planted();
	order();
	tiny();
	return done();
}
