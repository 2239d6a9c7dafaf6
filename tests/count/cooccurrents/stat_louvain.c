/* stat_louvain - against the best of all groupings of small networks, and the
 * modularity of R's igraph. */
#include <stdlib.h>

#include "count/cooccurrents/stat_louvain.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	NODES = 8,
	RING = 60
};

/* The greatest modularity of all groupings of n nodes from node i on, as
 * group numbers that rise by one at most. */
static double
best_of_all(const struct stat_edge *e, size_t n_edge, uint32_t *group,
    uint32_t i, uint32_t n_group)
{
	double best = -1;

	if (i == NODES)
		return stat_modularity(e, n_edge, NODES, group);
	for (uint32_t k = 0; k <= n_group; k++) {
		double q;

		group[i] = k;
		q = best_of_all(
		    e, n_edge, group, i + 1, n_group + (k == n_group));
		best = q > best ? q : best;
	}
	return best;
}

/* Two rings of four with one edge between. */
static void
check_rings(void)
{
	const struct stat_edge e[] = {{0, 2, 1}, {2, 4, 1}, {4, 6, 1},
	    {0, 6, 1}, {1, 3, 1}, {3, 5, 1}, {5, 7, 1}, {1, 7, 1}, {0, 1, 1}};
	uint32_t group[NODES];
	uint32_t other[NODES];
	uint32_t n = stat_louvain(e, 9, NODES, group);

	ok(n == 2, "two groups");
	for (uint32_t i = 0; i < NODES; i++)
		ok(group[i] == i % 2, "a node and its group");
	near(stat_modularity(e, 9, NODES, group),
	    best_of_all(e, 9, other, 0, 0), 1e-15, "the best of all");
	/* R: g <- graph_from_edgelist(...); modularity(g, c(1, 2, 1, 2, ...))
	 */
	near(stat_modularity(e, 9, NODES, group), 8.0 / 9 - 0.5, 1e-15,
	    "8 of 9 edges inside, less the half");
}

/* Small networks by lot: never above the best, and seldom below. */
static void
check_small(void)
{
	struct stat_rng r;
	unsigned n_best = 0;
	bool bounded = true;

	stat_rng_open(&r, 1, "louvain", 7);
	for (int run = 0; run < 40; run++) {
		struct stat_edge e[NODES * NODES];
		uint32_t group[NODES];
		uint32_t other[NODES];
		size_t n = 0;
		double q;
		double best;

		for (uint32_t i = 0; i < NODES; i++)
			for (uint32_t j = i + 1; j < NODES; j++)
				if (stat_rng_below(&r, 3) == 0)
					e[n++] = (struct stat_edge){
					    i, j, 1 + stat_rng_below(&r, 5)};
		if (n == 0)
			continue;
		(void)stat_louvain(e, n, NODES, group);
		q = stat_modularity(e, n, NODES, group);
		best = best_of_all(e, n, other, 0, 0);
		bounded &= q <= best + 1e-12;
		n_best += q >= best - 1e-12;
	}
	ok(bounded, "no grouping is better than the best");
	ok(n_best >= 28, "most are the best");
}

/* Twenty triangles in a ring (Fortunato & Barthelemy 2007). */
static void
check_triangles(void)
{
	struct stat_edge e[4 * RING / 3];
	uint32_t group[RING];
	size_t n = 0;
	bool whole = true;

	for (uint32_t i = 0; i < RING; i += 3) {
		e[n++] = (struct stat_edge){i, i + 1, 1};
		e[n++] = (struct stat_edge){i, i + 2, 1};
		e[n++] = (struct stat_edge){i + 1, i + 2, 1};
		e[n++] = (struct stat_edge){i + 2, (i + 3) % RING, 1};
	}
	(void)stat_louvain(e, n, RING, group);
	for (uint32_t i = 0; i < RING; i += 3)
		whole &= group[i] == group[i + 1] && group[i] == group[i + 2];
	ok(whole, "no triangle is cut");
}

int
main(void)
{
	uint32_t group[2];

	check_rings();
	check_small();
	check_triangles();
	ok(stat_louvain(NULL, 0, 2, group) == 2 && group[1] == 1,
	    "without edges each node stands alone");
	ok(isnan(stat_modularity(NULL, 0, 2, group)), "and there is no figure");
	return done();
}
