/* blocks - their product against that of the plain table. */
#include <stdlib.h>

#include "compare/classes/blocks.h"
#include "tap.h"
#include "zero_one.h"

/* y = the table's product, row by row. */
static void
plain(const struct sparse *t, const double *x, double *y, double *mean)
{
	for (uint32_t i = 0; i < t->n_row; i++) {
		double n = (double)(t->at[i + 1] - t->at[i]);

		mean[i] = 0;
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			mean[i] += x[t->col[k]] / n;
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			y[t->col[k]] += mean[i];
	}
}

static double
furthest(const double *x, const double *y, uint32_t n)
{
	double off = 0;

	for (uint32_t i = 0; i < n; i++)
		off = fmax(off, fabs(x[i] - y[i]));
	return off;
}

/* Rows of all lengths, fewer and more than a block; as many columns as two
 * bytes hold, with that which is none, and one more; the blocks are used again.
 */
int
main(void)
{
	struct blocks b = {0};
	double off = 0;

	for (uint64_t seed = 1; seed <= 102; seed++) {
		uint64_t state = seed;
		uint32_t n = 1 + draw(&state, 60);
		uint32_t m = seed <= 100 ? 1 + draw(&state, 40)
					 : UINT16_MAX - 101 + (uint32_t)seed;
		double *x = mem_new((size_t)m + 1, sizeof(*x));
		double *y = mem_new((size_t)m + 1, sizeof(*y));
		double *y_plain = mem_new((size_t)m + 1, sizeof(*y_plain));
		double *mean = mem_new(n, sizeof(*mean));
		double *mean_plain = mem_new(n, sizeof(*mean_plain));
		struct sparse t;

		zero_one(
		    &t, seed, n, m, seed <= 100 ? 2 + draw(&state, 9) : 900);
		for (uint32_t j = 0; j < m; j++)
			x[j] = draw(&state, 1000) / 500.0 - 1;
		plain(&t, x, y_plain, mean_plain);
		blocks_take(&b, &t);
		blocks_multiply(&b, x, y);
		blocks_means(&b, x, mean);
		off = fmax(off, furthest(y, y_plain, m));
		off = fmax(off, furthest(mean, mean_plain, n));
		sparse_free(&t);
		free(x);
		free(y);
		free(y_plain);
		free(mean);
		free(mean_plain);
	}
	ok(off < 1e-12, "products and means");
	blocks_free(&b);
	return done();
}
