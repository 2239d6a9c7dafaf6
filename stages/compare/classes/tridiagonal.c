#include "tridiagonal.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "compare/common/eigen.h"
#include "lib/base/mem.h"

enum {
	HALVINGS = 64 /* of the interval that holds an eigenvalue */
};

/* Is x above all eigenvalues?  It is, if the pivots of x - T are positive. */
static bool
is_below(const struct reinert_tri *t, uint32_t k, uint32_t m, double x)
{
	double d = x - t->alpha[0][k];

	for (uint32_t i = 1; i < m && d > 0; i++) {
		double b = t->beta[i - 1][k];

		d = x - t->alpha[i][k] - b * b / d;
	}
	return d > 0;
}

double
reinert_tri_largest(const struct reinert_tri *t, uint32_t k, uint32_t m)
{
	double low = t->alpha[0][k];
	double high = 2; /* no eigenvalue of B is above 1 */

	for (int i = 0; i < HALVINGS && low < high; i++) {
		double x = low + (high - low) / 2;

		if (is_below(t, k, m, x))
			high = x;
		else
			low = x;
	}
	return high;
}

double
reinert_tri_residual(
    const struct reinert_tri *t, uint32_t k, uint32_t m, double value)
{
	double after = 0;
	double x = 1;
	double all = 1;

	for (uint32_t i = m; i-- > 1;) {
		double before = (value - t->alpha[i][k]) * x;

		before -= i + 1 < m ? t->beta[i][k] * after : 0;
		before /= t->beta[i - 1][k];
		after = x;
		x = before;
		all += x * x;
	}
	return t->beta[m - 1][k] / sqrt(all);
}

double
reinert_tri_ritz(const struct reinert_tri *t, uint32_t k, size_t m,
    reinert_lane s[2][REINERT_STEPS])
{
	double *a = mem_new(m * m, sizeof(*a));
	double *vector = mem_new(m * m, sizeof(*vector));
	double *values = mem_new(m, sizeof(*values));
	double value;

	for (size_t i = 0; i < m; i++) {
		a[i * m + i] = t->alpha[i][k];
		if (i > 0)
			a[i * m + i - 1] = t->beta[i - 1][k];
	}
	eigen(a, m, values, vector);
	value = values[0];
	for (size_t i = 0; i < m; i++) {
		s[0][i][k] = vector[i];
		s[1][i][k] = m > 1 ? vector[m + i] : 0;
	}
	free(a);
	free(vector);
	free(values);
	return value;
}
