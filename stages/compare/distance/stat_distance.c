#include "stat_distance.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* x * n_y and y * n_x are the shares p and q times n_x * n_y: they save the
 * divisions, and are equal, to the last digit, where the shares are. */

/* Two terms, which any machine has at once. */
typedef double two __attribute__((vector_size(2 * sizeof(double))));
typedef int64_t two_bits __attribute__((vector_size(2 * sizeof(int64_t))));

static inline two
where(two_bits yes, two x)
{
	return (two)((two_bits)x & yes);
}

struct labbe {
	double n_a;
	double n_b;
	two above;
	two below;
};

/* A term more of two lists. */
static inline void
add_labbe(struct labbe *l, two a, two b)
{
	const two none = {0, 0};
	two e = b * l->n_a; /* E n_b */
	two_bits large =
	    e >= none + l->n_b; /* exact: 49 * (1. / 49) is below 1 */
	two d = a * l->n_b - e;

	d = where(d > none, d) - where(d < none, d);
	l->above += where((a > none) | large, d);
	l->below += where(large, e);
}

/* Two by two: sums of whole numbers below 2^53 are the
 * same in any order. */
double
stat_distance_labbe(const struct stat_pair *p)
{
	const double *a = p->n_x <= p->n_y ? p->x : p->y; /* the smaller one */
	const double *b = a == p->x ? p->y : p->x;
	struct labbe l = {a == p->x ? p->n_x : p->n_y,
	    a == p->x ? p->n_y : p->n_x, {0, 0}, {0, 0}};
	size_t i = 0;

	for (; i + 2 <= p->n; i += 2) {
		two x;
		two y;

		memcpy(&x, a + i, sizeof(x));
		memcpy(&y, b + i, sizeof(y));
		add_labbe(&l, x, y);
	}
	if (i < p->n)
		add_labbe(&l, (two){a[i], 0}, (two){b[i], 0});
	return (l.above[0] + l.above[1]) /
	    (l.n_a * l.n_b + (l.below[0] + l.below[1]));
}

double
stat_distance_l1(const struct stat_pair *p)
{
	double sum = 0;

	for (size_t i = 0; i < p->n; i++)
		sum += fabs(p->x[i] * p->n_y - p->y[i] * p->n_x);
	return sum / p->n_x / p->n_y / 2;
}

double
stat_distance_shared(uint64_t words, uint64_t size)
{
	return (double)(size - words) / (double)size;
}

/* Half the squared distance of the vectors brought to length 1, which is the
 * same, and exact where they are near each other. */
double
stat_distance_cosine(const struct stat_pair *p)
{
	double xx = 0;
	double yy = 0;
	double sum = 0;

	for (size_t i = 0; i < p->n; i++) {
		double x = p->x[i] * p->n_y;
		double y = p->y[i] * p->n_x;

		xx += x * x;
		yy += y * y;
	}
	if (!(xx > 0 && yy > 0))
		return (double)NAN;
	xx = 1 / sqrt(xx);
	yy = 1 / sqrt(yy);
	for (size_t i = 0; i < p->n; i++) {
		double d = p->x[i] * p->n_y * xx - p->y[i] * p->n_x * yy;

		sum += d * d;
	}
	return sum / 2;
}

double
stat_distance_chi2(const struct stat_pair *p)
{
	double sum = 0;

	for (size_t i = 0; i < p->n; i++) {
		double d = p->x[i] * p->n_y - p->y[i] * p->n_x;

		sum += d * d * p->w[i];
	}
	return sqrt(sum) / p->n_x / p->n_y;
}

/* With d = (p - q) / (p + q) a term is
 * (p + q) / 4 * ((1 + d) log2(1 + d) + (1 - d) log2(1 - d)),
 * which keeps its digits where p is near q. */
double
stat_distance_js_divergence(const struct stat_pair *p)
{
	double one = 0;
	double both = 0;

	for (size_t i = 0; i < p->n; i++) {
		double x = p->x[i] * p->n_y;
		double y = p->y[i] * p->n_x;
		double d = (x - y) / (x + y);

		if (!(x > 0 && y > 0))
			one += x + y;
		else if (d > 0 || d < 0)
			both += (x + y) *
			    ((1 + d) * log1p(d) + (1 - d) * log1p(-d));
	}
	return (one / 2 + both / (4 * log(2))) / p->n_x / p->n_y;
}

double
stat_distance_js(const struct stat_pair *p)
{
	return sqrt(fmax(stat_distance_js_divergence(p), 0));
}

double
stat_distance_hellinger(const struct stat_pair *p)
{
	double sum = 0;

	for (size_t i = 0; i < p->n; i++) {
		double d = sqrt(p->x[i] * p->n_y) - sqrt(p->y[i] * p->n_x);

		sum += d * d;
	}
	return sqrt(sum / p->n_x / p->n_y / 2);
}

double
stat_distance_jaccard(const struct stat_pair *p)
{
	size_t both = 0;
	size_t any = 0;

	for (size_t i = 0; i < p->n; i++) {
		both += p->x[i] > 0 && p->y[i] > 0;
		any += p->x[i] > 0 || p->y[i] > 0;
	}
	if (any == 0)
		return (double)NAN;
	return (double)(any - both) / (double)any;
}
