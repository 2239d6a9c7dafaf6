#include "tridiagonal.h"

#include <math.h>
#include <stdbool.h>

enum {
	ROUNDS = 100,  /* of Newton's method: some eight are needed */
	NEAR = 20,     /* a value over the distance to the next */
	HALVINGS = 45, /* of an interval that holds an eigenvalue */
};

/* What stands for a pivot of 0. */
static const double tiny = 1e-300;

/* Is x above all eigenvalues?  It is, if the pivots of x - T are positive.
 * *step: how far Newton's method goes down from there to the largest root of
 * their product. */
static bool
is_above(const struct tri *t, double x, double *step)
{
	double d = x - t->alpha[0];
	double slope = 1; /* of the pivot */
	double sum = slope / d;

	for (uint32_t i = 1; i < t->m && d > 0; i++) {
		double b = t->beta[i - 1];
		double part = b * b / d;

		slope = 1 + part * slope / d;
		d = x - t->alpha[i] - part;
		sum += slope / d;
	}
	*step = 1 / sum;
	return d > 0;
}

/* Where the largest eigenvalue may be below: it is no smaller than before, by
 * no more than the last one was off for the most part, and by little where that
 * was near an eigenvector.  No eigenvalue of B is above 1. */
static double
from_where(const struct tri *t, double *step)
{
	const double off = t->residual;
	const double x[] = {t->value + off * off / t->value * NEAR,
	    t->value + off * (1 + 1e-9)};

	for (int i = 0; i < 2 && t->m > 1; i++)
		if (is_above(t, x[i], step))
			return x[i];
	(void)is_above(t, 2, step);
	return 2;
}

/* From above the roots Newton's method never goes past the largest. */
static double
largest(const struct tri *t)
{
	double step;
	double x = from_where(t, &step);

	for (int i = 0; i < ROUNDS; i++) {
		x -= step;
		/* the next one would be the square of it */
		if (step <= 1e-10 * x || !is_above(t, x, &step))
			break;
	}
	return x;
}

/* The last coordinate, from the end on. */
static double
residual(const struct tri *t)
{
	double after = 0;
	double x = 1;
	double all = 1;

	for (uint32_t i = t->m; i-- > 1;) {
		double before = (t->value - t->alpha[i]) * x;

		before -= i + 1 < t->m ? t->beta[i] * after : 0;
		before /= t->beta[i - 1];
		after = x;
		x = before;
		all += x * x;
	}
	return t->beta[t->m - 1] / sqrt(all);
}

void
tri_look(struct tri *t)
{
	t->value = largest(t);
	t->residual = residual(t);
}

static double
half_way(double low, double high)
{
	return low + (high - low) / 2;
}

/* The pivot of x - T behind pivot d. */
static inline double
next_pivot(const struct tri *t, double x, uint32_t i, double d)
{
	double b = t->beta[i - 1];

	d = fabs(d) > tiny ? d : -tiny;
	return x - t->alpha[i] - b * b / d;
}

/* How many eigenvalues are above each x: the negative pivots of x - T.  Of
 * three at once, for a division is long and they wait for none of another. */
static void
count_above(const struct tri *t, const double x[3], uint32_t n[3])
{
	double d = x[0] - t->alpha[0];
	double e = x[1] - t->alpha[0];
	double f = x[2] - t->alpha[0];

	n[0] = d < 0;
	n[1] = e < 0;
	n[2] = f < 0;
	for (uint32_t i = 1; i < t->m; i++) {
		d = next_pivot(t, x[0], i, d);
		e = next_pivot(t, x[1], i, e);
		f = next_pivot(t, x[2], i, f);
		n[0] += d < 0;
		n[1] += e < 0;
		n[2] += f < 0;
	}
}

struct interval {
	double low;
	double high;
};

/* Halves what holds the second largest eigenvalue where x is. */
static void
halve(struct interval *in, double x, uint32_t n_above)
{
	if (n_above > 1)
		in->low = x;
	else
		in->high = x;
}

/* The second largest eigenvalue, about.  What the next halving may look at is
 * looked at in advance. */
static double
second(const struct tri *t)
{
	struct interval in = {-1, t->value}; /* none of B is negative */

	for (int i = 0; i < HALVINGS; i += 2) {
		double half = half_way(in.low, in.high);
		const double x[3] = {
		    half_way(in.low, half), half, half_way(half, in.high)};
		uint32_t n[3];
		int k;

		count_above(t, x, n);
		halve(&in, half, n[1]);
		k = n[1] > 1 ? 2 : 0;
		if (i + 1 < HALVINGS)
			halve(&in, x[k], n[k]);
	}
	return in.high;
}

/* Pivots of T - x from the first row on, or from the last. */
static void
pivots(const struct tri *t, double x, double *down, double *up)
{
	uint32_t m = t->m;

	for (uint32_t i = 0; i < m; i++) {
		double b = i > 0 ? t->beta[i - 1] : 0;
		double d = t->alpha[i] - x - (i > 0 ? b * b / down[i - 1] : 0);

		down[i] = fabs(d) > tiny ? d : tiny;
	}
	for (uint32_t i = m; i-- > 0;) {
		double b = t->beta[i];
		double d =
		    t->alpha[i] - x - (i + 1 < m ? b * b / up[i + 1] : 0);

		up[i] = fabs(d) > tiny ? d : tiny;
	}
}

/* The eigenvector of eigenvalue x, of length 1: by the two factorisations,
 * joined in the row where least is left over (Dhillon & Parlett 2004). */
static void
vector_of(const struct tri *t, double x, double *s)
{
	double down[STEPS];
	double up[STEPS];
	double least = INFINITY;
	double all = 0;
	uint32_t k = 0;

	pivots(t, x, down, up);
	for (uint32_t i = 0; i < t->m; i++) {
		double left = fabs(down[i] + up[i] - (t->alpha[i] - x));

		if (left < least) {
			least = left;
			k = i;
		}
	}
	s[k] = 1;
	for (uint32_t i = k; i-- > 0;)
		s[i] = -t->beta[i] / down[i] * s[i + 1];
	for (uint32_t i = k + 1; i < t->m; i++)
		s[i] = -t->beta[i - 1] / up[i] * s[i - 1];
	for (uint32_t i = 0; i < t->m; i++)
		all += s[i] * s[i];
	for (uint32_t i = 0; i < t->m; i++)
		s[i] /= sqrt(all);
}

void
tri_ritz(const struct tri *t, double s[2][STEPS])
{
	vector_of(t, t->value, s[0]);
	if (t->m > 1)
		vector_of(t, second(t), s[1]);
	else
		s[1][0] = 0;
}
