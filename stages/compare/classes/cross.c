#include "cross.h"

#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/stat/keyness.h"

/* 5 % of one degree of freedom, as IRaMuTeQ has it. */
static const double tied = 3.84;

/* By node the segments below it, from those of the nodes where each segment
 * ends up. */
static uint32_t *
last_node(const struct reinert_tree *r, const uint32_t *of, uint32_t n)
{
	uint32_t *of_row = mem_new(r->t->n_row, sizeof(*of_row));
	uint32_t *last = mem_new(n, sizeof(*last));

	for (uint32_t i = 0; i < r->n; i++)
		for (uint32_t k = 0; k < r->node[i].n_row; k++)
			of_row[r->node[i].row[k]] = i;
	for (uint32_t i = 0; i < n; i++)
		last[i] = of_row[of[i]];
	free(of_row);
	return last;
}

/* Segments in node i of the first and j of the second tree, all i and j. */
static uint32_t *
count(const struct reinert_cross *x)
{
	const struct reinert_tree *a = x->tree[0];
	const struct reinert_tree *b = x->tree[1];
	uint32_t *last[2];
	uint32_t *n = mem_new((size_t)a->n * b->n, sizeof(*n));

	last[0] = last_node(a, x->of[0], x->n);
	last[1] = last_node(b, x->of[1], x->n);
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
related(const struct reinert_tree *r, uint32_t a, uint32_t b)
{
	return reinert_tree_above(r, a, b) || reinert_tree_above(r, b, a);
}

static bool
is_free(const struct reinert_cross *x, const struct reinert_pair *taken,
    uint32_t n, int k, uint32_t node)
{
	for (uint32_t i = 0; i < n; i++)
		if (related(x->tree[k], taken[i].node[k], node))
			return false;
	return true;
}

struct reinert_pair *
reinert_cross_pairs(const struct reinert_cross *x, uint32_t *n_pair)
{
	const struct reinert_tree *a = x->tree[0];
	const struct reinert_tree *b = x->tree[1];
	uint32_t *n = count(x);
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
