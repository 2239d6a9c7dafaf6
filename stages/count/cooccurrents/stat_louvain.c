#include "stat_louvain.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* A gain below this share of all weight is rounding. */
static const double least_gain = 1e-12;

struct end {
	uint32_t node;
	double weight;
};

/* The network of one level. */
struct net {
	uint32_t n;
	size_t *from; /* by node: its ends in end[], n + 1 of them */
	struct end *end;
	double *strength; /* by node, what is inside it twice */
	double total;     /* of the strengths */
};

struct groups {
	uint32_t *of;     /* by node */
	double *strength; /* by group */
	double *to;       /* by group: weight of the node's edges to it */
	uint32_t *near;   /* groups with such a weight */
	uint32_t n_near;
};

static void
net_free(struct net *w)
{
	free(w->from);
	free(w->end);
	free(w->strength);
}

/* From edges that may be there several times, or within a node. */
static void
net_open(struct net *w, const struct stat_edge *edge, size_t n_edge, uint32_t n)
{
	size_t *next = mem_new((size_t)n + 1, sizeof(*next));

	*w = (struct net){.n = n,
	    .from = mem_new((size_t)n + 1, sizeof(*w->from)),
	    .end = mem_new(2 * n_edge, sizeof(*w->end)),
	    .strength = mem_new(n, sizeof(*w->strength))};
	for (size_t i = 0; i < n_edge; i++)
		if (edge[i].a != edge[i].b) {
			w->from[edge[i].a + 1]++;
			w->from[edge[i].b + 1]++;
		}
	for (uint32_t i = 0; i < n; i++)
		w->from[i + 1] += w->from[i];
	memcpy(next, w->from, ((size_t)n + 1) * sizeof(*next));
	for (size_t i = 0; i < n_edge; i++) {
		const struct stat_edge *e = &edge[i];

		w->strength[e->a] += e->weight;
		w->strength[e->b] += e->weight;
		w->total += 2 * e->weight;
		if (e->a == e->b)
			continue;
		w->end[next[e->a]++] = (struct end){e->b, e->weight};
		w->end[next[e->b]++] = (struct end){e->a, e->weight};
	}
	free(next);
}

/* The weights of node i to the groups of its neighbours, and its own. */
static void
weigh(const struct net *w, struct groups *g, uint32_t i)
{
	g->n_near = 0;
	g->near[g->n_near++] = g->of[i];
	g->to[g->of[i]] = 0;
	for (size_t k = w->from[i]; k < w->from[i + 1]; k++) {
		uint32_t c = g->of[w->end[k].node];

		if (g->to[c] < 0) {
			g->near[g->n_near++] = c;
			g->to[c] = 0;
		}
		g->to[c] += w->end[k].weight;
	}
}

/* Moves a node to its best group; whether it went. */
static bool
move(const struct net *w, struct groups *g, uint32_t i)
{
	uint32_t own = g->of[i];
	uint32_t best = own;
	double stay;
	double most;

	weigh(w, g, i);
	g->strength[own] -= w->strength[i];
	stay = g->to[own] - w->strength[i] * g->strength[own] / w->total;
	most = stay;
	for (uint32_t k = 0; k < g->n_near; k++) {
		uint32_t c = g->near[k];
		double gain =
		    g->to[c] - w->strength[i] * g->strength[c] / w->total;

		if (gain > most || (gain == most && best != own && c < best)) {
			most = gain;
			best = c;
		}
		g->to[c] = -1;
	}
	if (most - stay <= least_gain * w->total)
		best = own;
	g->strength[best] += w->strength[i];
	g->of[i] = best;
	return best != own;
}

/* Groups get the numbers of their first nodes' order; how many there are. */
static uint32_t
number(uint32_t *of, uint32_t n)
{
	uint32_t *name = mem_new(n, sizeof(*name)); /* from 1 */
	uint32_t n_group = 0;

	for (uint32_t i = 0; i < n; i++) {
		if (name[of[i]] == 0)
			name[of[i]] = ++n_group;
		of[i] = name[of[i]] - 1;
	}
	free(name);
	return n_group;
}

/* of[] of the nodes; how many groups. */
static uint32_t
gather(const struct net *w, uint32_t *of)
{
	struct groups g = {.of = of,
	    .strength = mem_new(w->n, sizeof(*g.strength)),
	    .to = mem_new(w->n, sizeof(*g.to)),
	    .near = mem_new(w->n, sizeof(*g.near))};
	bool moved = true;

	for (uint32_t i = 0; i < w->n; i++) {
		of[i] = i;
		g.strength[i] = w->strength[i];
		g.to[i] = -1;
	}
	while (moved) {
		moved = false;
		for (uint32_t i = 0; i < w->n; i++)
			moved |= move(w, &g, i);
	}
	free(g.strength);
	free(g.to);
	free(g.near);
	return number(of, w->n);
}

uint32_t
stat_louvain(
    const struct stat_edge *edge, size_t n_edge, uint32_t n, uint32_t *group)
{
	struct stat_edge *now = mem_new(n_edge, sizeof(*now));
	uint32_t *of = mem_new(n, sizeof(*of));
	uint32_t n_node = n;
	uint32_t n_group;

	if (n_edge > 0)
		memcpy(now, edge, n_edge * sizeof(*now));
	for (uint32_t i = 0; i < n; i++)
		group[i] = i;
	for (;;) {
		struct net w;

		net_open(&w, now, n_edge, n_node);
		n_group = gather(&w, of);
		net_free(&w);
		if (n_group == n_node)
			break;
		for (uint32_t i = 0; i < n; i++)
			group[i] = of[group[i]];
		for (size_t i = 0; i < n_edge; i++) {
			now[i].a = of[now[i].a];
			now[i].b = of[now[i].b];
		}
		n_node = n_group;
	}
	free(now);
	free(of);
	return n_group;
}

double
stat_modularity(const struct stat_edge *edge, size_t n_edge, uint32_t n,
    const uint32_t *group)
{
	double *strength = mem_new(n, sizeof(*strength));
	double inside = 0;
	double total = 0;
	double by_chance = 0;

	for (size_t i = 0; i < n_edge; i++) {
		total += 2 * edge[i].weight;
		strength[group[edge[i].a]] += edge[i].weight;
		strength[group[edge[i].b]] += edge[i].weight;
		if (group[edge[i].a] == group[edge[i].b])
			inside += 2 * edge[i].weight;
	}
	for (uint32_t k = 0; k < n; k++)
		by_chance += strength[k] / total * (strength[k] / total);
	free(strength);
	return total > 0 ? inside / total - by_chance : (double)NAN;
}
