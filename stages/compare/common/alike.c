#include "alike.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* So many are never dealt (lib/stat/deal.h). */
static const double ln_enough = 16;

/* By stratum, the units of a part. */
static void
count_part(const struct units *u, uint32_t part, uint32_t *n)
{
	memset(n, 0, u->n_stratum * sizeof(*n));
	for (uint32_t i = 0; i < u->n; i++)
		n[u->stratum[i]] += part == APART_ALL || u->part[i] == part;
}

/* A part against the others: choices of its units.  Where it has half of each
 * stratum, the others are as good as it. */
static double
ln_choices(
    const struct units *u, uint32_t part, const uint32_t *all, uint32_t *n)
{
	bool half = true;
	double ln = 0;

	count_part(u, part, n);
	for (uint32_t i = 0; i < u->n_stratum; i++) {
		ln += lgamma(all[i] + 1.0) - lgamma(n[i] + 1.0) -
		    lgamma(all[i] - n[i] + 1.0);
		half = half && 2 * n[i] == all[i];
	}
	return half ? ln - log(2) : ln;
}

/* All parts: ln of the names that those with the same number of units in every
 * stratum can change. */
static double
ln_names(const struct units *u)
{
	uint32_t *n = mem_new((size_t)u->n_part * u->n_stratum, sizeof(*n));
	size_t bytes = u->n_stratum * sizeof(*n);
	double ln = 0;

	for (uint32_t j = 0; j < u->n_part; j++) {
		uint32_t same = 1;

		count_part(u, j, n + (size_t)j * u->n_stratum);
		for (uint32_t k = 0; u->size[j] > 0 && k < j; k++)
			same += memcmp(n + (size_t)j * u->n_stratum,
				    n + (size_t)k * u->n_stratum, bytes) == 0;
		ln += log(same);
	}
	free(n);
	return ln;
}

double
alike_ln_told(const struct units *u, const struct apart_test *test, uint32_t n,
    double ln_count)
{
	uint32_t *all = mem_new(u->n_stratum, sizeof(*all));
	uint32_t *own = mem_new(u->n_stratum, sizeof(*own));
	double *of = mem_new(u->n_part, sizeof(*of));
	double most = 0;

	count_part(u, APART_ALL, all);
	for (uint32_t i = 0; i < n && most < ln_enough; i++) {
		uint32_t j = test[i].part;
		double ln;

		if (j == APART_ALL) {
			ln = ln_count - lgamma(u->n_there + 1.0);
			if (ln < ln_enough)
				ln = ln_count - ln_names(u);
			most = fmax(most, ln);
			break;
		}
		if (of[j] == 0)
			of[j] = ln_choices(u, j, all, own);
		most = fmax(most, of[j]);
	}
	free(of);
	free(own);
	free(all);
	return most;
}
