/* reinert_axis - against R's svd and ca, and against the dense eigenvectors of
 * random tables. */
#include <gsl/gsl_eigen.h>
#include <stdlib.h>

#include "compare/classes/axis.h"
#include "compare/classes/part.h"
#include "tap.h"
#include "zero_one.h"

/* m <- rbind(c(1,1,0,0,1,0), c(1,1,1,0,0,0), c(0,1,1,0,0,1), c(0,0,1,1,1,0),
 *     c(0,0,0,1,1,1), c(1,0,0,1,0,1), c(0,1,0,1,1,1))
 * P <- m / sum(m); r <- rowSums(P); c <- colSums(P)
 * S <- diag(1 / sqrt(r)) %*% (P - r %o% c) %*% diag(1 / sqrt(c))
 * d <- svd(S); d$d[1]^2; d$v[, 1] / sqrt(c); d$u[, 1] / sqrt(r)
 * (the same as ca::ca(m)$colcoord[, 1], $rowcoord[, 1]) */
static const double value = 0.38401943185359838;
static const double column[] = {-1.0981979664530397, -1.0500693161280652,
    -1.098197966453039, 1.2288034301076982, 0.73428141784996337,
    0.73428141784996392};
static const double row[] = {-0.76058404851029593, -1.7462760725177942,
    -0.7605840485102956, 0.46522329695517045, 1.4509153209626693,
    0.46522329695517123, 0.66456169099903128};

static void
small(void)
{
	static const char *const cells[] = {"110010", "111000", "011001",
	    "001110", "000111", "100101", "010111"};
	struct sparse t;
	struct reinert_axis a;

	sparse_begin(&t, 6);
	for (size_t i = 0; i < 7; i++) {
		uint32_t v[6];
		size_t n = 0;

		for (uint32_t j = 0; j < 6; j++)
			if (cells[i][j] == '1')
				v[n++] = j;
		sparse_ones(&t, v, n);
	}
	ok(reinert_axis_open(&a, &t), "an axis");
	ok(a.converged, "converged");
	near(a.eigenvalue, value, 1e-12, "eigenvalue");
	for (size_t j = 0; j < 6; j++)
		near(a.column[j], column[j], 1e-9, "column coordinate");
	for (size_t i = 0; i < 7; i++)
		near(a.row[i], row[i], 1e-9, "row coordinate");
	reinert_axis_free(&a);
	sparse_free(&t);
}

/* The two largest eigenvalues but the trivial one, and the vector of the
 * first, by the dense columns by columns matrix. */
static void
dense(const struct sparse *t, double e[2], double *v)
{
	size_t m = t->n_col;
	uint32_t *n = sparse_columns(t);
	gsl_matrix *a = gsl_matrix_calloc(m, m);
	gsl_matrix *s = gsl_matrix_alloc(m, m);
	gsl_vector *x = gsl_vector_alloc(m);
	gsl_eigen_symmv_workspace *w = gsl_eigen_symmv_alloc(m);

	for (uint32_t i = 0; i < t->n_row; i++)
		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			for (size_t k = t->at[i]; k < t->at[i + 1]; k++)
				*gsl_matrix_ptr(a, t->col[j], t->col[k]) += 1 /
				    (double)(t->at[i + 1] - t->at[i]) /
				    sqrt((double)n[t->col[j]]) /
				    sqrt((double)n[t->col[k]]);
	(void)gsl_eigen_symmv(a, x, s, w);
	(void)gsl_eigen_symmv_sort(x, s, GSL_EIGEN_SORT_VAL_DESC);
	e[0] = gsl_vector_get(x, 1);
	e[1] = m > 2 ? gsl_vector_get(x, 2) : 0;
	for (size_t j = 0; j < m; j++)
		v[j] = gsl_matrix_get(s, j, 1) / sqrt((double)n[j]);
	gsl_eigen_symmv_free(w);
	gsl_matrix_free(a);
	gsl_matrix_free(s);
	gsl_vector_free(x);
	free(n);
}

/* Vectors are compared where the eigenvalues beside are not the same. */
static void
random_tables(void)
{
	double value_off = 0;
	double vector_off = 0;
	unsigned bad = 0;
	unsigned compared = 0;

	for (uint64_t seed = 1; seed <= 60; seed++) {
		uint64_t state = seed;
		uint32_t m = 2 + draw(&state, 120);
		uint32_t n = 2 + draw(&state, 150);
		double *v = mem_new(m, sizeof(*v));
		double e[2];
		double xy = 0;
		double xx = 0;
		double yy = 0;
		struct sparse t;
		struct reinert_axis a;

		zero_one(&t, seed, n, m, 5 + draw(&state, 10));
		dense(&t, e, v);
		if (!reinert_axis_open(&a, &t)) {
			bad += e[0] > 1e-10;
			sparse_free(&t);
			free(v);
			continue;
		}
		bad += !a.converged;
		value_off = fmax(value_off, fabs(a.eigenvalue - e[0]));
		for (uint32_t j = 0; j < m; j++) {
			xy += v[j] * a.column[j];
			xx += v[j] * v[j];
			yy += a.column[j] * a.column[j];
		}
		if (e[0] < 1 - 1e-3 && e[0] - e[1] > 1e-3) {
			double c = xy / sqrt(xx) / sqrt(yy);

			compared++;
			vector_off = fmax(vector_off, 1 - fabs(c));
		}
		reinert_axis_free(&a);
		sparse_free(&t);
		free(v);
	}
	is_u64(bad, 0, "all random tables converge");
	ok(value_off < 1e-10, "eigenvalues are the dense ones");
	ok(compared > 30 && vector_off < 1e-12, "and so are the vectors");
	printf(
	    "# off %.3g, %.3g (%u vectors)\n", value_off, vector_off, compared);
}

/* Parts that have no form in common: the axis has eigenvalue 1. */
static void
apart(void)
{
	struct planted p = {60, 3, 12, 4, 0};
	struct sparse t;
	struct reinert_axis a;

	plant(&t, 5, &p);
	ok(reinert_axis_open(&a, &t) && a.converged, "three parts");
	near(a.eigenvalue, 1, 1e-12, "eigenvalue 1");
	reinert_axis_free(&a);
	sparse_free(&t);
}

/* Axes of parts of a table, found together and each by itself. */
static void
together(void)
{
	unsigned bad = 0;
	double off = 0;

	for (uint64_t seed = 1; seed <= 40; seed++) {
		uint64_t state = seed;
		struct reinert_part p[REINERT_LANES];
		struct reinert_axis a[REINERT_LANES];
		struct reinert_lanes w;
		struct sparse t;

		zero_one(&t, seed, 150, 90, 25);
		for (uint32_t k = 0; k < REINERT_LANES; k++) {
			uint32_t drawn[150];
			uint32_t n = 0;

			for (uint32_t i = 0; i < 150; i++)
				if (draw(&state, 3) > 0)
					drawn[n++] = i;
			reinert_part_open(&p[k], &t, drawn, n, NULL, 4);
		}
		reinert_lanes_open(&w, t.n_row, t.n_col);
		reinert_axes_open(a, &w, &t, p, REINERT_LANES);
		for (uint32_t k = 0; k < REINERT_LANES; k++) {
			struct reinert_axis one;

			bad += a[k].row == NULL || !a[k].converged;
			if (!reinert_axis_open(&one, &p[k].t) || bad > 0)
				continue;
			off = fmax(off, fabs(one.eigenvalue - a[k].eigenvalue));
			for (uint32_t i = 0; i < p[k].t.n_row; i++)
				off = fmax(off, fabs(one.row[i] - a[k].row[i]));
			reinert_axis_free(&one);
			reinert_axis_free(&a[k]);
			reinert_part_free(&p[k]);
		}
		reinert_lanes_free(&w);
		sparse_free(&t);
	}
	is_u64(bad, 0, "four parts at once converge");
	ok(off < 1e-6, "to the axes of each");
	printf("# off %.3g\n", off);
}

static void
none(void)
{
	struct sparse t;
	struct reinert_axis a;
	uint32_t v[] = {0, 1, 2};

	sparse_begin(&t, 3);
	ok(!reinert_axis_open(&a, &t), "no row");
	sparse_ones(&t, v, 3);
	ok(!reinert_axis_open(&a, &t), "one row");
	for (size_t i = 0; i < 20; i++)
		sparse_ones(&t, v, 3);
	ok(!reinert_axis_open(&a, &t), "equal rows");
	sparse_free(&t);
	sparse_begin(&t, 1);
	sparse_ones(&t, v, 1);
	sparse_ones(&t, v, 1);
	ok(!reinert_axis_open(&a, &t), "one column");
	sparse_free(&t);
}

int
main(void)
{
	small();
	random_tables();
	apart();
	together();
	none();
	return done();
}
