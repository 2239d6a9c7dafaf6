#include "adjust.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/mem.h"

struct test {
	double ln_p;
	size_t at; /* its place in the caller's arrays */
};

static int
by_p(const void *a, const void *b)
{
	const struct test *x = a;
	const struct test *y = b;

	if (x->ln_p < y->ln_p)
		return -1;
	if (x->ln_p > y->ln_p)
		return 1;
	return (x->at > y->at) - (x->at < y->at);
}

static uint64_t
times(const uint64_t *mult, size_t at)
{
	return mult != NULL ? mult[at] : 1;
}

/* The tests by rising p; the caller's to free. */
static struct test *
ranked(const double *ln_p, const uint64_t *mult, size_t *n, uint64_t *size)
{
	struct test *v = mem_new(*n, sizeof(*v));
	size_t k = 0;

	*size = 0;
	for (size_t i = 0; i < *n; i++)
		if (!isnan(ln_p[i])) {
			v[k++] = (struct test){ln_p[i], i};
			*size += times(mult, i);
		}
	*n = k;
	qsort(v, k, sizeof(*v), by_p);
	return v;
}

uint64_t
stat_adjust_bh(double *ln_p, const uint64_t *mult, size_t n)
{
	uint64_t size;
	struct test *v = ranked(ln_p, mult, &n, &size);
	uint64_t rank = size; /* of the last test that element i stands for */
	double least = 0;

	for (size_t i = n; i-- > 0;) {
		if (rank > 0) {
			double q = v[i].ln_p + log((double)size / (double)rank);

			least = q < least ? q : least;
		}
		ln_p[v[i].at] = least;
		rank -= times(mult, v[i].at);
	}
	free(v);
	return size;
}

uint64_t
stat_adjust_holm(double *ln_p, const uint64_t *mult, size_t n)
{
	uint64_t size;
	struct test *v = ranked(ln_p, mult, &n, &size);
	uint64_t left = size; /* tests not yet passed */
	double most = -(double)INFINITY;

	for (size_t i = 0; i < n; i++) {
		if (left > 0) {
			double q = v[i].ln_p + log((double)left);

			most = q > most ? q : most;
		}
		ln_p[v[i].at] = most < 0 ? most : 0;
		left -= times(mult, v[i].at);
	}
	free(v);
	return size;
}
