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

/* How many eigenvalues are above x: the negative pivots of x - T. */
static uint32_t
count_above(const struct tri *t, double x)
{
	double d = x - t->alpha[0];
	uint32_t n = d < 0;

	for (uint32_t i = 1; i < t->m; i++) {
		double b = t->beta[i - 1];

		d = fabs(d) > tiny ? d : -tiny;
		d = x - t->alpha[i] - b * b / d;
		n += d < 0;
	}
	return n;
}

/* The second largest eigenvalue, about. */
static double
second(const struct tri *t)
{
	double low = -1; /* no eigenvalue of B is negative */
	double high = t->value;

	for (int i = 0; i < HALVINGS; i++) {
		double x = low + (high - low) / 2;

		if (count_above(t, x) > 1)
			low = x;
		else
			high = x;
	}
	return high;
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
