#include "tridiagonal.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "compare/common/eigen.h"
#include "lib/base/mem.h"

enum {
	ROUNDS = 100 /* of Newton's method: some eight are needed */
};

/* Is x above all eigenvalues?  It is, if the pivots of x - T are positive.
 * *step: how far Newton's method goes down from there to the largest root of
 * their product. */
static bool
is_above(const struct reinert_tri *t, double x, double *step)
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

/* From above the roots Newton's method never goes past the largest. */
static double
largest(const struct reinert_tri *t)
{
	/* it is no smaller than before, and by no more than that was off */
	double x = t->m > 1 ? t->value + t->residual * (1 + 1e-9) : 2;
	double step;

	if (!is_above(t, x, &step)) {
		x = 2; /* no eigenvalue of B is above 1 */
		(void)is_above(t, x, &step);
	}
	for (int i = 0; i < ROUNDS && step > 1e-16 * x; i++) {
		double next = x - step;
		double far;

		if (!is_above(t, next, &far))
			break;
		x = next;
		step = far;
	}
	return x;
}

/* The last coordinate, from the end on. */
static double
residual(const struct reinert_tri *t)
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
reinert_tri_look(struct reinert_tri *t)
{
	t->value = largest(t);
	t->residual = residual(t);
}

double
reinert_tri_ritz(const struct reinert_tri *t, double s[2][REINERT_STEPS])
{
	size_t m = t->m;
	double *a = mem_new(m * m, sizeof(*a));
	double *vector = mem_new(m * m, sizeof(*vector));
	double *values = mem_new(m, sizeof(*values));
	double value;

	for (size_t i = 0; i < m; i++) {
		a[i * m + i] = t->alpha[i];
		if (i > 0)
			a[i * m + i - 1] = t->beta[i - 1];
	}
	eigen(a, m, values, vector);
	value = values[0];
	for (size_t i = 0; i < m; i++) {
		s[0][i] = vector[i];
		s[1][i] = m > 1 ? vector[m + i] : 0;
	}
	free(a);
	free(vector);
	free(values);
	return value;
}
