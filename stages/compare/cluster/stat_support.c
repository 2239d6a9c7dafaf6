#include "stat_support.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

/* Steele, Lea & Flood's SplitMix64 (2014): sums of such numbers are as good as
 * never the same for two sets. */
static uint64_t
number_of(uint64_t i)
{
	uint64_t z = (i + 1) * UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

static void
fill_sets(
    const struct stat_support *s, const struct stat_merge *m, uint64_t *set)
{
	const uint32_t n = s->n;
	uint64_t all = 0;

	for (uint32_t i = 0; i < n; i++)
		all += s->item[i];
	for (uint32_t k = 0; k + 1 < n; k++) {
		uint32_t l = m[k].left;
		uint32_t r = m[k].right;

		set[k] = (l < n ? s->item[l] : set[l - n]) +
		    (r < n ? s->item[r] : set[r - n]);
	}
	for (uint32_t k = 0; k + 1 < n; k++)
		if (m[k].size == n || (s->unrooted && m[k].size + 1 == n))
			set[k] = 0;
		else if (s->unrooted && set[k] > all - set[k])
			set[k] = all - set[k];
}

struct placed {
	uint64_t set;
	uint32_t node;
};

static int
by_set(const void *a, const void *b)
{
	const struct placed *x = a;
	const struct placed *y = b;

	if (x->set != y->set)
		return x->set < y->set ? -1 : 1;
	return (x->node > y->node) - (x->node < y->node);
}

static int
by_number(const void *a, const void *b)
{
	const uint64_t *x = a;
	const uint64_t *y = b;

	return (*x > *y) - (*x < *y);
}

void
stat_support_open(struct stat_support *s, const struct stat_merge *m,
    uint32_t n, bool unrooted)
{
	struct placed *v = mem_new(n, sizeof(*v));

	*s = (struct stat_support){.n = n, .unrooted = unrooted};
	s->item = mem_new(n, sizeof(*s->item));
	s->set = mem_new(n, sizeof(*s->set));
	s->by_set = mem_new(n, sizeof(*s->by_set));
	s->other = mem_new(n, sizeof(*s->other));
	s->times = mem_new(n, sizeof(*s->times));
	for (uint32_t i = 0; i < n; i++)
		s->item[i] = number_of(i);
	fill_sets(s, m, s->set);
	for (uint32_t k = 0; k + 1 < n; k++)
		v[k] = (struct placed){s->set[k], k};
	if (n > 2)
		qsort(v, n - 1, sizeof(*v), by_set);
	for (uint32_t k = 0; k + 1 < n; k++)
		s->by_set[k] = v[k].node;
	free(v);
}

void
stat_support_close(struct stat_support *s)
{
	free(s->item);
	free(s->set);
	free(s->by_set);
	free(s->other);
	free(s->times);
	*s = (struct stat_support){0};
}

/* Both in the order of their sets; a set may stand twice in an unrooted one. */
void
stat_support_add(struct stat_support *s, const struct stat_merge *m)
{
	uint32_t n = s->n > 0 ? s->n - 1 : 0;
	uint32_t i = 0;

	fill_sets(s, m, s->other);
	if (n > 1)
		qsort(s->other, n, sizeof(*s->other), by_number);
	for (uint32_t k = 0; k < n; k++) {
		uint64_t set = s->set[s->by_set[k]];

		while (i < n && s->other[i] < set)
			i++;
		s->times[s->by_set[k]] += i < n && s->other[i] == set;
	}
	s->n_tree++;
}

double
stat_support_of(const struct stat_support *s, uint32_t k)
{
	if (s->set[k] == 0 || s->n_tree == 0)
		return (double)NAN;
	return (double)s->times[k] / (double)s->n_tree;
}
