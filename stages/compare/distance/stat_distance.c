#include "stat_distance.h"

#include <math.h>
#include <stdbool.h>

/* x * n_y and y * n_x are the shares p and q times n_x * n_y: they save the
 * divisions, and are equal, to the last digit, where the shares are. */

double
stat_distance_labbe(const struct stat_pair *p)
{
	const double *a = p->n_x <= p->n_y ? p->x : p->y; /* the smaller one */
	const double *b = a == p->x ? p->y : p->x;
	double n_a = a == p->x ? p->n_x : p->n_y;
	double n_b = a == p->x ? p->n_y : p->n_x;
	double above = 0;
	double below = n_a * n_b;

	for (size_t i = 0; i < p->n; i++) {
		double e = b[i] * n_a; /* E n_b */
		bool large = e >= n_b; /* exact: 49 * (1. / 49) is below 1 */

		above += a[i] > 0 || large ? fabs(a[i] * n_b - e) : 0;
		below += large ? e : 0;
	}
	return above / below;
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
