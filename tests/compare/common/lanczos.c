/* lanczos - against spectra that are known. */
#include <stdlib.h>

#include "compare/common/lanczos.h"
#include "tap.h"

enum {
	N = 400,
	WANTED = 6,
};

/* A diagonal matrix seen through a reflection: value i with vector e_i turned
 * by I - 2 u u', u = (1, 1, ...) / sqrt(N). */
static void
reflect(double *x)
{
	double s = 0;

	for (size_t i = 0; i < N; i++)
		s += x[i];
	for (size_t i = 0; i < N; i++)
		x[i] -= 2 * s / N;
}

static void
apply(const void *arg, const double *x, double *y)
{
	const double *value = arg;

	memcpy(y, x, N * sizeof(*y));
	reflect(y);
	for (size_t i = 0; i < N; i++)
		y[i] *= value[i];
	reflect(y);
}

static void
check(const char *name, const double *spectrum, size_t restarts, size_t certain)
{
	struct lanczos m = {.n = N,
	    .apply = apply,
	    .arg = spectrum,
	    .beside = 31,
	    .restarts = restarts,
	    .nothing = 1e-15};
	double value[WANTED];
	double *vector = malloc(sizeof(double) * WANTED * N);
	size_t n;
	char text[80];
	double worst = 0;

	if (vector == NULL)
		return;
	n = lanczos(&m, WANTED, value, vector);
	(void)snprintf(text, sizeof(text), "%s: certain", name);
	is_u64(n, certain, text);
	for (size_t k = 0; k < n; k++)
		worst = fmax(worst, fabs(value[k] - spectrum[k]));
	(void)snprintf(text, sizeof(text), "%s: values", name);
	ok(worst < 1e-12, text);
	worst = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j <= i; j++) {
			double s = 0;

			for (size_t k = 0; k < N; k++)
				s += vector[i * N + k] * vector[j * N + k];
			worst = fmax(worst, fabs(s - (i == j)));
		}
	(void)snprintf(text, sizeof(text), "%s: orthonormal vectors", name);
	ok(worst < 1e-9, text);
	free(vector);
}

int
main(void)
{
	double s[N];

	for (size_t i = 0; i < N; i++)
		s[i] = pow(0.9, (double)i);
	check("falling by a tenth", s, 100, WANTED);
	for (size_t i = 0; i < N; i++)
		s[i] = 1 - (double)i / N;
	check("in even steps", s, 100, WANTED);
	check("in even steps, one run", s, 0, 0);
	for (size_t i = 0; i < N; i++)
		s[i] = 1 / (1 + floor((double)i / 3));
	check("each three times", s, 100, WANTED);
	for (size_t i = 0; i < N; i++)
		s[i] = i < 4 ? 1 : 0.001 * pow(0.99, (double)i);
	check("four equal, the rest small", s, 100, WANTED);
	for (size_t i = 0; i < N; i++)
		s[i] = i < 3 ? 0.5 - 0.1 * (double)i : 0;
	check("rank 3", s, 100, 3);
	for (size_t i = 0; i < N; i++)
		s[i] = 0.25;
	check("all equal", s, 100, WANTED);
	return done();
}
