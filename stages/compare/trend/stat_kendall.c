#include "stat_kendall.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stat_tail.h"

enum {
	PAIRS = STAT_KENDALL_EXACT * (STAT_KENDALL_EXACT - 1) / 2,
};

/* What the ties take away. */
struct ties {
	double pairs;
	double var;
};

/* Pairs i < j with rank[i] > rank[j], by a tree of Fenwick (1994). */
static uint64_t
falling(const uint32_t *rank, uint32_t n, uint32_t *tree)
{
	uint64_t sum = 0;

	memset(tree, 0, ((size_t)n + 1) * sizeof(*tree));
	for (uint32_t i = n; i-- > 0;) {
		for (uint32_t k = rank[i]; k > 0; k -= k & -k)
			sum += tree[k];
		for (uint32_t k = rank[i] + 1; k <= n; k += k & -k)
			tree[k]++;
	}
	return sum;
}

/* How many values have each rank, into size. */
static struct ties
count_ties(const uint32_t *rank, uint32_t n, uint32_t *size)
{
	struct ties t = {0, 0};

	memset(size, 0, n * sizeof(*size));
	for (uint32_t i = 0; i < n; i++)
		size[rank[i]]++;
	for (uint32_t k = 0; k < n; k++) {
		double g = size[k];

		t.pairs += g * (g - 1) / 2;
		t.var += g * (g - 1) * (2 * g + 5);
	}
	return t;
}

/* P(falling pairs <= d) over all orders of values of which size[k] have rank
 * k.  Their number is the coefficient of q^d in [n]!/([size]! [size]! ...),
 * [m]! the product of 1 - q^i, i = 1 .. m (MacMahon 1913); 64 bits hold it,
 * as they hold n!, whatever overflows on the way. */
static double
at_most(uint64_t d, const uint32_t *size, uint32_t n)
{
	uint64_t w[PAIRS + 1] = {1};
	double all = 0;
	double some = 0;

	for (uint32_t i = 1; i <= n; i++)
		for (uint32_t k = PAIRS; k >= i; k--)
			w[k] -= w[k - i];
	for (uint32_t r = 0; r < n; r++)
		for (uint32_t i = 1; i <= size[r]; i++)
			for (uint32_t k = i; k <= PAIRS; k++)
				w[k] += w[k - i];
	for (uint32_t k = 0; k <= PAIRS; k++) {
		all += (double)w[k];
		some += k <= d ? (double)w[k] : 0;
	}
	return some / all;
}

struct stat_kendall
stat_kendall(const uint32_t *rank, uint32_t n, uint32_t *room)
{
	const double none = (double)NAN;
	struct stat_kendall x = {0, none, none, none, none};
	double pairs = (double)n * ((double)n - 1) / 2;
	uint64_t down;
	uint64_t untied;
	struct ties t;

	if (n < 2)
		return x;
	down = falling(rank, n, room);
	t = count_ties(rank, n, room);
	untied = (uint64_t)(pairs - t.pairs);
	x.s = (int64_t)untied - 2 * (int64_t)down;
	x.var =
	    ((double)n * ((double)n - 1) * (2 * (double)n + 5) - t.var) / 18;
	if (untied == 0)
		return x;
	x.tau = (double)x.s / sqrt(pairs * (double)untied);
	x.z = (double)(x.s - (x.s > 0) + (x.s < 0)) / sqrt(x.var);
	if (n > STAT_KENDALL_EXACT)
		x.ln_p = stat_tail_normal(x.z);
	else
		x.ln_p = fmin(0,
		    log(2 * at_most(x.s > 0 ? down : untied - down, room, n)));
	return x;
}

double
stat_kendall_sen(const double *x, const double *v, uint32_t n, double *room)
{
	size_t k = 0;

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = i + 1; j < n; j++)
			room[k++] = (v[j] - v[i]) / (x[j] - x[i]);
	return k > 0 ? gsl_stats_median(room, 1, k) : (double)NAN;
}
