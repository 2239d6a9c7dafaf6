#include "correct.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	BLOCK = 128 /* of those looked for at once */
};

struct found {
	double ln_p;
	double ln_q;
};

/* Numbers in the falling order of doubles; -0 is 0. */
static uint64_t
key_of(double x)
{
	uint64_t v;

	x += 0.0;
	memcpy(&v, &x, sizeof(v));
	return v >> 63 != 0 ? v : ~(v | UINT64_C(1) << 63);
}

static double
value_of(uint64_t key)
{
	double x;

	if (key >> 63 == 0)
		key = ~key & ~(UINT64_C(1) << 63);
	memcpy(&x, &key, sizeof(x));
	return x;
}

void
correct_open(struct correct *c, size_t room)
{
	*c = (struct correct){0};
	sorter_open(&c->tests, 2, 1, room);
	spool_open(&c->found, room);
}

void
correct_add(struct correct *c, double ln_p, uint64_t n)
{
	uint64_t *to;

	if (isnan(ln_p))
		return;
	c->n += n;
	if (ln_p >= 0) {
		c->n_one += n;
		return;
	}
	to = sorter_add(&c->tests);
	to[0] = key_of(ln_p);
	to[1] = n;
}

static void
put(struct correct *c, double ln_p, double ln_q)
{
	struct found x = {ln_p, ln_q};

	if (c->found.size % (BLOCK * sizeof(x)) == 0) {
		c->every = mem_grow(
		    c->every, &c->cap, c->n_block + 1, sizeof(*c->every));
		c->every[c->n_block++] = ln_p;
	}
	spool_put(&c->found, &x, sizeof(x));
}

void
correct_finish(struct correct *c)
{
	/* of the last test that has this p */
	uint64_t rank = c->n - c->n_one;
	double least = 0;
	const uint64_t *r;

	if (c->n_one > 0)
		put(c, 0, 0);
	sorter_finish(&c->tests);
	r = sorter_next(&c->tests);
	while (r != NULL) {
		uint64_t key = r[0];
		uint64_t n = 0;
		double ln_p = value_of(key);
		double q = ln_p + log((double)c->n / (double)rank);

		for (; r != NULL && r[0] == key; r = sorter_next(&c->tests))
			n += r[1];
		least = q < least ? q : least;
		put(c, ln_p, least);
		rank -= n;
	}
	sorter_close(&c->tests);
	spool_view(&c->look, &c->found, sizeof(struct found) * 2 * BLOCK);
}

/* The place of the last one of n falling numbers that is not below x; they are
 * `step` numbers apart. */
static size_t
find(const double *v, size_t n, size_t step, double x)
{
	size_t lo = 0;

	while (n - lo > 1) {
		size_t mid = lo + (n - lo) / 2;

		if (v[mid * step] >= x)
			lo = mid;
		else
			n = mid;
	}
	return lo;
}

double
correct_q(struct correct *c, double ln_p)
{
	const size_t size = sizeof(struct found);
	uint64_t at;
	size_t n;
	const double *v;

	if (isnan(ln_p))
		return ln_p;
	at = find(c->every, c->n_block, 1, ln_p) * BLOCK * size;
	n = (c->found.size - at) / size < BLOCK
	    ? (size_t)((c->found.size - at) / size)
	    : BLOCK;
	v = spool_at(&c->look, at, n * size);
	return v[2 * find(v, n, 2, ln_p) + 1];
}

void
correct_close(struct correct *c)
{
	spool_view_free(&c->look);
	spool_close(&c->found);
	free(c->every);
	*c = (struct correct){0};
}
