#include "stress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	ROUNDS = 120
};

/* Between pieces, in edges: labels stand at their sides. */
static const struct svg_at gap = {1.7, 1.1};

#define NONE UINT32_MAX

struct net {
	uint32_t n;
	size_t *first; /* by node: its neighbours in near[] */
	uint32_t *near;
	uint32_t *queue;  /* of the search under way */
	uint32_t *parent; /* by node */
	uint32_t *depth;  /* NONE: not reached */
	struct svg_at *at;
};

/* A piece of the network: nodes that edges join. */
struct piece {
	uint32_t *node;
	uint32_t n;
	struct svg_box box;
};

static void
open_net(struct net *net, const struct stress_edge *edge, size_t n_edge)
{
	size_t *fill = mem_new(net->n, sizeof(*fill));

	net->first = mem_new((size_t)net->n + 1, sizeof(*net->first));
	net->near = mem_new(2 * n_edge, sizeof(*net->near));
	net->queue = mem_new(net->n, sizeof(*net->queue));
	net->parent = mem_new(net->n, sizeof(*net->parent));
	net->depth = mem_new(net->n, sizeof(*net->depth));
	for (size_t i = 0; i < n_edge; i++) {
		net->first[edge[i].from + 1]++;
		net->first[edge[i].to + 1]++;
	}
	for (uint32_t i = 0; i < net->n; i++) {
		net->first[i + 1] += net->first[i];
		fill[i] = net->first[i];
	}
	for (size_t i = 0; i < n_edge; i++) {
		net->near[fill[edge[i].from]++] = edge[i].to;
		net->near[fill[edge[i].to]++] = edge[i].from;
	}
	free(fill);
}

/* Breadth first from a node; returns how many are reached, in net->queue. */
static uint32_t
search(struct net *net, uint32_t from)
{
	uint32_t n = 1;

	memset(net->depth, 0xFF, net->n * sizeof(*net->depth));
	net->queue[0] = from;
	net->depth[from] = 0;
	net->parent[from] = NONE;
	for (uint32_t i = 0; i < n; i++) {
		const uint32_t k = net->queue[i];

		for (size_t e = net->first[k]; e < net->first[k + 1]; e++) {
			const uint32_t to = net->near[e];

			if (net->depth[to] != NONE)
				continue;
			net->depth[to] = net->depth[k] + 1;
			net->parent[to] = k;
			net->queue[n++] = to;
		}
	}
	return n;
}

/* The tree of the search under way in circles around its root, each branch
 * within an angle that fits its leaves. */
static void
lay_tree(struct net *net, uint32_t n)
{
	double *leaves = mem_new(net->n, sizeof(*leaves));
	double *from = mem_new(net->n, sizeof(*from));
	const double turn = 2 * acos(-1);

	for (uint32_t i = n; i-- > 0;) {
		const uint32_t k = net->queue[i];

		if (leaves[k] == 0)
			leaves[k] = 1;
		if (net->parent[k] != NONE)
			leaves[net->parent[k]] += leaves[k];
	}
	for (uint32_t i = 0; i < n; i++) {
		const uint32_t k = net->queue[i];
		const uint32_t up = net->parent[k];
		double angle;

		if (up == NONE) {
			net->at[k] = (struct svg_at){0, 0};
			continue;
		}
		angle = from[up] + leaves[k] / 2;
		from[k] = from[up];
		from[up] += leaves[k];
		angle *= turn / leaves[net->queue[0]];
		/* nodes on one line would never leave it */
		angle += 0.3 * fmod(i * 0.618, 1);
		/* the last digits of cos() are not the same everywhere */
		net->at[k].x = round(net->depth[k] * cos(angle) * 1e6) / 1e6;
		net->at[k].y = round(net->depth[k] * sin(angle) * 1e6) / 1e6;
	}
	free(leaves);
	free(from);
}

/* Moves node i to where the others would have it. */
static void
move(const struct net *net, const struct piece *p, const double *apart,
    uint32_t i)
{
	struct svg_at *at = &net->at[p->node[i]];
	struct svg_at sum = {0, 0};
	double weights = 0;

	for (uint32_t j = 0; j < p->n; j++) {
		const struct svg_at other = net->at[p->node[j]];
		const double d = apart[(size_t)i * p->n + j];
		const double dx = at->x - other.x;
		const double dy = at->y - other.y;
		const double length = sqrt(dx * dx + dy * dy);
		const double pull = length > 1e-9 ? d / length : 0;

		if (j == i)
			continue;
		sum.x += (other.x + pull * dx) / (d * d);
		sum.y += (other.y + pull * dy) / (d * d);
		weights += 1 / (d * d);
	}
	*at = (struct svg_at){sum.x / weights, sum.y / weights};
}

/* Turns a piece so that its longer side lies from left to right. */
static void
turn_piece(const struct net *net, const struct piece *p)
{
	double sum[3] = {0}; /* xx, yy, xy */
	struct svg_at mean = {0, 0};
	double angle;

	for (uint32_t i = 0; i < p->n; i++) {
		mean.x += net->at[p->node[i]].x / p->n;
		mean.y += net->at[p->node[i]].y / p->n;
	}
	for (uint32_t i = 0; i < p->n; i++) {
		const double x = net->at[p->node[i]].x - mean.x;
		const double y = net->at[p->node[i]].y - mean.y;

		sum[0] += x * x;
		sum[1] += y * y;
		sum[2] += x * y;
	}
	angle = -atan2(2 * sum[2], sum[0] - sum[1]) / 2;
	for (uint32_t i = 0; i < p->n; i++) {
		struct svg_at *at = &net->at[p->node[i]];
		const double x = at->x;

		at->x = x * cos(angle) - at->y * sin(angle);
		at->y = x * sin(angle) + at->y * cos(angle);
	}
}

static void
lay_piece(struct net *net, struct piece *p)
{
	double *apart = mem_new((size_t)p->n * p->n, sizeof(*apart));
	uint32_t root = p->node[0];

	for (uint32_t i = 0; i < p->n; i++) {
		const uint32_t k = p->node[i];

		if (net->first[k + 1] - net->first[k] >
		    net->first[root + 1] - net->first[root])
			root = k;
		(void)search(net, k);
		for (uint32_t j = 0; j < p->n; j++)
			apart[(size_t)i * p->n + j] =
			    (double)net->depth[p->node[j]];
	}
	lay_tree(net, search(net, root));
	for (int round = 0; round < ROUNDS && p->n > 2; round++)
		for (uint32_t i = 0; i < p->n; i++)
			move(net, p, apart, i);
	turn_piece(net, p);
	free(apart);
	p->box = (struct svg_box){HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
	for (uint32_t i = 0; i < p->n; i++) {
		const struct svg_at at = net->at[p->node[i]];

		p->box.x = fmin(p->box.x, at.x);
		p->box.y = fmin(p->box.y, at.y);
		p->box.w = fmax(p->box.w, at.x);
		p->box.h = fmax(p->box.h, at.y);
	}
	p->box.w -= p->box.x;
	p->box.h -= p->box.y;
}

static int
by_size(const void *a, const void *b)
{
	const struct piece *x = a;
	const struct piece *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return (x->node[0] > y->node[0]) - (x->node[0] < y->node[0]);
}

/* The largest above, the others in rows below it. */
static void
pack(struct net *net, struct piece *p, uint32_t n)
{
	double width = 0;
	double area = 0;
	double x = 0;
	double y = 0;
	double high = 0; /* of the row under way */

	for (uint32_t k = 0; k < n; k++) {
		width = fmax(width, p[k].box.w);
		area += (p[k].box.w + gap.x) * (p[k].box.h + gap.y);
	}
	width = fmax(width, sqrt(area * 4 / 3)); /* 4 wide, 3 high */
	for (uint32_t k = 0; k < n; k++) {
		if (x > 0 && x + p[k].box.w > width) {
			x = 0;
			y += high + gap.y;
			high = 0;
		}
		for (uint32_t i = 0; i < p[k].n; i++) {
			struct svg_at *at = &net->at[p[k].node[i]];

			at->x += x - p[k].box.x;
			at->y += y - p[k].box.y;
		}
		x += p[k].box.w + gap.x;
		high = fmax(high, p[k].box.h);
	}
}

void
stress_lay(struct svg_at *at, uint32_t n, const struct stress_edge *edge,
    size_t n_edge)
{
	struct net net = {.n = n, .at = at};
	struct piece *piece = mem_new(n, sizeof(*piece));
	bool *seen = mem_new(n, sizeof(*seen));
	uint32_t n_piece = 0;

	open_net(&net, edge, n_edge);
	for (uint32_t i = 0; i < n; i++) {
		struct piece *p = &piece[n_piece];

		if (seen[i])
			continue;
		p->n = search(&net, i);
		p->node = mem_new(p->n, sizeof(*p->node));
		memcpy(p->node, net.queue, p->n * sizeof(*p->node));
		for (uint32_t k = 0; k < p->n; k++)
			seen[p->node[k]] = true;
		lay_piece(&net, p);
		n_piece++;
	}
	if (n_piece > 0) {
		qsort(piece, n_piece, sizeof(*piece), by_size);
		pack(&net, piece, n_piece);
	}
	for (uint32_t k = 0; k < n_piece; k++)
		free(piece[k].node);
	free(piece);
	free(seen);
	free(net.first);
	free(net.near);
	free(net.queue);
	free(net.parent);
	free(net.depth);
}
