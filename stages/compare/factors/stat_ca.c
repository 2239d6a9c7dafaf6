#include "stat_ca.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/eigen.h"
#include "compare/common/lanczos.h"
#include "lib/base/mem.h"

/* The table with at least as many rows as columns. */
struct work {
	const struct sparse *t;
	double n;
	const double *row; /* margins */
	const double *col;
	double *root_row; /* 1 / sqrt(margin) */
	double *root_col;
	double *centre; /* sqrt(mass) of the columns, a vector of length 1 */
	/* for the matrix by its products */
	double *x;
	/* eigenpairs, vectors of the columns' side */
	double *value;
	double *vector;
	size_t n_value;
	size_t n_vector;
};

/* f n - row col, in which large numbers may cancel. */
static double
excess(double f, double n, double row, double col)
{
	double a = f * n;
	double b = row * col;

	return (a - b) + (fma(f, n, -a) - fma(row, col, -b));
}

/* ---- margins and inertia ---- */

static void
side_open(struct stat_ca_side *s, size_t n)
{
	s->n = n;
	s->sum = mem_new(n, sizeof(*s->sum));
	s->inertia = mem_new(n, sizeof(*s->inertia));
}

static void
sum_margins(struct stat_ca *a, const struct sparse *t)
{
	side_open(&a->row, t->n_row);
	side_open(&a->col, t->n_col);
	for (size_t i = 0; i < t->n_row; i++)
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
			a->row.sum[i] += t->f[k];
			a->col.sum[t->col[k]] += t->f[k];
		}
	for (size_t i = 0; i < t->n_row; i++)
		a->n += a->row.sum[i];
}

/* The cells of 0 have (F t / n) / n each: what their margins sum to is what
 * the other cells leave. */
static void
sum_inertia(struct stat_ca *a, const struct sparse *t)
{
	double n = a->n;
	double *met = mem_new(t->n_col, sizeof(*met));

	for (size_t i = 0; i < t->n_row; i++) {
		double row = a->row.sum[i];
		double left = n;

		for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
			double col = a->col.sum[t->col[k]];
			double d = excess(t->f[k], n, row, col) / n;
			double x = d / row * (d / col);

			a->row.inertia[i] += x;
			a->col.inertia[t->col[k]] += x;
			met[t->col[k]] += row;
			left -= col;
		}
		a->row.inertia[i] += row / n * (left / n);
		a->inertia += a->row.inertia[i];
	}
	for (size_t j = 0; j < t->n_col; j++)
		a->col.inertia[j] += a->col.sum[j] / n * ((n - met[j]) / n);
	free(met);
}

/* ---- eigenvalues ---- */

static bool
is_full(const struct sparse *t, size_t i)
{
	return t->at[i + 1] - t->at[i] == t->n_col;
}

/* Adds the products of row i, whose cells are x, to the upper triangle. */
static void
add_products(const struct work *w, size_t i, const double *x, double *g)
{
	const struct sparse *t = w->t;
	const uint32_t *col = t->col + t->at[i];
	size_t n = t->at[i + 1] - t->at[i];

	for (size_t k = 0; k < n; k++) {
		double *to = g + (size_t)col[k] * t->n_col;

		if (n == t->n_col)
			for (size_t j = k; j < n; j++)
				to[j] += x[k] * x[j];
		else
			for (size_t j = k; j < n; j++)
				to[col[j]] += x[k] * x[j];
	}
}

/* S'S.  Rows without a cell of 0, in which most cancels, are centred cell by
 * cell; of the others, x - a c for a the root of the mass and c the centre,
 * the cells that are not 0 make most of the sum:
 * sum x x' - (sum a x) c' - c (sum a x)' + (sum a^2) c c'. */
static void
fill_matrix(const struct work *w, double *g)
{
	const struct sparse *t = w->t;
	size_t n_col = t->n_col;
	double *x = mem_new(n_col, sizeof(*x));
	double *b = mem_new(n_col, sizeof(*b));
	double mass = 0;

	for (size_t i = 0; i < t->n_row; i++) {
		size_t at = t->at[i];
		size_t n = t->at[i + 1] - at;
		double a = sqrt(w->row[i] / w->n);

		for (size_t k = 0; k < n; k++) {
			uint32_t j = t->col[at + k];
			double root = w->root_row[i] * w->root_col[j];

			if (is_full(t, i)) {
				x[k] = excess(t->f[at + k], w->n, w->row[i],
					   w->col[j]) /
				    w->n * root;
				continue;
			}
			x[k] = t->f[at + k] * root;
			b[j] += a * x[k];
		}
		if (!is_full(t, i))
			mass += w->row[i] / w->n;
		add_products(w, i, x, g);
	}
	for (size_t i = 0; i < n_col; i++)
		for (size_t j = i; j < n_col; j++) {
			g[i * n_col + j] -= b[i] * w->centre[j] +
			    w->centre[i] * b[j] -
			    mass * w->centre[i] * w->centre[j];
			g[j * n_col + i] = g[i * n_col + j];
		}
	free(x);
	free(b);
}

static void
solve_dense(struct work *w)
{
	size_t n = w->t->n_col;
	double *g = mem_new(n * n, sizeof(*g));

	fill_matrix(w, g);
	w->value = mem_new(n, sizeof(*w->value));
	w->vector = mem_new(n * n, sizeof(*w->vector));
	eigen(g, n, w->value, w->vector);
	w->n_value = n;
	w->n_vector = n;
	free(g);
}

/* y = S'S x for an x without a share of the centre. */
static void
apply(const void *arg, const double *x, double *y)
{
	const struct work *w = arg;
	const struct sparse *t = w->t;

	for (size_t j = 0; j < t->n_col; j++) {
		w->x[j] = x[j] * w->root_col[j];
		y[j] = 0;
	}
	for (size_t i = 0; i < t->n_row; i++) {
		double s = 0;

		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			s += t->f[k] * w->x[t->col[k]];
		s /= w->row[i];
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			y[t->col[k]] += t->f[k] * s;
	}
	for (size_t j = 0; j < t->n_col; j++)
		y[j] *= w->root_col[j];
}

/* One value more than is wanted, to see whether the last one is single. */
static void
solve_sparse(struct work *w, const struct stat_ca_rule *rule)
{
	size_t n = w->t->n_col;
	size_t wanted = rule->n_axis + 1 < n ? rule->n_axis + 1 : n - 1;
	struct lanczos m = {.n = n,
	    .apply = apply,
	    .arg = w,
	    .apart = w->centre,
	    .n_apart = 1,
	    .beside = 31,
	    .restarts = rule->restarts,
	    .nothing = 1e-15};

	w->x = mem_new(n, sizeof(*w->x));
	w->value = mem_new(wanted, sizeof(*w->value));
	w->vector = mem_new(wanted * n, sizeof(*w->vector));
	w->n_vector = lanczos(&m, wanted, w->value, w->vector);
	w->n_value = wanted;
	free(w->x);
}

static void
work_open(struct work *w, const struct sparse *t,
    const struct stat_ca_side *row, const struct stat_ca_side *col)
{
	w->t = t;
	w->row = row->sum;
	w->col = col->sum;
	w->root_row = mem_new(t->n_row, sizeof(*w->root_row));
	w->root_col = mem_new(t->n_col, sizeof(*w->root_col));
	w->centre = mem_new(t->n_col, sizeof(*w->centre));
	for (size_t i = 0; i < t->n_row; i++)
		w->root_row[i] = 1 / sqrt(row->sum[i]);
	for (size_t j = 0; j < t->n_col; j++) {
		w->root_col[j] = 1 / sqrt(col->sum[j]);
		w->centre[j] = sqrt(col->sum[j] / w->n);
	}
}

static void
work_close(struct work *w)
{
	free(w->root_row);
	free(w->root_col);
	free(w->centre);
	free(w->value);
	free(w->vector);
}

/* ---- coordinates ---- */

/* Vector k without what rounding left of the centre in it, of length 1. */
static void
purify(const struct work *w, double *v)
{
	double share = 0;
	double length = 0;

	for (size_t j = 0; j < w->t->n_col; j++)
		share += v[j] * w->centre[j];
	for (size_t j = 0; j < w->t->n_col; j++) {
		v[j] -= share * w->centre[j];
		length += v[j] * v[j];
	}
	length = sqrt(length);
	for (size_t j = 0; j < w->t->n_col; j++)
		v[j] /= length;
}

/* The mean of the standard coordinates v / sqrt(c) over the profile of row i,
 * from their mean 0 on. */
static double
mean_of_row(const struct work *w, size_t i, const double *v)
{
	const struct sparse *t = w->t;
	double s = 0;

	if (is_full(t, i)) {
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			s += excess(t->f[k], w->n, w->row[i],
				 w->col[k - t->at[i]]) *
			    v[k - t->at[i]] * w->root_col[k - t->at[i]];
		s /= w->n;
	} else
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
			s += t->f[k] * v[t->col[k]] * w->root_col[t->col[k]];
	return s / w->row[i] * sqrt(w->n);
}

/* Coordinates of both sides on axis k.  What is below 1e-12 of an axis is
 * rounding and becomes 0. */
static void
place_axis(const struct work *w, struct stat_ca *a, struct stat_ca_side *row,
    struct stat_ca_side *col, size_t k)
{
	double *v = w->vector + k * w->t->n_col;
	double sum = 0;
	double root;

	purify(w, v);
	for (size_t i = 0; i < row->n; i++) {
		double x = mean_of_row(w, i, v);

		row->coord[i * a->n_axis + k] = x;
		sum += row->sum[i] / w->n * x * x;
	}
	/* nearer to the eigenvalue than the matrix can give it */
	a->value[k] = sum;
	root = sqrt(sum);
	for (size_t i = 0; i < row->n; i++) {
		double *x = &row->coord[i * a->n_axis + k];

		if (fabs(*x) * sqrt(row->sum[i] / w->n) < 1e-12 * root)
			*x = 0;
	}
	for (size_t j = 0; j < col->n; j++)
		col->coord[j * a->n_axis + k] =
		    fabs(v[j]) < 1e-12 ? 0 : root * v[j] / w->centre[j];
}

/* The column farthest from 0 is positive; of some as far, the first one. */
static void
turn_axis(struct stat_ca *a, size_t k)
{
	double most = 0;
	bool negative = false;

	for (size_t j = 0; j < a->col.n; j++) {
		double x = a->col.coord[j * a->n_axis + k];

		if (fabs(x) <= most * (1 + 1e-9))
			continue;
		most = fabs(x);
		negative = x < 0;
	}
	if (!negative)
		return;
	for (size_t j = 0; j < a->col.n; j++)
		a->col.coord[j * a->n_axis + k] *= -1;
	for (size_t i = 0; i < a->row.n; i++)
		a->row.coord[i * a->n_axis + k] *= -1;
}

/* How many axes there are, and how many values. */
static void
choose_axes(
    struct stat_ca *a, const struct work *w, const struct stat_ca_rule *rule)
{
	size_t most = w->t->n_col - 1; /* the smaller side */
	size_t there = 0;

	while (there < w->n_value && there < most &&
	    w->value[there] > STAT_CA_NONE)
		there++;
	a->n_axis = there < rule->n_axis ? there : rule->n_axis;
	a->n_value = there;
	if (a->n_value > w->n_vector)
		a->n_value = w->n_vector;
	if (a->n_axis > w->n_vector) {
		a->n_lost = a->n_axis - w->n_vector;
		a->n_axis = w->n_vector;
	}
	a->value = mem_new(a->n_value, sizeof(*a->value));
	for (size_t k = 0; k < a->n_value; k++)
		a->value[k] = w->value[k];
	a->row.coord = mem_new(a->row.n * a->n_axis, sizeof(*a->row.coord));
	a->col.coord = mem_new(a->col.n * a->n_axis, sizeof(*a->col.coord));
}

void
stat_ca_open(
    struct stat_ca *a, const struct sparse *t, const struct stat_ca_rule *rule)
{
	bool wide = t->n_col > t->n_row;
	struct sparse turned = {0};
	struct work w = {0};
	struct stat_ca_side *row = wide ? &a->col : &a->row;
	struct stat_ca_side *col = wide ? &a->row : &a->col;

	*a = (struct stat_ca){0};
	sum_margins(a, t);
	if (a->n <= 0)
		return;
	sum_inertia(a, t);
	if (wide)
		sparse_transpose(&turned, t);
	w.n = a->n;
	work_open(&w, wide ? &turned : t, row, col);
	if (a->inertia > STAT_CA_NONE && w.t->n_col <= rule->dense_max)
		solve_dense(&w);
	else if (a->inertia > STAT_CA_NONE)
		solve_sparse(&w, rule);
	choose_axes(a, &w, rule);
	for (size_t k = 0; k < a->n_axis; k++) {
		place_axis(&w, a, row, col, k);
		turn_axis(a, k);
	}
	work_close(&w);
	sparse_free(&turned);
}

void
stat_ca_close(struct stat_ca *a)
{
	free(a->value);
	free(a->row.sum);
	free(a->row.inertia);
	free(a->row.coord);
	free(a->col.sum);
	free(a->col.inertia);
	free(a->col.coord);
	*a = (struct stat_ca){0};
}

double
stat_ca_project(const struct stat_ca *a, const struct stat_ca_side *by,
    const struct stat_ca_profile *p, double *coord)
{
	double sum = 0;
	double left = a->n;
	double far = 0;

	for (size_t i = 0; i < p->n; i++)
		sum += p->f[i];
	for (size_t k = 0; k < a->n_axis; k++)
		coord[k] = sum > 0 ? 0 : (double)NAN;
	if (sum <= 0)
		return (double)NAN;
	for (size_t i = 0; i < p->n; i++) {
		const double *x = by->coord + p->at[i] * a->n_axis;
		double d;

		for (size_t k = 0; k < a->n_axis; k++)
			coord[k] += p->f[i] / sum * x[k];
		d = excess(p->f[i], a->n, sum, by->sum[p->at[i]]) / a->n / sum;
		far += d * d / (by->sum[p->at[i]] / a->n);
		left -= by->sum[p->at[i]];
	}
	for (size_t k = 0; k < a->n_axis; k++) {
		coord[k] /= sqrt(a->value[k]);
		if (fabs(coord[k]) < 1e-12)
			coord[k] = 0;
	}
	return far + left / a->n;
}
