/* zero_one - random tables of 0 and 1 for the tests of reinert_*.h. */
#ifndef ZERO_ONE_H
#define ZERO_ONE_H

#include <stdint.h>
#include <stdlib.h>

#include "compare/common/sparse.h"
#include "lib/base/mem.h"

/* 0 .. n - 1 */
static inline uint32_t
draw(uint64_t *state, uint32_t n)
{
	*state = *state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (uint32_t)((*state >> 33) % n);
}

/* Every row and every column has a 1; about one cell in `sparse` more. */
static inline void
zero_one(
    struct sparse *t, uint64_t seed, uint32_t n, uint32_t m, uint32_t sparse)
{
	uint32_t *row = mem_new((size_t)m + n, sizeof(*row));
	uint64_t state = seed;

	sparse_begin(t, m);
	for (uint32_t i = 0; i < n; i++) {
		size_t k = 0;

		row[k++] = i % m;
		for (uint32_t j = 0; j < m; j++)
			if (draw(&state, sparse) == 0 || j % n == i)
				row[k++] = j;
		sparse_ones(t, row, k);
	}
	free(row);
}

/* n rows in turn of `groups` kinds, with `words` forms from the own of each
 * kind
 * (`own` columns) and now and then one of the common columns at the end. */
struct planted {
	uint32_t n;
	uint32_t groups;
	uint32_t own;
	uint32_t words;
	uint32_t common;
};

static inline void
plant(struct sparse *t, uint64_t seed, const struct planted *p)
{
	uint32_t *row = mem_new((size_t)p->words + 4, sizeof(*row));
	uint64_t state = seed;

	sparse_begin(t, p->groups * p->own + p->common);
	for (uint32_t i = 0; i < p->n; i++) {
		size_t k = 0;

		while (k < p->words)
			row[k++] =
			    i % p->groups * p->own + draw(&state, p->own);
		for (int j = 0; j < 3 && p->common > 0; j++)
			row[k++] = p->groups * p->own + draw(&state, p->common);
		sparse_ones(t, row, k);
	}
	free(row);
}

#endif
