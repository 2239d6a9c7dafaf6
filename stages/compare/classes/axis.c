#include "axis.h"

#include <math.h>
#include <stdlib.h>

#include "compare/common/lanczos.h"
#include "lib/base/mem.h"

enum {
	BESIDE = 47,
	RESTARTS = 300,
};

/* Of the eigenvalue; below NOTHING an eigenvalue is rounding. */
static const double tolerance = 1e-10;
static const double nothing = 1e-12;

struct work {
	const struct sparse *t;
	double *per_row;  /* 1 / columns of the row */
	double *per_root; /* 1 / sqrt(rows of the column) */
	double *trivial;  /* the axis that is always there */
	double *half;     /* scratch, by column */
};

/* y = B x */
static void
apply(const void *arg, const double *x, double *y)
{
	const struct work *w = arg;
	const struct sparse *t = w->t;

	for (size_t j = 0; j < t->n_col; j++) {
		w->half[j] = x[j] * w->per_root[j];
		y[j] = 0;
	}
	for (uint32_t i = 0; i < t->n_row; i++) {
		double s = 0;

		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			s += w->half[t->col[j]];
		s *= w->per_row[i];
		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			y[t->col[j]] += s;
	}
	for (size_t j = 0; j < t->n_col; j++)
		y[j] *= w->per_root[j];
}

static void
work_open(struct work *w, const struct sparse *t)
{
	uint32_t *n = sparse_columns(t);
	double total = (double)t->at[t->n_row];

	*w = (struct work){.t = t};
	w->per_row = mem_new(t->n_row, sizeof(*w->per_row));
	w->per_root = mem_new(t->n_col, sizeof(*w->per_root));
	w->trivial = mem_new(t->n_col, sizeof(*w->trivial));
	w->half = mem_new(t->n_col, sizeof(*w->half));
	for (uint32_t i = 0; i < t->n_row; i++)
		w->per_row[i] = 1 / (double)(t->at[i + 1] - t->at[i]);
	for (size_t j = 0; j < t->n_col; j++) {
		w->per_root[j] = 1 / sqrt((double)n[j]);
		w->trivial[j] = sqrt((double)n[j] / total);
	}
	free(n);
}

static void
work_free(struct work *w)
{
	free(w->per_row);
	free(w->per_root);
	free(w->trivial);
	free(w->half);
}

/* With all that it takes, where lanes were not enough. */
static void
find(struct reinert_axis *a, const struct work *w)
{
	const struct lanczos m = {.n = w->t->n_col,
	    .apply = apply,
	    .arg = w,
	    .apart = w->trivial,
	    .n_apart = 1,
	    .beside = BESIDE,
	    .restarts = RESTARTS,
	    .nothing = nothing};

	(void)lanczos_run(&m, 1, tolerance, &a->eigenvalue, a->column);
	/* what rounding leaves is allowed for */
	a->converged = lanczos_residual(&m, a->eigenvalue, a->column) <=
	    10 * tolerance * a->eigenvalue + nothing;
}

/* Coordinates from the vector that is in a->column. */
static void
coordinates(struct reinert_axis *a, const struct work *w)
{
	const struct sparse *t = w->t;
	double scale = sqrt((double)t->at[t->n_row]);
	size_t far = 0;

	for (size_t j = 0; j < t->n_col; j++) {
		a->column[j] *= scale * w->per_root[j];
		if (fabs(a->column[j]) > fabs(a->column[far]))
			far = j;
	}
	if (a->column[far] < 0)
		for (size_t j = 0; j < t->n_col; j++)
			a->column[j] = -a->column[j];
	for (uint32_t i = 0; i < t->n_row; i++) {
		double s = 0;

		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			s += a->column[t->col[j]];
		a->row[i] = s * w->per_row[i] / sqrt(a->eigenvalue);
	}
}

static void
finish(struct reinert_axis *a, const struct sparse *t)
{
	struct work w;

	work_open(&w, t);
	if (!a->converged)
		find(a, &w);
	if (a->eigenvalue > nothing)
		coordinates(a, &w);
	else
		reinert_axis_free(a);
	work_free(&w);
}

/* Those of some tables, at once. */
static void
find_all(const struct reinert_lanes *w, const struct sparse *t,
    const struct reinert_part *const *part, uint32_t n,
    struct reinert_axis *const *a)
{
	struct reinert_found f[REINERT_LANES];

	for (uint32_t k = 0; k < n; k++) {
		a[k]->row = mem_new(part[k]->t.n_row, sizeof(*a[k]->row));
		a[k]->column = mem_new(part[k]->t.n_col, sizeof(*a[k]->column));
		a[k]->next = mem_new(part[k]->t.n_col, sizeof(*a[k]->next));
		f[k].vector = a[k]->column;
		f[k].next = a[k]->next;
	}
	reinert_lanes_find(w, t, part, n, f);
	for (uint32_t k = 0; k < n; k++) {
		a[k]->eigenvalue = f[k].value;
		a[k]->converged = f[k].good;
		finish(a[k], &part[k]->t);
	}
}

void
reinert_axes_open(struct reinert_axis *a, const struct reinert_lanes *w,
    const struct sparse *t, const struct reinert_part *part, uint32_t n)
{
	const struct reinert_part *p[REINERT_LANES];
	struct reinert_axis *to[REINERT_LANES];
	uint32_t k = 0;

	for (uint32_t i = 0; i < n; i++) {
		const struct sparse *x = &part[i].t;

		a[i] = (struct reinert_axis){0};
		if (x->n_row < 2 || x->n_col < 2)
			continue;
		p[k] = &part[i];
		to[k++] = &a[i];
	}
	if (k > 0)
		find_all(w, t, p, k, to);
}

bool
reinert_axis_open(struct reinert_axis *a, const struct sparse *t)
{
	const struct reinert_part whole = {.t = *t};
	struct reinert_lanes w;

	reinert_lanes_open(&w, t->n_row, t->n_col);
	reinert_axes_open(a, &w, t, &whole, 1);
	reinert_lanes_free(&w);
	return a->row != NULL;
}

void
reinert_axis_free(struct reinert_axis *a)
{
	free(a->row);
	free(a->column);
	free(a->next);
	a->row = NULL;
	a->column = NULL;
	a->next = NULL;
}
