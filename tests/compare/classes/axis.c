/* axis - against R's svd and ca, and against the dense eigenvectors of
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

/* An axis of a whole table, and what it lies in. */
struct found {
	struct axis a;
	struct room room;
	struct reinert_part part;
};

static bool
find(struct found *f, const struct sparse *t)
{
	*f = (struct found){.room.within = WITHIN};
	part_whole(&f->part, t);
	return axis_find(&f->a, &f->part, &f->room);
}

static void
leave(struct found *f)
{
	room_free(&f->room);
	reinert_part_free(&f->part);
}

static void
small(void)
{
	static const char *const cells[] = {"110010", "111000", "011001",
	    "001110", "000111", "100101", "010111"};
	struct sparse t;
	struct found f;

	sparse_begin(&t, 6);
	for (size_t i = 0; i < 7; i++) {
		uint32_t v[6];
		size_t n = 0;

		for (uint32_t j = 0; j < 6; j++)
			if (cells[i][j] == '1')
				v[n++] = j;
		sparse_ones(&t, v, n);
	}
	ok(find(&f, &t), "an axis");
	ok(f.a.converged, "converged");
	near(f.a.eigenvalue, value, 1e-12, "eigenvalue");
	for (size_t j = 0; j < 6; j++)
		near(f.a.column[j], column[j], 1e-9, "column coordinate");
	for (size_t i = 0; i < 7; i++)
		near(f.a.row[i], row[i], 1e-9, "row coordinate");
	leave(&f);
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
		struct found f;
		const struct axis *a = &f.a;

		zero_one(&t, seed, n, m, 5 + draw(&state, 10));
		dense(&t, e, v);
		if (!find(&f, &t)) {
			bad += e[0] > 1e-10;
			leave(&f);
			sparse_free(&t);
			free(v);
			continue;
		}
		bad += !a->converged;
		value_off = fmax(value_off, fabs(a->eigenvalue - e[0]));
		for (uint32_t j = 0; j < m; j++) {
			xy += v[j] * a->column[j];
			xx += v[j] * v[j];
			yy += a->column[j] * a->column[j];
		}
		if (e[0] < 1 - 1e-3 && e[0] - e[1] > 1e-3) {
			double c = xy / sqrt(xx) / sqrt(yy);

			compared++;
			vector_off = fmax(vector_off, 1 - fabs(c));
		}
		leave(&f);
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
	struct found f;

	plant(&t, 5, &p);
	ok(find(&f, &t) && f.a.converged, "three parts");
	near(f.a.eigenvalue, 1, 1e-12, "eigenvalue 1");
	leave(&f);
	sparse_free(&t);
}

/* The rows that draw() names, and their columns counted. */
static void
take(struct reinert_part *p, const struct sparse *t, uint64_t *state,
    uint32_t min)
{
	uint32_t *drawn = mem_new(t->n_row, sizeof(*drawn));
	uint32_t *count = mem_new(t->n_col, sizeof(*count));
	struct rows x = {.row = drawn, .count = count};

	for (uint32_t i = 0; i < t->n_row; i++) {
		if (draw(state, 3) == 0)
			continue;
		drawn[x.n++] = i;
		for (size_t j = t->at[i]; j < t->at[i + 1]; j++)
			count[t->col[j]]++;
	}
	part_take(p, t, &x, min);
	free(drawn);
	free(count);
}

/* Axes of parts of a table, one after the other in the same room, and each as a
 * table of its own: the same to the bit. */
static void
in_turn(void)
{
	struct room room = {.within = WITHIN};
	struct reinert_part p = {0};
	unsigned bad = 0;
	unsigned off = 0;

	for (uint64_t seed = 1; seed <= 40; seed++) {
		uint64_t state = seed;
		struct sparse t;

		zero_one(&t, seed, 80 + draw(&state, 150), 90, 25);
		for (uint32_t k = 0; k < 8; k++) {
			struct axis a;
			struct found one;

			take(&p, &t, &state, 4);
			bad += !axis_find(&a, &p, &room) || !a.converged ||
			    !find(&one, &p.t);
			for (uint32_t i = 0; i < p.t.n_row && bad == 0; i++)
				off += one.a.row[i] < a.row[i] ||
				    one.a.row[i] > a.row[i];
			leave(&one);
		}
		sparse_free(&t);
	}
	is_u64(bad, 0, "parts in turn converge");
	is_u64(off, 0, "to the axes of each");
	room_free(&room);
	reinert_part_free(&p);
}

/* A part against the table, cell by cell. */
static void
parts(void)
{
	struct reinert_part p = {0};
	unsigned bad = 0;

	for (uint64_t seed = 1; seed <= 40; seed++) {
		uint64_t state = seed;
		size_t cells = 0;
		size_t sum = 0;
		struct sparse t;

		zero_one(&t, seed, 20 + draw(&state, 60), 40, 9);
		take(&p, &t, &state, 3);
		for (uint32_t j = 0; j < p.t.n_col; j++)
			sum += p.n[j];
		for (uint32_t i = 0; i < p.t.n_row; i++)
			for (size_t k = p.t.at[i]; k < p.t.at[i + 1]; k++) {
				size_t at = t.at[p.row[i]];

				while (at < t.at[p.row[i] + 1] &&
				    t.col[at] != p.col[p.t.col[k]])
					at++;
				bad += at == t.at[p.row[i] + 1];
				cells++;
			}
		bad += cells != sum || cells != p.t.at[p.t.n_row];
		for (uint32_t j = 0; j < p.t.n_col; j++)
			bad += p.n[j] < 3;
		sparse_free(&t);
	}
	is_u64(bad, 0, "parts have the cells of the table");
	reinert_part_free(&p);
}

/* Columns by falling frequency: the same cells. */
static void
ordered(void)
{
	unsigned bad = 0;

	for (uint64_t seed = 1; seed <= 40; seed++) {
		uint64_t state = seed;
		struct sparse t;
		struct sparse o;
		uint32_t *n;
		size_t sum[2] = {0, 0};

		zero_one(&t, seed, 20 + draw(&state, 60), 40, 9);
		free(order_columns(&o, &t));
		n = sparse_columns(&t);
		for (size_t k = 0; k < t.at[t.n_row]; k++)
			sum[0] += n[t.col[k]];
		free(n);
		n = sparse_columns(&o);
		for (uint32_t j = 1; j < o.n_col; j++)
			bad += n[j] > n[j - 1];
		for (uint32_t i = 0; i < o.n_row; i++) {
			bad += o.at[i + 1] != t.at[i + 1];
			for (size_t k = o.at[i]; k < o.at[i + 1]; k++) {
				sum[1] += n[o.col[k]];
				bad += k > o.at[i] && o.col[k] <= o.col[k - 1];
			}
		}
		bad += sum[0] != sum[1];
		free(n);
		sparse_free(&t);
		sparse_free(&o);
	}
	is_u64(bad, 0, "columns by frequency");
}

static void
none(void)
{
	struct sparse t;
	struct found f;
	uint32_t v[] = {0, 1, 2};

	sparse_begin(&t, 3);
	ok(!find(&f, &t), "no row");
	leave(&f);
	sparse_ones(&t, v, 3);
	ok(!find(&f, &t), "one row");
	leave(&f);
	for (size_t i = 0; i < 20; i++)
		sparse_ones(&t, v, 3);
	ok(!find(&f, &t), "equal rows");
	leave(&f);
	sparse_free(&t);
	sparse_begin(&t, 1);
	sparse_ones(&t, v, 1);
	sparse_ones(&t, v, 1);
	ok(!find(&f, &t), "one column");
	leave(&f);
	sparse_free(&t);
}

int
main(void)
{
	small();
	random_tables();
	apart();
	in_turn();
	parts();
	ordered();
	none();
	return done();
}
