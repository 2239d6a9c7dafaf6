#include "stat_tree.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "compare/common/triangle.h"
#include "lib/base/mem.h"

/* A node stands in the slot of its first item. */
struct slots {
	double *d;
	uint32_t n;
	enum stat_linkage method;
	uint32_t *node; /* UINT32_MAX: taken into another slot */
	uint32_t *size;
	uint32_t *next; /* nearest one behind it, UINT32_MAX if there is none */
	double *least;  /* its distance */
};

static double *
at(const struct slots *s, uint32_t i, uint32_t j)
{
	return &s->d[i < j ? triangle_at(s->n, i, j) : triangle_at(s->n, j, i)];
}

static void
find_next(struct slots *s, uint32_t i)
{
	const double *row = i + 1 < s->n ? at(s, i, i + 1) : NULL;

	s->next[i] = UINT32_MAX;
	for (uint32_t j = i + 1; j < s->n; j++, row++)
		if (s->node[j] != UINT32_MAX &&
		    (s->next[i] == UINT32_MAX || *row < s->least[i])) {
			s->next[i] = j;
			s->least[i] = *row;
		}
}

/* The distance of slot k from i and j together; of squares for Ward. */
static double
lance_williams(const struct slots *s, uint32_t i, uint32_t j, uint32_t k)
{
	double n_i = s->size[i];
	double n_j = s->size[j];
	double n_k = s->size[k];
	double ik = *at(s, i, k);
	double jk = *at(s, j, k);

	switch (s->method) {
	case STAT_WARD:
		return ((n_i + n_k) * ik + (n_j + n_k) * jk -
			   n_k * *at(s, i, j)) /
		    (n_i + n_j + n_k);
	case STAT_AVERAGE:
		return (n_i * ik + n_j * jk) / (n_i + n_j);
	case STAT_COMPLETE:
	default:
		return fmax(ik, jk);
	}
}

/* Slot j goes into slot i < j; the nearest ones stay true. */
static void
unite(struct slots *s, uint32_t i, uint32_t j, uint32_t node)
{
	for (uint32_t k = 0; k < s->n; k++)
		if (k != i && k != j && s->node[k] != UINT32_MAX)
			*at(s, i, k) = lance_williams(s, i, j, k);
	s->size[i] += s->size[j];
	s->node[i] = node;
	s->node[j] = UINT32_MAX;
	for (uint32_t k = 0; k < j; k++) {
		if (s->node[k] == UINT32_MAX)
			continue;
		if (k == i || s->next[k] == i || s->next[k] == j)
			find_next(s, k);
		else if (k < i &&
		    (*at(s, k, i) < s->least[k] ||
			(*at(s, k, i) <= s->least[k] && i < s->next[k]))) {
			s->next[k] = i;
			s->least[k] = *at(s, k, i);
		}
	}
}

static uint32_t
find_nearest(const struct slots *s)
{
	uint32_t best = UINT32_MAX;

	for (uint32_t i = 0; i < s->n; i++)
		if (s->node[i] != UINT32_MAX && s->next[i] != UINT32_MAX &&
		    (best == UINT32_MAX || s->least[i] < s->least[best]))
			best = i;
	return best;
}

/* Two branches make up a height, and rounding no negative one. */
static double
length(const struct slots *s, const struct stat_merge *m, uint32_t k,
    uint32_t below)
{
	double h = below < s->n ? 0 : m[below - s->n].height;

	return fmax(m[k].height - h, 0) / 2;
}

static void
set_lengths(const struct slots *s, struct stat_merge *m, uint32_t k)
{
	if (s->method == STAT_WARD)
		m[k].height = sqrt(fmax(m[k].height, 0));
	m[k].left_length = length(s, m, k, m[k].left);
	m[k].right_length = length(s, m, k, m[k].right);
}

void
stat_tree_linkage(
    double *d, uint32_t n, enum stat_linkage method, struct stat_merge *m)
{
	struct slots s = {.d = d, .n = n, .method = method};

	s.node = mem_new(n, sizeof(*s.node));
	s.size = mem_new(n, sizeof(*s.size));
	s.next = mem_new(n, sizeof(*s.next));
	s.least = mem_new(n, sizeof(*s.least));
	if (method == STAT_WARD)
		for (size_t k = 0; k < (size_t)n * (n - (n > 0)) / 2; k++)
			d[k] *= d[k];
	for (uint32_t i = 0; i < n; i++) {
		s.node[i] = i;
		s.size[i] = 1;
	}
	for (uint32_t i = 0; i < n; i++)
		find_next(&s, i);
	for (uint32_t k = 0; k + 1 < n; k++) {
		uint32_t i = find_nearest(&s);
		uint32_t j = s.next[i];

		m[k] = (struct stat_merge){.left = s.node[i],
		    .right = s.node[j],
		    .size = s.size[i] + s.size[j],
		    .height = s.least[i]};
		set_lengths(&s, m, k);
		unite(&s, i, j, n + k);
	}
	free(s.node);
	free(s.size);
	free(s.next);
	free(s.least);
}

void
stat_tree_cut(
    const struct stat_merge *m, uint32_t n, uint32_t k, uint32_t *group)
{
	uint32_t n_node = 2 * n - (n > 0);
	uint32_t *up = mem_new(n_node, sizeof(*up));
	uint32_t *number = mem_new(n_node, sizeof(*number));
	uint32_t n_group = 0;

	for (uint32_t i = 0; i < n_node; i++)
		up[i] = i;
	/* from the root down: a node has its group's topmost node above it */
	for (uint32_t i = n - k; i-- > 0;) {
		up[m[i].left] = up[n + i];
		up[m[i].right] = up[n + i];
	}
	for (uint32_t i = 0; i < n; i++) {
		if (number[up[i]] == 0)
			number[up[i]] = ++n_group;
		group[i] = number[up[i]] - 1;
	}
	free(up);
	free(number);
}
