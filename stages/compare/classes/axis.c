#include "axis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/lanczos.h"
#include "lib/base/mem.h"
#include "tridiagonal.h"

enum {
	BEGUN = 4, /* times */
	BESIDE = 47,
	RESTARTS = 300,
	VECTORS = STEPS + 6, /* by column, see struct run */
	LINE = 64            /* bytes */
};

/* Below it an eigenvalue is rounding. */
static const double nothing = 1e-12;
/* What rounding leaves of a residual is allowed for. */
static const double allowed = 10;
/* How much of a vector to start with is at random where another is known. */
static const double at_random = 0.01;

/* Two columns, which any machine has at once.  Sums are four by turns, in this
 * order whatever the machine does. */
typedef double two __attribute__((vector_size(2 * sizeof(double))));

struct sum {
	two a;
	two b;
};

struct run {
	const struct reinert_part *p;
	const struct blocks *b;
	size_t n;      /* twos of a vector, an even number; behind the columns
			  it is 0 */
	two *per_root; /* 1 / sqrt(rows of the column) */
	two *trivial;  /* the axis that is always there */
	two *half;     /* scratch */
	two *vector;   /* the Ritz vectors */
	two *next;
	two *basis; /* STEPS + 1 vectors */
	struct tri tri;
};

static inline double
total(struct sum s)
{
	return (s.a[0] + s.a[1]) + (s.b[0] + s.b[1]);
}

static double
dot(const two *x, const two *y, size_t n)
{
	struct sum s = {{0}, {0}};

	for (size_t j = 0; j < n; j += 2) {
		s.a += x[j] * y[j];
		s.b += x[j + 1] * y[j + 1];
	}
	return total(s);
}

static void
set_length(two *x, size_t n, double to)
{
	double s = sqrt(dot(x, x, n));
	double per = s > 0 ? to / s : 0;

	for (size_t j = 0; j < n; j++)
		x[j] *= per;
}

struct products {
	double xy;
	double yy;
};

/* y less its share of the trivial axis, which is `away`. */
static struct products
clear(const struct run *r, double away, const two *x, two *y)
{
	struct sum xy = {{0}, {0}};
	struct sum yy = {{0}, {0}};

	for (size_t j = 0; j < r->n; j += 2) {
		two a = y[j] - away * r->trivial[j];
		two b = y[j + 1] - away * r->trivial[j + 1];

		xy.a += x[j] * a;
		xy.b += x[j + 1] * b;
		yy.a += a * a;
		yy.b += b * b;
		y[j] = a;
		y[j + 1] = b;
	}
	return (struct products){total(xy), total(yy)};
}

/* y = B x, clear of the trivial axis. */
static struct products
multiply(const struct run *r, const two *x, two *y)
{
	const size_t n = r->n;
	struct sum with = {{0}, {0}};

	for (size_t j = 0; j < n; j++)
		r->half[j] = x[j] * r->per_root[j];
	memset(y, 0, n * sizeof(*y));
	blocks_multiply(r->b, (const double *)r->half, (double *)y);
	for (size_t j = 0; j < n; j += 2) {
		two a = y[j] * r->per_root[j];
		two b = y[j + 1] * r->per_root[j + 1];

		with.a += r->trivial[j] * a;
		with.b += r->trivial[j + 1] * b;
		y[j] = a;
		y[j + 1] = b;
	}
	return clear(r, total(with), x, y);
}

/* ---- the run ---- */

static void
run_open(struct run *r, struct room *w, const struct reinert_part *p)
{
	uint32_t m = p->t.n_col;
	size_t n = m / 4 * 2 + 2; /* places more than columns, for no column */
	double all = (double)p->t.at[p->t.n_row];
	uintptr_t off;

	w->block = mem_grow(
	    w->block, &w->cap_block, VECTORS * n * sizeof(two) + LINE, 1);
	w->row = mem_grow(w->row, &w->cap_row, p->t.n_row, sizeof(*w->row));
	blocks_take(&w->b, &p->t);
	*r = (struct run){.p = p, .b = &w->b, .n = n};
	off = (uintptr_t)w->block % LINE;
	r->per_root = (two *)(void *)((char *)w->block + (LINE - off) % LINE);
	r->trivial = r->per_root + n;
	r->half = r->trivial + n;
	r->vector = r->half + n;
	r->next = r->vector + n;
	r->basis = r->next + n;
	memset(r->per_root, 0, 2 * n * sizeof(two));
	for (uint32_t j = 0; j < m; j++) {
		double x = p->n[j];

		((double *)r->per_root)[j] = 1 / sqrt(x);
		((double *)r->trivial)[j] = sqrt(x / all);
	}
}

/* The same vector at random in whatever order the columns are. */
static void
scatter(const struct reinert_part *p, double *x)
{
	uint64_t seed = 0;

	for (uint32_t i = 0; i < p->n_whole; i++) {
		uint32_t j = p->order != NULL ? p->order[i] : i;

		if (p->to != NULL)
			j = p->to[j];
		if (j < p->t.n_col)
			x[j] = lanczos_number(&seed);
	}
}

/* What the part has to start with, and a little of a vector at random, so that
 * nothing is missing; that alone where it has none. */
static void
start(struct run *r)
{
	const struct reinert_part *p = r->p;
	size_t n = r->n;
	two *v = r->basis;
	double s;

	memset(v, 0, n * sizeof(*v));
	scatter(p, (double *)v);
	if (p->started) {
		two *known = r->half;

		memset(known, 0, n * sizeof(*known));
		memcpy(known, p->start, p->t.n_col * sizeof(*p->start));
		set_length(known, n, 1);
		set_length(v, n, at_random);
		for (size_t j = 0; j < n; j++)
			v[j] += known[j];
	}
	s = dot(v, r->trivial, n);
	for (size_t j = 0; j < n; j++)
		v[j] -= s * r->trivial[j];
	set_length(v, n, 1);
}

/* Vector m + 1 of the basis.  False if there is none. */
static bool
step(struct run *r, uint32_t m)
{
	size_t n = r->n;
	const two *v = r->basis + m * n;
	const two *last = m > 0 ? v - n : v;
	two *y = r->basis + (m + 1) * n;
	struct sum rest = {{0}, {0}};
	struct products p = multiply(r, v, y);
	double a = p.xy;
	double b = m > 0 ? r->tri.beta[m - 1] : 0;
	double per;

	for (size_t j = 0; j < n; j += 2) {
		two c = y[j] - (a * v[j] + b * last[j]);
		two d = y[j + 1] - (a * v[j + 1] + b * last[j + 1]);

		rest.a += c * c;
		rest.b += d * d;
		y[j] = c;
		y[j + 1] = d;
	}
	r->tri.alpha[m] = a;
	r->tri.beta[m] = sqrt(total(rest));
	r->tri.m = m + 1;
	if (r->tri.beta[m] <= nothing || r->tri.beta[m] <= 1e-14 * sqrt(p.yy))
		return false;
	per = 1 / r->tri.beta[m];
	for (size_t j = 0; j < n; j++)
		y[j] *= per;
	return true;
}

/* The vector of these coordinates in the basis, of length 1. */
static void
turn(const struct run *r, const double *s, two *to)
{
	size_t n = r->n;

	uint32_t i = 0;

	memset(to, 0, n * sizeof(*to));
	for (; i + 4 <= r->tri.m; i += 4) {
		const two *v = r->basis + i * n;

		for (size_t j = 0; j < n; j++)
			to[j] = (((to[j] + s[i] * v[j]) + s[i + 1] * v[n + j]) +
				    s[i + 2] * v[2 * n + j]) +
			    s[i + 3] * v[3 * n + j];
	}
	for (; i < r->tri.m; i++) {
		const two *v = r->basis + i * n;

		for (size_t j = 0; j < n; j++)
			to[j] += s[i] * v[j];
	}
	set_length(to, n, 1);
}

/* From the first vector of the basis on.  Is the end near enough? */
static bool
steps(struct run *r, double within)
{
	for (uint32_t m = 0; m < STEPS; m++) {
		bool more = step(r, m);

		tri_look(&r->tri);
		if (!more ||
		    r->tri.residual <= fmax(within * r->tri.value, nothing))
			return true;
	}
	return false;
}

/* The first two Ritz vectors of as many steps as it takes, from the best vector
 * so far each time the basis is full. */
static void
find(struct run *r, double within)
{
	double s[2][STEPS];

	start(r);
	for (int i = 0; i < BEGUN; i++) {
		bool done = steps(r, within);

		tri_ritz(&r->tri, s);
		turn(r, s[0], r->vector);
		if (done || i + 1 == BEGUN)
			break;
		memcpy(r->basis, r->vector, r->n * sizeof(*r->basis));
	}
	turn(r, s[1], r->next);
}

/* ---- with all that it takes, where the steps were not enough ---- */

static void
apply(const void *arg, const double *x, double *y)
{
	const struct run *r = arg;
	size_t size = r->p->t.n_col * sizeof(*x);
	two *to = r->basis;
	two *from = to + r->n;

	memset(from, 0, r->n * sizeof(*from));
	memcpy(from, x, size);
	(void)multiply(r, from, to);
	memcpy(y, to, size);
}

static void
search(struct axis *a, const struct run *r, double within)
{
	const struct lanczos m = {.n = r->p->t.n_col,
	    .apply = apply,
	    .arg = r,
	    .apart = (const double *)r->trivial,
	    .n_apart = 1,
	    .beside = BESIDE,
	    .restarts = RESTARTS,
	    .nothing = nothing};
	double *x = (double *)r->vector;

	(void)lanczos_run(&m, 1, within, &a->eigenvalue, x);
	a->converged = lanczos_residual(&m, a->eigenvalue, x) <=
	    allowed * within * a->eigenvalue + nothing;
}

/* ---- the whole ---- */

static void
finish(struct axis *a, struct run *r, double within)
{
	two *y = r->basis + STEPS * r->n; /* no longer needed */

	a->eigenvalue = r->tri.value;
	(void)multiply(r, r->vector, y);
	for (size_t j = 0; j < r->n; j++)
		y[j] -= a->eigenvalue * r->vector[j];
	a->converged =
	    sqrt(dot(y, y, r->n)) <= allowed * within * a->eigenvalue + nothing;
	if (!a->converged)
		search(a, r, within);
}

/* Coordinates from the vector. */
static void
coordinates(struct axis *a, const struct run *r)
{
	double *x = (double *)r->vector;
	const double *per_root = (const double *)r->per_root;
	double scale = sqrt((double)r->p->t.at[r->p->t.n_row]);
	double per = 1 / sqrt(a->eigenvalue);
	uint32_t n = r->p->t.n_col;
	uint32_t far = 0;

	for (uint32_t j = 0; j < n; j++) {
		x[j] *= scale * per_root[j];
		if (fabs(x[j]) > fabs(x[far]))
			far = j;
	}
	if (x[far] < 0)
		for (uint32_t j = 0; j < n; j++)
			x[j] = -x[j];
	blocks_means(r->b, x, a->row);
	for (uint32_t i = 0; i < r->p->t.n_row; i++)
		a->row[i] *= per;
}

bool
axis_find(struct axis *a, const struct reinert_part *p, struct room *w)
{
	struct run r;

	if (p->t.n_row < 2 || p->t.n_col < 2)
		return false;
	run_open(&r, w, p);
	*a = (struct axis){.row = w->row,
	    .column = (double *)r.vector,
	    .next = (double *)r.next};
	find(&r, w->within);
	finish(a, &r, w->within);
	if (!(a->eigenvalue > nothing))
		return false;
	coordinates(a, &r);
	return true;
}

void
room_free(struct room *w)
{
	blocks_free(&w->b);
	free(w->block);
	free(w->row);
}
