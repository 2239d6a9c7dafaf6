#include "axis.h"

#include <errno.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

enum {
	BASIS = 48, /* vectors held */
	KEPT = 12,  /* over a restart */
	RESTARTS = 300,
};

/* Of the eigenvalue; below NOTHING an eigenvalue is rounding. */
static const double tolerance = 1e-10;
static const double nothing = 1e-12;

struct krylov {
	const struct reinert_table *t;
	size_t m;         /* columns */
	size_t most;      /* vectors that there can be */
	double *per_row;  /* 1 / columns of the row */
	double *per_root; /* 1 / sqrt(rows of the column) */
	double *trivial;  /* the axis that is always there */
	double *half;     /* scratch, by column */
	double *v;        /* BASIS + 1 vectors */
	double *h;        /* BASIS x BASIS: the operator between them */
	size_t n;         /* vectors whose image is in h */
	double rest;      /* length of what the last image adds */
	gsl_matrix *a;
	gsl_matrix *s; /* eigenvectors of h, one a column */
	gsl_vector *e;
};

static double
dot(const double *x, const double *y, size_t n)
{
	double s = 0;

	for (size_t i = 0; i < n; i++)
		s += x[i] * y[i];
	return s;
}

/* y += c x */
static void
add(double *y, double c, const double *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		y[i] += c * x[i];
}

static double *
vector(const struct krylov *k, size_t i)
{
	return k->v + i * k->m;
}

/* y = B x */
static void
apply(const struct krylov *k, double *y, const double *x)
{
	const struct reinert_table *t = k->t;

	for (size_t j = 0; j < k->m; j++) {
		k->half[j] = x[j] * k->per_root[j];
		y[j] = 0;
	}
	for (uint32_t i = 0; i < t->n_row; i++) {
		double s = 0;

		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			s += k->half[t->col[j]];
		s *= k->per_row[i];
		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			y[t->col[j]] += s;
	}
	for (size_t j = 0; j < k->m; j++)
		y[j] *= k->per_root[j];
	add(y, -dot(y, k->trivial, k->m), k->trivial, k->m);
}

/* A fixed vector without pattern: splitmix64 of Steele et al. (2014). */
static void
start(const struct krylov *k)
{
	double *v = vector(k, 0);
	double len;

	for (size_t j = 0; j < k->m; j++) {
		uint64_t z = (j + 1) * UINT64_C(0x9E3779B97F4A7C15);

		z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
		z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
		z ^= z >> 31;
		v[j] = (double)(z >> 11) / 9007199254740992.0 - 0.5;
	}
	add(v, -dot(v, k->trivial, k->m), k->trivial, k->m);
	add(v, -dot(v, k->trivial, k->m), k->trivial, k->m);
	len = sqrt(dot(v, v, k->m));
	for (size_t j = 0; j < k->m; j++)
		v[j] /= len;
}

/* Adds images until the basis is full or adds nothing. */
static void
expand(struct krylov *k)
{
	k->rest = 1;
	while (k->n < k->most && k->rest > nothing) {
		double *w = vector(k, k->n + 1);

		apply(k, w, vector(k, k->n));
		for (size_t pass = 0; pass < 2; pass++)
			for (size_t i = 0; i <= k->n; i++) {
				double c = dot(vector(k, i), w, k->m);

				add(w, -c, vector(k, i), k->m);
				k->h[i * BASIS + k->n] += c;
			}
		for (size_t i = 0; i < k->n; i++)
			k->h[k->n * BASIS + i] = k->h[i * BASIS + k->n];
		add(w, -dot(w, k->trivial, k->m), k->trivial, k->m);
		k->rest = sqrt(dot(w, w, k->m));
		k->n++;
		if (k->rest > nothing)
			for (size_t j = 0; j < k->m; j++)
				w[j] /= k->rest;
	}
}

static void
check(int status)
{
	if (status == GSL_SUCCESS)
		return;
	errno = ENOMEM;
	die_sys("eigenvectors");
}

/* Eigenvalues of h, the largest first. */
static void
solve(struct krylov *k)
{
	gsl_eigen_symmv_workspace *w = gsl_eigen_symmv_alloc(k->n);

	k->a = gsl_matrix_alloc(k->n, k->n);
	k->s = gsl_matrix_alloc(k->n, k->n);
	k->e = gsl_vector_alloc(k->n);
	if (w == NULL || k->a == NULL || k->s == NULL || k->e == NULL)
		check(GSL_ENOMEM);
	for (size_t i = 0; i < k->n; i++)
		for (size_t j = 0; j < k->n; j++)
			gsl_matrix_set(k->a, i, j, k->h[i * BASIS + j]);
	check(gsl_eigen_symmv(k->a, k->e, k->s, w));
	check(gsl_eigen_symmv_sort(k->e, k->s, GSL_EIGEN_SORT_VAL_DESC));
	gsl_eigen_symmv_free(w);
}

static void
solve_free(struct krylov *k)
{
	gsl_matrix_free(k->a);
	gsl_matrix_free(k->s);
	gsl_vector_free(k->e);
}

/* The vector of the i-th eigenvalue in the space of the columns. */
static void
combine(const struct krylov *k, size_t i, double *to)
{
	memset(to, 0, k->m * sizeof(*to));
	for (size_t j = 0; j < k->n; j++)
		add(to, gsl_matrix_get(k->s, j, i), vector(k, j), k->m);
}

/* Goes on from the best vectors and the direction that the last one added. */
static void
restart(struct krylov *k)
{
	size_t n = k->n > KEPT ? KEPT : k->n - 1;
	double *kept = mem_new(n * k->m, sizeof(*kept));

	for (size_t i = 0; i < n; i++)
		combine(k, i, kept + i * k->m);
	memmove(vector(k, n), vector(k, k->n), k->m * sizeof(*k->v));
	memcpy(k->v, kept, n * k->m * sizeof(*k->v));
	memset(k->h, 0, (size_t)BASIS * BASIS * sizeof(*k->h));
	for (size_t i = 0; i < n; i++)
		k->h[i * BASIS + i] = gsl_vector_get(k->e, i);
	k->n = n;
	free(kept);
}

/* Leaves the vector in v, its eigenvalue and residual in a. */
static void
iterate(struct krylov *k, struct reinert_axis *a, double *v)
{
	double *w = mem_new(k->m, sizeof(*w));

	for (size_t i = 0;; i++) {
		double rest;

		expand(k);
		solve(k);
		a->eigenvalue = gsl_vector_get(k->e, 0);
		rest = k->rest * fabs(gsl_matrix_get(k->s, k->n - 1, 0));
		if (k->rest <= nothing || rest <= tolerance * a->eigenvalue ||
		    a->eigenvalue <= nothing || i == RESTARTS)
			break;
		restart(k);
		solve_free(k);
	}
	combine(k, 0, v);
	solve_free(k);
	apply(k, w, v);
	add(w, -a->eigenvalue, v, k->m);
	a->residual = sqrt(dot(w, w, k->m));
	/* what rounding leaves is allowed for */
	a->converged = a->residual <= 10 * tolerance * a->eigenvalue + nothing;
	free(w);
}

static void
krylov_open(struct krylov *k, const struct reinert_table *t)
{
	uint32_t *n = reinert_table_columns(t);
	double total = (double)t->at[t->n_row];

	*k = (struct krylov){.t = t, .m = t->n_col};
	k->most = k->m - 1 < BASIS ? k->m - 1 : BASIS;
	k->per_row = mem_new(t->n_row, sizeof(*k->per_row));
	k->per_root = mem_new(k->m, sizeof(*k->per_root));
	k->trivial = mem_new(k->m, sizeof(*k->trivial));
	k->half = mem_new(k->m, sizeof(*k->half));
	k->v = mem_new((k->most + 1) * k->m, sizeof(*k->v));
	k->h = mem_new((size_t)BASIS * BASIS, sizeof(*k->h));
	for (uint32_t i = 0; i < t->n_row; i++)
		k->per_row[i] = 1 / (double)(t->at[i + 1] - t->at[i]);
	for (size_t j = 0; j < k->m; j++) {
		k->per_root[j] = 1 / sqrt((double)n[j]);
		k->trivial[j] = sqrt((double)n[j] / total);
	}
	free(n);
}

static void
krylov_free(struct krylov *k)
{
	free(k->per_row);
	free(k->per_root);
	free(k->trivial);
	free(k->half);
	free(k->v);
	free(k->h);
}

/* Coordinates from the vector that is in a->column. */
static void
coordinates(struct reinert_axis *a, const struct krylov *k)
{
	const struct reinert_table *t = k->t;
	double scale = sqrt((double)t->at[t->n_row]);
	size_t far = 0;

	for (size_t j = 0; j < k->m; j++) {
		a->column[j] *= scale * k->per_root[j];
		if (fabs(a->column[j]) > fabs(a->column[far]))
			far = j;
	}
	if (a->column[far] < 0)
		for (size_t j = 0; j < k->m; j++)
			a->column[j] = -a->column[j];
	for (uint32_t i = 0; i < t->n_row; i++) {
		double s = 0;

		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			s += a->column[t->col[j]];
		a->row[i] = s * k->per_row[i] / sqrt(a->eigenvalue);
	}
}

bool
reinert_axis_open(struct reinert_axis *a, const struct reinert_table *t)
{
	struct krylov k;

	*a = (struct reinert_axis){0};
	if (t->n_row < 2 || t->n_col < 2)
		return false;
	(void)gsl_set_error_handler_off();
	krylov_open(&k, t);
	start(&k);
	a->row = mem_new(t->n_row, sizeof(*a->row));
	a->column = mem_new(t->n_col, sizeof(*a->column));
	iterate(&k, a, a->column);
	if (a->eigenvalue > nothing)
		coordinates(a, &k);
	else
		reinert_axis_free(a);
	krylov_free(&k);
	return a->eigenvalue > nothing;
}

void
reinert_axis_free(struct reinert_axis *a)
{
	free(a->row);
	free(a->column);
	a->row = NULL;
	a->column = NULL;
}
