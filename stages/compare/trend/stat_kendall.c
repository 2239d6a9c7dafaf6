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

/* w[d]: in how many orders of values, of which size[k] have rank k, d pairs
 * fall: the coefficient of q^d in [n]!/([size]! [size]! ...), [m]! the product
 * of 1 - q^i, i = 1 .. m (MacMahon 1913); 64 bits hold it, as they hold n!,
 * whatever overflows on the way. */
static void
count_orders(const uint32_t *size, uint32_t n, uint64_t w[PAIRS + 1])
{
	memset(w, 0, (PAIRS + 1) * sizeof(*w));
	w[0] = 1;
	for (uint32_t i = 1; i <= n; i++)
		for (uint32_t k = PAIRS; k >= i; k--)
			w[k] -= w[k - i];
	for (uint32_t r = 0; r < n; r++)
		for (uint32_t i = 1; i <= size[r]; i++)
			for (uint32_t k = i; k <= PAIRS; k++)
				w[k] += w[k - i];
}

/* p[d], the chance of d falling pairs so far, with those of a further stratum;
 * both together have PAIRS at most. */
static void
add_orders(const uint64_t w[PAIRS + 1], double p[PAIRS + 1])
{
	double sum[PAIRS + 1] = {0};
	double all = 0;

	for (uint32_t k = 0; k <= PAIRS; k++)
		all += (double)w[k];
	for (uint32_t i = 0; i <= PAIRS; i++)
		for (uint32_t k = 0; p[i] > 0 && w[k] > 0 && i + k <= PAIRS;
		     k++)
			sum[i + k] += p[i] * ((double)w[k] / all);
	memcpy(p, sum, sizeof(sum));
}

/* What the strata so far add up to. */
struct sums {
	double pairs;    /* of values, tied or not */
	double of_tau;   /* sqrt(pairs untied pairs) */
	uint64_t untied; /* pairs */
	uint64_t down;   /* falling pairs */
	double p[PAIRS + 1];
};

static void
add_stratum(struct sums *m, struct stat_kendall *x, const uint32_t *rank,
    uint32_t n, uint32_t *room)
{
	double pairs = (double)n * ((double)n - 1) / 2;
	uint64_t w[PAIRS + 1];
	uint64_t down;
	uint64_t untied;
	struct ties t;

	if (n < 2)
		return;
	down = falling(rank, n, room);
	t = count_ties(rank, n, room);
	untied = (uint64_t)(pairs - t.pairs);
	x->s += (int64_t)untied - 2 * (int64_t)down;
	x->var +=
	    ((double)n * ((double)n - 1) * (2 * (double)n + 5) - t.var) / 18;
	m->down += down;
	m->untied += untied;
	m->of_tau += sqrt(pairs * (double)untied);
	m->pairs += pairs;
	if (m->pairs > PAIRS)
		return;
	count_orders(room, n, w);
	add_orders(w, m->p);
}

struct stat_kendall
stat_kendall_within(
    const uint32_t *rank, const uint32_t *end, uint32_t n, uint32_t *room)
{
	const double none = (double)NAN;
	struct stat_kendall x = {0, 0, none, none, none};
	struct sums m = {.p = {1}};
	uint32_t from = 0;
	uint64_t bar;
	double sum = 0;

	for (uint32_t g = 0; g < n; g++) {
		add_stratum(&m, &x, rank + from, end[g] - from, room);
		from = end[g];
	}
	if (!(m.pairs > 0))
		x.var = none;
	if (m.untied == 0)
		return x;
	x.tau = (double)x.s / m.of_tau;
	x.z = (double)(x.s - (x.s > 0) + (x.s < 0)) / sqrt(x.var);
	bar = x.s > 0 ? m.down : m.untied - m.down;
	for (uint32_t k = 0; k <= PAIRS && k <= bar; k++)
		sum += m.p[k];
	x.ln_p =
	    m.pairs > PAIRS ? stat_tail_normal(x.z) : fmin(0, log(2 * sum));
	return x;
}

struct stat_kendall
stat_kendall(const uint32_t *rank, uint32_t n, uint32_t *room)
{
	return stat_kendall_within(rank, &n, 1, room);
}

/* s between two sorted runs, the values a before those of b, merged into v. */
static int64_t
merge(const double *a, uint32_t n, const double *b, uint32_t m, double *v)
{
	int64_t s = 0;
	uint32_t less = 0; /* of a, than b[j] */
	uint32_t upto = 0; /* of a, less or equal */
	uint32_t k = 0;

	for (uint32_t j = 0; j < m; j++) {
		for (; upto < n && a[upto] <= b[j]; upto++)
			v[k++] = a[upto];
		while (less < n && a[less] < b[j])
			less++;
		v[k++] = b[j];
		s += (int64_t)less - (int64_t)(n - upto);
	}
	for (; upto < n; upto++)
		v[k++] = a[upto];
	return s;
}

int64_t
stat_kendall_s(double *v, uint32_t n, double *room)
{
	int64_t s = 0;

	for (size_t run = 1; run < n; run *= 2) {
		for (size_t i = 0; i < n; i += 2 * run) {
			size_t mid = i + run < n ? i + run : n;
			size_t end = i + 2 * run < n ? i + 2 * run : n;

			s += merge(v + i, (uint32_t)(mid - i), v + mid,
			    (uint32_t)(end - mid), room + i);
		}
		memcpy(v, room, n * sizeof(*v));
	}
	return s;
}

double
stat_kendall_ln_least(const uint32_t *end, uint32_t n)
{
	double pairs = 0;
	double ln = M_LN2;
	uint32_t from = 0;

	for (uint32_t g = 0; g < n; g++) {
		double size = end[g] - from;

		pairs += size * (size - 1) / 2;
		ln -= lgamma(size + 1);
		from = end[g];
	}
	return pairs > PAIRS ? -(double)INFINITY : fmin(0, ln);
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
