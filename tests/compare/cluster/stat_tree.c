/* stat_tree - against R, published trees, and by properties over many random
 * matrices. */
#include "compare/cluster/stat_tree.h"
#include "compare/common/triangle.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	MOST = 24,
	CELLS = MOST * (MOST - 1) / 2,
	NODES = 2 * MOST - 1,
	SEEDS = 200
};

static const char *const linkages[] = {"ward", "average", "complete"};

/* ---- published ---- */

/* R: m <- matrix(0, 6, 6); m[lower.tri(m)] <- c(...)
 * h <- hclust(as.dist(m), "ward.D2"); h$merge; h$height */
static void
test_hclust(void)
{
	static const double d[] = {.31, .42, .58, .23, .77, .35, .61, .29, .7,
	    .44, .38, .52, .66, .81, .12};
	static const double height[][5] = {
	    {.12, .31, 0.40894172363960773, 0.62065825271776298,
		0.82644822382691752},
	    {.12, .31, .385, 0.48166666666666669, .62},
	    {.12, .31, .42, .61, .81}};
	/* by the left and the right node; 6 is the first merge */
	static const uint32_t pair[][10] = {{4, 5, 0, 1, 7, 2, 8, 3, 9, 6},
	    {4, 5, 0, 1, 7, 2, 8, 6, 9, 3}, {4, 5, 0, 1, 7, 2, 8, 3, 9, 6}};
	struct stat_merge m[5];
	double copy[15];

	for (int k = 0; k < 3; k++) {
		printf("# %s\n", linkages[k]);
		memcpy(copy, d, sizeof(d));
		stat_tree_linkage(copy, 6, (enum stat_linkage)k, m);
		for (size_t i = 0; i < 5; i++) {
			near(m[i].height, height[k][i], 1e-12, "height");
			ok(m[i].left == pair[k][2 * i] &&
				m[i].right == pair[k][2 * i + 1],
			    "merge");
		}
	}
}

/* The five taxa of the article Neighbor joining in Wikipedia: its tree has
 * the branches a 2, b 3, c 4, d 2, e 1, and 3 and 2 inside. */
static void
test_taxa(void)
{
	double d[] = {5, 9, 9, 8, 10, 10, 9, 8, 7, 3};
	struct stat_merge m[4];

	stat_tree_nj(d, 5, m);
	ok(m[0].left == 0 && m[0].right == 1, "a and b are joined first");
	near(m[0].left_length, 2, 1e-15, "a");
	near(m[0].right_length, 3, 1e-15, "b");
	ok(m[1].left == 5 && m[1].right == 2, "c is next");
	near(m[1].left_length, 3, 1e-15, "inside");
	near(m[1].right_length, 4, 1e-15, "c");
	ok(m[2].left == 6 && m[2].right == 3, "then d");
	near(m[2].left_length, 2, 1e-15, "inside");
	near(m[2].right_length, 2, 1e-15, "d");
	near(m[3].left_length, 0, 0, "the last one has no branch at the left");
	near(m[3].right_length, 1, 1e-15, "e");
	ok(isnan(m[3].height) && m[3].size == 5, "no height");
}

/* ---- properties ---- */

/* The branch above each node. */
struct branch {
	uint32_t up;
	double length;
};

/* Length of the path between two items. */
static double
path(const struct branch *above, uint32_t root, uint32_t i, uint32_t j)
{
	double way[NODES]; /* from i to the nodes above it, -1 elsewhere */
	double d = 0;

	for (uint32_t k = 0; k <= root; k++)
		way[k] = -1;
	for (way[i] = 0; i != root; i = above[i].up)
		way[above[i].up] = way[i] + above[i].length;
	for (; way[j] < 0; j = above[j].up)
		d += above[j].length;
	return d + way[j];
}

/* Those between all items. */
static void
paths(const struct stat_merge *m, uint32_t n, double *to)
{
	struct branch above[NODES];

	for (uint32_t k = 0; k + 1 < n; k++) {
		above[m[k].left] = (struct branch){n + k, m[k].left_length};
		above[m[k].right] = (struct branch){n + k, m[k].right_length};
	}
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = i + 1; j < n; j++)
			to[triangle_at(n, i, j)] = path(above, 2 * n - 2, i, j);
}

/* A random tree: merges of random nodes with branches of random lengths. */
static void
random_tree(struct stat_rng *r, uint32_t n, struct stat_merge *m)
{
	uint32_t node[MOST];

	for (uint32_t i = 0; i < n; i++)
		node[i] = i;
	for (uint32_t k = 0; k + 1 < n; k++) {
		uint32_t left = stat_rng_below(r, n - k);
		uint32_t right = stat_rng_below(r, n - k - 1);

		m[k] = (struct stat_merge){.left = node[left],
		    .left_length = 1 + stat_rng_below(r, 999) / 7.,
		    .right_length = 1 + stat_rng_below(r, 999) / 7.};
		node[left] = node[n - k - 1];
		m[k].right = node[right];
		node[right] = n + k;
	}
}

/* Its distances are those of the tree that they came from. */
static bool
joins_back(uint32_t seed)
{
	struct stat_rng r;
	struct stat_merge m[MOST];
	double want[CELLS] = {0};
	double got[CELLS] = {0};
	double d[CELLS];
	uint32_t n;
	bool good = true;

	stat_rng_open(&r, seed, "tree", 4);
	n = 2 + stat_rng_below(&r, MOST - 1);
	random_tree(&r, n, m);
	paths(m, n, want);
	memcpy(d, want, sizeof(d));
	stat_tree_nj(d, n, m);
	paths(m, n, got);
	for (size_t k = 0; k < (size_t)n * (n - 1) / 2; k++)
		good = good && fabs(got[k] - want[k]) <= 1e-9 * want[k];
	return good;
}

/* Groups by definition: look at all pairs for each merge. */
struct groups {
	double d[MOST][MOST]; /* squares for Ward */
	double size[MOST];    /* 0: gone into another */
	uint32_t n;
	int method;
};

static void
nearest(const struct groups *g, uint32_t *a, uint32_t *b)
{
	double best = HUGE_VAL;

	*a = *b = 0;
	for (uint32_t i = 0; i < g->n; i++)
		for (uint32_t j = i + 1; j < g->n; j++)
			if (g->size[i] > 0 && g->size[j] > 0 &&
			    g->d[i][j] < best) {
				best = g->d[i][j];
				*a = i;
				*b = j;
			}
}

/* Of group i from a and b together. */
static double
united(const struct groups *g, uint32_t a, uint32_t b, uint32_t i)
{
	double x = g->d[a][i];
	double y = g->d[b][i];
	double n_a = g->size[a];
	double n_b = g->size[b];
	double n_i = g->size[i];

	if (g->method == 0)
		return ((n_a + n_i) * x + (n_b + n_i) * y - n_i * g->d[a][b]) /
		    (n_a + n_b + n_i);
	return g->method == 1 ? (n_a * x + n_b * y) / (n_a + n_b) : fmax(x, y);
}

/* Joins the nearest two; m gets the slots of both. */
static void
join_nearest(struct groups *g, struct stat_merge *m)
{
	uint32_t a;
	uint32_t b;

	nearest(g, &a, &b);
	*m = (struct stat_merge){.left = a,
	    .right = b,
	    .height = g->method == 0 ? sqrt(fmax(g->d[a][b], 0)) : g->d[a][b]};
	for (uint32_t i = 0; i < g->n; i++)
		if (g->size[i] > 0 && i != a && i != b)
			g->d[i][a] = g->d[a][i] = united(g, a, b, i);
	g->size[a] += g->size[b];
	g->size[b] = 0;
}

/* The item that a node stands at. */
static uint32_t
first_item(const struct stat_merge *m, uint32_t n, uint32_t node)
{
	while (node >= n)
		node = m[node - n].left;
	return node;
}

/* Small whole distances, so that many are equal. */
static bool
links_as_defined(uint32_t seed, int method)
{
	struct groups g = {.method = method};
	struct stat_rng r;
	struct stat_merge m[MOST];
	double d[CELLS];
	bool good = true;

	stat_rng_open(&r, seed, "linkage", 7);
	g.n = 2 + stat_rng_below(&r, MOST - 1);
	for (uint32_t i = 0; i < g.n; i++) {
		g.size[i] = 1;
		for (uint32_t j = i + 1; j < g.n; j++) {
			double v = stat_rng_below(&r, 2 + seed);

			d[triangle_at(g.n, i, j)] = v;
			g.d[i][j] = g.d[j][i] = method == 0 ? v * v : v;
		}
	}
	stat_tree_linkage(d, g.n, (enum stat_linkage)method, m);
	for (uint32_t k = 0; k + 1 < g.n; k++) {
		struct stat_merge want;

		join_nearest(&g, &want);
		good = good &&
		    fabs(m[k].height - want.height) <= 1e-12 * want.height &&
		    first_item(m, g.n, m[k].left) == want.left &&
		    first_item(m, g.n, m[k].right) == want.right;
	}
	return good;
}

/* Cut at k groups, the items under one of the k topmost nodes are together. */
static bool
cuts(uint32_t seed)
{
	struct stat_rng r;
	struct stat_merge m[MOST];
	double d[CELLS];
	uint32_t group[MOST];
	uint32_t n;
	bool good = true;

	stat_rng_open(&r, seed, "cut", 3);
	n = 2 + stat_rng_below(&r, MOST - 1);
	for (size_t k = 0; k < (size_t)n * (n - 1) / 2; k++)
		d[k] = stat_rng_below(&r, 1000);
	stat_tree_linkage(d, n, STAT_AVERAGE, m);
	for (uint32_t k = 1; k <= n; k++) {
		uint32_t largest = 0;

		stat_tree_cut(m, n, k, group);
		for (uint32_t i = 0; i < n; i++) {
			good = good && group[i] <= largest + (i > 0);
			largest = group[i] > largest ? group[i] : largest;
		}
		good = good && group[0] == 0 && largest == k - 1;
		for (uint32_t i = 0; i + k < n; i++)
			good = good &&
			    group[first_item(m, n, m[i].left)] ==
				group[first_item(m, n, m[i].right)];
	}
	return good;
}

static void
test_random(void)
{
	bool joined = true;
	bool linked[3] = {true, true, true};
	bool cut = true;

	for (uint32_t seed = 0; seed < SEEDS; seed++) {
		joined = joined && joins_back(seed);
		cut = cut && cuts(seed);
		for (int k = 0; k < 3; k++)
			linked[k] = linked[k] && links_as_defined(seed, k);
	}
	ok(joined, "neighbour joining finds the tree of additive distances");
	ok(cut, "groups are whole, numbered by their first items");
	for (int k = 0; k < 3; k++)
		ok(linked[k], linkages[k]);
}

static void
test_small(void)
{
	struct stat_merge m[1];
	double d[1] = {3};
	uint32_t group[1] = {7};

	stat_tree_linkage(NULL, 0, STAT_WARD, m);
	stat_tree_nj(NULL, 0, m);
	stat_tree_linkage(d, 1, STAT_WARD, m);
	stat_tree_nj(d, 1, m);
	stat_tree_cut(m, 1, 1, group);
	is_u64(group[0], 0, "one item, one group");
	stat_tree_nj(d, 2, m);
	near(m[0].left_length, 1.5, 0, "two items, joined half way");
	near(m[0].right_length, 1.5, 0, "two items, joined half way");
	d[0] = 3;
	stat_tree_linkage(d, 2, STAT_WARD, m);
	near(m[0].height, 3, 1e-15, "two items, Ward");
	near(m[0].left_length, 1.5, 1e-15, "paths are heights");
}

int
main(void)
{
	test_hclust();
	test_taxa();
	test_small();
	test_random();
	return done();
}
