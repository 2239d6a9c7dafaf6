#include "ranked.h"

#include <math.h>
#include <stdlib.h>

/* Where neither v is less than the other. */
static int
by_id(const struct ranked *x, const struct ranked *y)
{
	if (isnan(x->v) != isnan(y->v))
		return isnan(x->v) ? 1 : -1;
	return (x->id > y->id) - (x->id < y->id);
}

static int
by_rising(const void *a, const void *b)
{
	const struct ranked *x = a;
	const struct ranked *y = b;

	if (x->v < y->v)
		return -1;
	return x->v > y->v ? 1 : by_id(x, y);
}

static int
by_falling(const void *a, const void *b)
{
	const struct ranked *x = a;
	const struct ranked *y = b;

	if (x->v > y->v)
		return -1;
	return x->v < y->v ? 1 : by_id(x, y);
}

void
ranked_rising(struct ranked *r, size_t n)
{
	if (n > 1)
		qsort(r, n, sizeof(*r), by_rising);
}

void
ranked_falling(struct ranked *r, size_t n)
{
	if (n > 1)
		qsort(r, n, sizeof(*r), by_falling);
}
