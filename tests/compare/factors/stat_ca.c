/* stat_ca - against published values, and what holds for every table. */
#include <stdlib.h>

#include "compare/common/sparse.h"
#include "compare/factors/stat_ca.h"
#include "tap.h"

enum {
	ROWS = 40,
	COLS = 12,
	TABLES = 400
};

static const struct stat_ca_rule all_axes = {ROWS, 1000, 300};
static const struct stat_ca_rule by_lanczos = {4, 0, 300};

struct table {
	size_t n_row;
	size_t n_col;
	double f[ROWS * COLS];
};

static void
to_sparse(struct sparse *s, const struct table *t)
{
	size_t n = 0;

	sparse_open(
	    s, (uint32_t)t->n_row, (uint32_t)t->n_col, t->n_row * t->n_col);
	for (size_t i = 0; i < t->n_row; i++) {
		for (size_t j = 0; j < t->n_col; j++)
			if (t->f[i * t->n_col + j] > 0) {
				s->col[n] = (uint32_t)j;
				s->f[n++] = t->f[i * t->n_col + j];
			}
		s->at[i + 1] = n;
	}
}

static void
analyse(
    struct stat_ca *a, const struct table *t, const struct stat_ca_rule *rule)
{
	struct sparse s = {0};

	to_sparse(&s, t);
	stat_ca_open(a, &s, rule);
	sparse_free(&s);
}

/* Greenacre's smokers, the values of STATISTICS by ca::ca(smoke). */
static void
smoke(void)
{
	static const struct table t = {5, 4,
	    {4, 2, 3, 2, 4, 3, 7, 4, 25, 10, 12, 4, 18, 24, 33, 13, 10, 6, 7,
		2}};
	struct stat_ca a;
	const double *x;

	analyse(&a, &t, &all_axes);
	is_u64(a.n_axis, 3, "smoke: axes");
	near(sqrt(a.value[0]), .273421115, 1e-8, "smoke: singular value 1");
	near(sqrt(a.value[1]), .100085866, 1e-8, "smoke: singular value 2");
	near(sqrt(a.value[2]), .020336521, 1e-7, "smoke: singular value 3");
	near(a.inertia, .08518986, 1e-6, "smoke: inertia");
	x = a.row.coord + 3 * a.n_axis; /* JE */
	near(fabs(x[0]), .233, 5e-3, "smoke: JE");
	near(x[0] * x[0] * a.row.sum[3] / a.n / a.row.inertia[3], .942, 1e-3,
	    "smoke: cos2 of JE");
	near(x[0] * x[0] * a.row.sum[3] / a.n / a.value[0], .331, 2e-3,
	    "smoke: contribution of JE");
	near(a.row.coord[2 * a.n_axis] * (x[0] > 0 ? -1 : 1), .381, 2e-3,
	    "smoke: SE is opposite");
	stat_ca_close(&a);
}

/* Lafon's table of Robespierre: de, peuple, republique, ennemi, patrie and the
 * other words in ten speeches.  R: ca::ca(x)$sv^2 */
static void
robespierre(void)
{
	static const double value[] = {0.000852583111612, 0.000555056369521,
	    0.000268229109898, 0.00012389150356, 3.11711214814e-05};
	static const double peuple[] = {0.058793647955, 0.296387724127,
	    0.0934183030621, 0.0245433271161, 0.0146459606487};
	static const double part[10] = {
	    8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933};
	struct table t = {6, 10,
	    {464, 165, 194, 392, 398, 235, 509, 96, 58, 662, 45, 18, 15, 14, 53,
		30, 42, 16, 4, 59, 35, 10, 16, 29, 29, 9, 21, 14, 2, 42, 30, 13,
		11, 19, 22, 10, 16, 7, 2, 35, 6, 5, 16, 8, 23, 10, 35, 8, 3,
		39}};
	struct stat_ca a;

	for (size_t j = 0; j < 10; j++) {
		t.f[50 + j] = part[j];
		for (size_t i = 0; i < 5; i++)
			t.f[50 + j] -= t.f[10 * i + j];
	}
	analyse(&a, &t, &all_axes);
	is_u64(a.n_axis, 5, "Robespierre: axes");
	for (size_t k = 0; k < a.n_axis && k < 5; k++) {
		near(a.value[k], value[k], 1e-9, "Robespierre: eigenvalue");
		near(fabs(a.row.coord[a.n_axis + k]), peuple[k], 1e-9,
		    "Robespierre: peuple");
	}
	near(a.inertia, .001830931, 1e-6, "Robespierre: inertia");
	stat_ca_close(&a);
}

static uint64_t
draw(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return *seed >> 33;
}

/* A table without empty rows and columns. */
static void
make_table(struct table *t, uint64_t *seed)
{
	static const uint64_t most[] = {3, 20, 1000, 1000000000};
	uint64_t size = most[draw(seed) % 4];
	uint64_t zeros = draw(seed) % 4;

	t->n_row = 2 + draw(seed) % (ROWS - 1);
	t->n_col = 2 + draw(seed) % (COLS - 1);
	for (size_t i = 0; i < t->n_row * t->n_col; i++)
		t->f[i] = draw(seed) % 4 < zeros
		    ? 0
		    : (double)(1 + draw(seed) % size);
	for (size_t i = 0; i < t->n_row; i++)
		t->f[i * t->n_col + i % t->n_col] += 1;
	for (size_t j = 0; j < t->n_col; j++)
		t->f[j % t->n_row * t->n_col + j] += 1;
}

static void
worse(double *worst, double got, double want, double scale)
{
	double d = fabs(got - want) / scale;

	if (!(d <= *worst)) /* a NaN too */
		*worst = d;
}

/* What has gone wrong most, over all tables. */
struct worst {
	double chi2;
	double values;
	double centre;
	double contributions;
	double cos2;
	double angles;
	double transposed;
	double permuted;
	double lanczos;
	double projected;
	unsigned other_axes; /* analyses with other axes than the first one */
};

static double
chi2_over_n(const struct table *t)
{
	double row[ROWS] = {0};
	double col[COLS] = {0};
	double n = 0;
	double sum = 0;

	for (size_t i = 0; i < t->n_row; i++)
		for (size_t j = 0; j < t->n_col; j++) {
			row[i] += t->f[i * t->n_col + j];
			col[j] += t->f[i * t->n_col + j];
			n += t->f[i * t->n_col + j];
		}
	for (size_t i = 0; i < t->n_row; i++)
		for (size_t j = 0; j < t->n_col; j++) {
			double e = row[i] * col[j] / n;
			double d = t->f[i * t->n_col + j] - e;

			sum += d * d / e;
		}
	return sum / n;
}

static void
check_side(
    struct worst *w, const struct stat_ca *a, const struct stat_ca_side *s)
{
	double inertia = 0;

	for (size_t i = 0; i < s->n; i++) {
		const double *x = s->coord + i * a->n_axis;
		double far = 0;

		for (size_t k = 0; k < a->n_axis; k++)
			far += x[k] * x[k];
		worse(&w->cos2, far * s->sum[i] / a->n, s->inertia[i],
		    a->inertia);
		inertia += s->inertia[i];
	}
	worse(&w->chi2, inertia, a->inertia, a->inertia);
	for (size_t k = 0; k < a->n_axis; k++)
		for (size_t j = 0; j <= k; j++) {
			double centre = 0;
			double product = 0;

			for (size_t i = 0; i < s->n; i++) {
				const double *x = s->coord + i * a->n_axis;
				double m = s->sum[i] / a->n;

				centre += m * x[k];
				product += m * x[k] * x[j];
			}
			worse(&w->centre, centre, 0, sqrt(a->value[k]));
			product /= sqrt(a->value[k] * a->value[j]);
			if (j == k)
				worse(&w->contributions, 1000 * product, 1000,
				    1000);
			else if (a->value[k] > 1e-4 * a->value[0])
				worse(&w->angles, product, 0, 1);
		}
}

/* Is axis k so far from its neighbours that its direction is sharp? */
static bool
is_sharp(const struct stat_ca *a, size_t k)
{
	return a->value[k] > 1e-4 * a->value[0] &&
	    (k == 0 || a->value[k] < 0.99 * a->value[k - 1]) &&
	    (k + 1 >= a->n_value || a->value[k + 1] < 0.99 * a->value[k]);
}

/* Coordinates of both analyses, whose signs may differ; point i of x is point
 * i * step % n of y. */
static void
compare(double *worst, const struct stat_ca *a, const struct stat_ca_side *x,
    const struct stat_ca *b, const struct stat_ca_side *y)
{
	size_t n = a->n_axis < b->n_axis ? a->n_axis : b->n_axis;

	for (size_t k = 0; k < n; k++) {
		worse(worst, b->value[k], a->value[k], a->value[0]);
		if (!is_sharp(a, k))
			continue;
		for (size_t i = 0; i < x->n; i++)
			worse(worst,
			    fabs(y->coord[i * b->n_axis + k]) *
				sqrt(x->sum[i] / a->n),
			    fabs(x->coord[i * a->n_axis + k]) *
				sqrt(x->sum[i] / a->n),
			    sqrt(a->value[k]));
	}
}

static void
transpose(struct worst *w, const struct stat_ca *a, const struct table *t)
{
	static const struct stat_ca_rule rule = {ROWS, 1000, 300};
	struct sparse s = {0};
	struct sparse turned = {0};
	struct stat_ca b;

	to_sparse(&s, t);
	sparse_transpose(&turned, &s);
	stat_ca_open(&b, &turned, &rule);
	compare(&w->transposed, a, &a->row, &b, &b.col);
	compare(&w->transposed, a, &a->col, &b, &b.row);
	stat_ca_close(&b);
	sparse_free(&turned);
	sparse_free(&s);
}

/* Rows turned upside down. */
static void
permute(struct worst *w, const struct stat_ca *a, const struct table *t)
{
	struct table p = {.n_row = t->n_row, .n_col = t->n_col};
	struct stat_ca b;

	for (size_t i = 0; i < t->n_row; i++)
		memcpy(p.f + i * t->n_col, t->f + (t->n_row - 1 - i) * t->n_col,
		    t->n_col * sizeof(*p.f));
	analyse(&b, &p, &all_axes);
	for (size_t i = 0; i < t->n_row / 2; i++)
		for (size_t k = 0; k < b.n_axis; k++) {
			double *x = b.row.coord + i * b.n_axis + k;
			double *y =
			    b.row.coord + (t->n_row - 1 - i) * b.n_axis + k;
			double z = *x;

			*x = *y;
			*y = z;
		}
	w->other_axes += b.n_axis != a->n_axis;
	compare(&w->permuted, a, &a->row, &b, &b.row);
	compare(&w->permuted, a, &a->col, &b, &b.col);
	stat_ca_close(&b);
}

static void
by_other_way(struct worst *w, const struct stat_ca *a, const struct table *t)
{
	struct stat_ca b;

	analyse(&b, t, &by_lanczos);
	/* an axis may be lost whose value is near the rounding */
	w->other_axes += b.n_axis + b.n_lost !=
	    (a->n_axis < by_lanczos.n_axis ? a->n_axis : by_lanczos.n_axis);
	w->other_axes += b.n_lost > 0 && a->value[b.n_axis] > 1e-6;
	compare(&w->lanczos, a, &a->row, &b, &b.row);
	compare(&w->lanczos, a, &a->col, &b, &b.col);
	stat_ca_close(&b);
}

/* Every row as a supplementary one is where it was. */
static void
project(struct worst *w, const struct stat_ca *a, const struct table *t)
{
	struct sparse s = {0};
	double x[COLS];

	to_sparse(&s, t);
	for (size_t i = 0; i < t->n_row; i++) {
		struct stat_ca_profile p = {
		    s.col + s.at[i], s.f + s.at[i], s.at[i + 1] - s.at[i]};
		double far = stat_ca_project(a, &a->col, &p, x);
		double m = a->row.sum[i] / a->n;

		worse(&w->projected, far * m, a->row.inertia[i], a->inertia);
		for (size_t k = 0; k < a->n_axis; k++)
			if (a->value[k] > 1e-4 * a->value[0])
				worse(&w->projected, x[k] * sqrt(m),
				    a->row.coord[i * a->n_axis + k] * sqrt(m),
				    sqrt(a->value[k]));
	}
	sparse_free(&s);
}

static void
any_table(void)
{
	struct worst w = {0};
	uint64_t seed = 1;
	struct table t = {0};

	for (int i = 0; i < TABLES; i++) {
		struct stat_ca a;
		double sum = 0;

		make_table(&t, &seed);
		analyse(&a, &t, &all_axes);
		worse(&w.chi2, a.inertia, chi2_over_n(&t), a.inertia);
		for (size_t k = 0; k < a.n_axis; k++)
			sum += a.value[k];
		worse(&w.values, sum, a.inertia, a.inertia);
		check_side(&w, &a, &a.row);
		check_side(&w, &a, &a.col);
		transpose(&w, &a, &t);
		permute(&w, &a, &t);
		by_other_way(&w, &a, &t);
		project(&w, &a, &t);
		stat_ca_close(&a);
	}
	printf("# %g %g %g %g %g %g %g %g %g %g\n", w.chi2, w.values, w.centre,
	    w.contributions, w.cos2, w.angles, w.transposed, w.permuted,
	    w.lanczos, w.projected);
	ok(w.chi2 < 1e-9, "inertia is chi2 / n, and that of the points");
	ok(w.values < 1e-9, "the eigenvalues sum to it");
	ok(w.centre < 1e-9, "the centre is 0");
	ok(w.contributions < 1e-9, "contributions sum to 1000");
	ok(w.cos2 < 1e-9, "all axes together are the distance to the centre");
	ok(w.angles < 1e-9, "axes are at right angles");
	ok(w.transposed < 1e-9, "the transposed table swaps rows and columns");
	ok(w.permuted < 1e-9, "the order of the rows changes nothing");
	ok(w.lanczos < 1e-9, "Lanczos gives the same");
	is_u64(w.other_axes, 0, "as many axes whatever the way");
	ok(w.projected < 1e-9, "a row projected on the axes is where it was");
}

static void
check_none(const char *name, const struct table *t, double inertia)
{
	struct stat_ca a;

	analyse(&a, t, &all_axes);
	is_u64(a.n_axis, 0, name);
	near(a.inertia, inertia, 1e-12, name);
	stat_ca_close(&a);
	analyse(&a, t, &by_lanczos);
	is_u64(a.n_axis + a.n_lost, 0, name);
	stat_ca_close(&a);
}

static void
extremes(void)
{
	static const struct table same = {3, 3, {1, 2, 3, 2, 4, 6, 7, 14, 21}};
	static const struct table large = {2, 2, {1e15, 3e15, 1e15, 3e15}};
	static const struct table one_row = {1, 3, {1, 2, 3}};
	static const struct table one_col = {3, 1, {1, 2, 3}};
	static const struct table one = {1, 1, {5}};
	static const struct table blocks = {
	    4, 4, {3, 2, 0, 0, 1, 4, 0, 0, 0, 0, 5, 5, 0, 0, 2, 2}};
	static const struct table cross = {3, 3, {5, 0, 0, 0, 5, 0, 0, 0, 5}};
	struct stat_ca a;

	check_none("independent", &same, 0);
	check_none("independent, large", &large, 0);
	check_none("one row", &one_row, 0);
	check_none("one column", &one_col, 0);
	check_none("one cell", &one, 0);
	analyse(&a, &blocks, &all_axes);
	near(a.value[0], 1, 1e-12, "two blocks: the first value is 1");
	is_u64(a.n_axis, 2, "two blocks, one with equal profiles: axes");
	stat_ca_close(&a);
	analyse(&a, &cross, &by_lanczos);
	is_u64(a.n_axis, 2, "three blocks by Lanczos: axes");
	near(a.value[1], 1, 1e-12, "three blocks by Lanczos: a double value");
	stat_ca_close(&a);
}

int
main(void)
{
	smoke();
	robespierre();
	any_table();
	extremes();
	return done();
}
