#include <math.h>
#include <stdlib.h>

#include "compare/common/triangle.h"
#include "lib/base/mem.h"
#include "stat_tree.h"

/* A node stands in the slot of its first item; the slots still in use are
 * listed in their order. */
struct slots {
	double *d;
	uint32_t n;
	uint32_t *use;
	uint32_t n_use;
	uint32_t *node;
	uint32_t *size;
	double *sum;   /* of its distances */
	double *least; /* none behind it is nearer: distances only fall away */
	double tie;
};

static double *
at(const struct slots *s, uint32_t i, uint32_t j)
{
	return &s->d[i < j ? triangle_at(s->n, i, j) : triangle_at(s->n, j, i)];
}

static void
open_slots(struct slots *s)
{
	double max = 0;

	s->use = mem_new(s->n, sizeof(*s->use));
	s->node = mem_new(s->n, sizeof(*s->node));
	s->size = mem_new(s->n, sizeof(*s->size));
	s->sum = mem_new(s->n, sizeof(*s->sum));
	s->least = mem_new(s->n, sizeof(*s->least));
	s->n_use = s->n;
	for (uint32_t i = 0; i < s->n; i++) {
		s->use[i] = i;
		s->node[i] = i;
		s->size[i] = 1;
		s->least[i] = HUGE_VAL;
		for (uint32_t j = 0; j < s->n; j++) {
			if (j == i)
				continue;
			s->sum[i] += *at(s, i, j);
			max = fmax(max, *at(s, i, j));
			if (j > i)
				s->least[i] = fmin(s->least[i], *at(s, i, j));
		}
	}
	s->tie = 1e-12 * max * s->n;
}

/* The pair of least (m - 2) d(i, j) - sum(i) - sum(j), as places in use. */
static void
find_pair(const struct slots *s, uint32_t *a, uint32_t *b)
{
	double m = s->n_use - 2;
	double best = HUGE_VAL;
	double largest = 0;

	for (uint32_t k = 0; k < s->n_use; k++)
		largest = k == 0 ? s->sum[s->use[k]]
				 : fmax(largest, s->sum[s->use[k]]);
	for (uint32_t x = 0; x + 1 < s->n_use; x++) {
		uint32_t i = s->use[x];
		const double *row = &s->d[triangle_at(s->n, i, i + 1)];

		if (m * s->least[i] - s->sum[i] - largest >= best)
			continue;
		for (uint32_t y = x + 1; y < s->n_use; y++) {
			uint32_t j = s->use[y];
			double q = m * row[j - i - 1] - s->sum[i] - s->sum[j];

			if (q < best - s->tie) {
				best = q;
				*a = x;
				*b = y;
			}
		}
	}
}

/* The node of place b goes into that of place a < b. */
static void
unite(struct slots *s, uint32_t a, uint32_t b, uint32_t node)
{
	uint32_t i = s->use[a];
	uint32_t j = s->use[b];
	double ij = *at(s, i, j);

	s->sum[i] = 0;
	s->least[i] = HUGE_VAL;
	for (uint32_t x = 0; x < s->n_use; x++) {
		uint32_t k = s->use[x];
		double *ik;
		double d;

		if (x == a || x == b)
			continue;
		ik = at(s, i, k);
		d = (*ik + *at(s, j, k) - ij) / 2;
		s->sum[k] += d - *ik - *at(s, j, k);
		s->sum[i] += d;
		*ik = d;
		if (k < i)
			s->least[k] = fmin(s->least[k], d);
		else
			s->least[i] = fmin(s->least[i], d);
	}
	s->node[i] = node;
	s->size[i] += s->size[j];
	s->n_use--;
	for (uint32_t x = b; x < s->n_use; x++)
		s->use[x] = s->use[x + 1];
}

static void
join(struct slots *s, uint32_t k, struct stat_merge *m)
{
	uint32_t a = 0;
	uint32_t b = 1;
	uint32_t i;
	uint32_t j;
	double d;

	if (s->n_use > 3) /* any two of three are the same */
		find_pair(s, &a, &b);
	i = s->use[a];
	j = s->use[b];
	d = *at(s, i, j);
	m[k] = (struct stat_merge){.left = s->node[i],
	    .right = s->node[j],
	    .size = s->size[i] + s->size[j],
	    .height = (double)NAN};
	if (s->n_use > 2)
		m[k].left_length =
		    (d + (s->sum[i] - s->sum[j]) / (s->n_use - 2)) / 2;
	else if (s->n == 2)
		m[k].left_length = d / 2;
	m[k].right_length = d - m[k].left_length;
	unite(s, a, b, s->n + k);
}

void
stat_tree_nj(double *d, uint32_t n, struct stat_merge *m)
{
	struct slots s = {.d = d, .n = n};

	open_slots(&s);
	for (uint32_t k = 0; k + 1 < n; k++)
		join(&s, k, m);
	free(s.use);
	free(s.node);
	free(s.size);
	free(s.sum);
	free(s.least);
}
