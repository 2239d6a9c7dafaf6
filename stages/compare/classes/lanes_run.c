/* The run of the lanes: what is done once a cell or once a column, by whatever
 * instructions the machine has. */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/lanczos.h"
#include "lanes_inner.h"
#include "lib/base/mem.h"

enum {
	AHEAD = 24 /* cells, asked for before they are needed */
};

/* Residuals, of the eigenvalue: aimed at, and good enough in the end, for what
 * rounding leaves is allowed for. */
static const double tolerance = 1e-10;
static const double accepted = 1e-9;
static const double nothing = 1e-12;
/* How much of a vector to start with is at random where another is known. */
static const double at_random = 0.01;

/* ---- the matrix ---- */

/* The table times half, each row by its weight, times the table: to y. */
static void
multiply(const struct reinert_run *r, lane *restrict y)
{
	const struct sparse *t = r->t;
	const lane *restrict half = r->half;
	const uint32_t *last = t->col + t->at[t->n_row] - 1;

	for (uint32_t u = 0; u < r->n_used; u++) {
		uint32_t i = r->w->used[u];
		const uint32_t *from = t->col + t->at[i];
		const uint32_t *end = t->col + t->at[i + 1];
		lane s = {0};

		for (const uint32_t *j = from; j < end; j++) {
			uint32_t soon = last - j > AHEAD ? j[AHEAD] : *last;

			__builtin_prefetch(&half[soon]);
			__builtin_prefetch(&y[soon], 1);
			s += half[*j];
		}
		s *= r->w->row[i];
		for (const uint32_t *j = from; j < end; j++)
			y[*j] += s;
	}
}

/* A sum by turns, in the order of the columns whatever is done besides. */
struct turns {
	lane s[4];
};

static inline void
add(struct turns *t, size_t j, const lane *x, const lane *y)
{
	t->s[j % 4] += *x * *y;
}

static inline void
sum(const struct turns *t, lane *to)
{
	*to = (t->s[0] + t->s[1]) + (t->s[2] + t->s[3]);
}

static void
dot(const lane *x, const lane *y, size_t n, lane *to)
{
	struct turns t = {0};

	for (size_t j = 0; j < n; j++)
		add(&t, j, &x[j], &y[j]);
	sum(&t, to);
}

/* y = B x, clear of the trivial axis; yy and xy: its products. */
static void
apply(const struct reinert_run *r, const lane *x, lane *y, lane *yy, lane *xy)
{
	size_t n = r->t->n_col;
	struct turns with = {0};
	struct turns y2 = {0};
	struct turns x1 = {0};
	lane away;

	for (size_t j = 0; j < n; j++)
		r->half[j] = x[j] * r->per_root[j];
	memset(y, 0, n * sizeof(*y));
	multiply(r, y);
	for (size_t j = 0; j < n; j++) {
		y[j] *= r->per_root[j];
		add(&with, j, &r->trivial[j], &y[j]);
	}
	sum(&with, &away);
	for (size_t j = 0; j < n; j++) {
		y[j] -= away * r->trivial[j];
		add(&y2, j, &y[j], &y[j]);
		add(&x1, j, &x[j], &y[j]);
	}
	sum(&y2, yy);
	sum(&x1, xy);
}

/* ---- the run ---- */

static double
length(const double *x, size_t n)
{
	double s = 0;

	for (size_t j = 0; j < n; j++)
		s += x[j] * x[j];
	return sqrt(s);
}

/* What the part has to start with, and a little of a vector at random, so that
 * nothing is missing; that alone where it has none.  The same in whatever lane
 * it is. */
static void
start_lane(struct reinert_run *r, const struct reinert_part *p, uint32_t k)
{
	size_t n = p->t.n_col;
	double *x = mem_new(n, sizeof(*x));
	double given = p->start != NULL ? length(p->start, n) : 0;
	double per = 1;
	uint64_t seed = 0;

	for (size_t j = 0; j < n; j++)
		x[j] = lanczos_number(&seed);
	if (given > 0)
		per = at_random / length(x, n);
	for (uint32_t j = 0; j < n; j++) {
		double y = x[j] * per;

		if (p->start != NULL && given > 0)
			y += p->start[j] / given;
		r->basis[place(p->col, j)][k] = y;
	}
	free(x);
}

static void
start(struct reinert_run *r, const struct reinert_part *const *part)
{
	size_t n = r->t->n_col;
	lane *v = r->basis;
	lane s;

	memset(v, 0, n * sizeof(*v));
	for (uint32_t k = 0; k < r->n; k++)
		start_lane(r, part[k], k);
	dot(v, r->trivial, n, &s);
	for (size_t j = 0; j < n; j++)
		v[j] -= s * r->trivial[j];
	dot(v, v, n, &s);
	for (uint32_t k = 0; k < REINERT_LANES; k++)
		s[k] = s[k] > 0 ? 1 / sqrt(s[k]) : 0;
	for (size_t j = 0; j < n; j++)
		v[j] *= s;
}

/* Vector m + 1 of the basis, not yet of length 1; what it was to y: its length
 * before. */
static void
next_vector(struct reinert_run *r, uint32_t m, lane *before)
{
	size_t n = r->t->n_col;
	const lane *v = r->basis + m * n;
	lane *y = r->basis + (m + 1) * n;
	const lane *last = m > 0 ? v - n : v;
	struct turns rest = {0};
	lane b = {0};
	lane a;
	lane whole;

	apply(r, v, y, &whole, &a);
	r->tri.alpha[m] = a;
	if (m > 0)
		b = r->tri.beta[m - 1];
	for (size_t j = 0; j < n; j++) {
		y[j] -= a * v[j] + b * last[j];
		add(&rest, j, &y[j], &y[j]);
	}
	sum(&rest, &r->tri.beta[m]);
	for (uint32_t k = 0; k < REINERT_LANES; k++) {
		r->tri.beta[m][k] = sqrt(r->tri.beta[m][k]);
		(*before)[k] = sqrt(whole[k]);
	}
}

/* Has lane k come to its end with m steps? */
static bool
ends(const struct reinert_run *r, uint32_t k, uint32_t m, double whole)
{
	double rest = r->tri.beta[m - 1][k];
	double value;

	if (rest <= nothing || rest <= 1e-14 * whole)
		return true;
	value = reinert_tri_largest(&r->tri, k, m);
	return reinert_tri_residual(&r->tri, k, m, value) <=
	    fmax(tolerance * value, nothing);
}

static void
lanczos_steps(struct reinert_run *r, const struct reinert_part *const *part)
{
	size_t n = r->t->n_col;
	uint32_t left = r->n;

	start(r, part);
	for (uint32_t m = 0; m < ROOM && left > 0; m++) {
		lane *y = r->basis + (m + 1) * n;
		lane per = {0};
		lane whole = {0};

		next_vector(r, m, &whole);
		for (uint32_t k = 0; k < r->n; k++) {
			if (r->size[k] > 0)
				continue;
			if (ends(r, k, m + 1, whole[k]) || m + 1 == ROOM) {
				r->size[k] = m + 1;
				left--;
			} else
				per[k] = 1 / r->tri.beta[m][k];
		}
		for (size_t j = 0; j < n; j++)
			y[j] *= per;
	}
}

/* The vectors of all lanes, of length 1, into the scratch place `to`. */
static void
turn(struct reinert_run *r, const lane *s, lane *to)
{
	size_t n = r->t->n_col;
	uint32_t m = 0;
	lane length;

	for (uint32_t k = 0; k < r->n; k++)
		m = r->size[k] > m ? r->size[k] : m;
	memset(to, 0, n * sizeof(*to));
	for (uint32_t i = 0; i < m; i++) {
		const lane *v = r->basis + i * n;

		for (size_t j = 0; j < n; j++)
			to[j] += s[i] * v[j];
	}
	dot(to, to, n, &length);
	for (uint32_t k = 0; k < REINERT_LANES; k++)
		length[k] = length[k] > 0 ? 1 / sqrt(length[k]) : 0;
	for (size_t j = 0; j < n; j++)
		to[j] *= length;
}

static void
take(const struct reinert_part *p, uint32_t k, const lane *x, double *to)
{
	for (uint32_t j = 0; j < p->t.n_col; j++)
		to[j] = x[place(p->col, j)][k];
}

static void
finish(struct reinert_run *r, const struct reinert_part *const *part,
    struct reinert_found *found)
{
	size_t n = r->t->n_col;
	lane *x = r->basis + ROOM * n; /* the last vector is no longer needed */
	lane *y = r->basis;
	lane s[2][ROOM] = {{{0}}};
	lane value = {0};
	struct turns away = {0};
	lane rest;
	lane none[2];

	for (uint32_t k = 0; k < r->n; k++)
		value[k] = reinert_tri_ritz(&r->tri, k, r->size[k], s);
	turn(r, s[1], x);
	for (uint32_t k = 0; k < r->n; k++)
		take(part[k], k, x, found[k].next);
	turn(r, s[0], x);
	apply(r, x, y, &none[0], &none[1]);
	for (size_t j = 0; j < n; j++) {
		y[j] -= value * x[j];
		add(&away, j, &y[j], &y[j]);
	}
	sum(&away, &rest);
	for (uint32_t k = 0; k < r->n; k++) {
		found[k].value = value[k];
		found[k].good = sqrt(rest[k]) <= accepted * value[k] + nothing;
		take(part[k], k, x, found[k].vector);
	}
}

static inline void
find(struct reinert_run *r, const struct reinert_part *const *part,
    struct reinert_found *found)
{
	lanczos_steps(r, part);
	finish(r, part, found);
}

#ifdef __x86_64__
/* The same additions in the same order, and so the same sums, by instructions
 * that do more lanes at once. */
__attribute__((target("avx512f"), flatten)) static void
find_in_eight(struct reinert_run *r, const struct reinert_part *const *part,
    struct reinert_found *found)
{
	find(r, part, found);
}

__attribute__((target("avx2"), flatten)) static void
find_in_four(struct reinert_run *r, const struct reinert_part *const *part,
    struct reinert_found *found)
{
	find(r, part, found);
}

void
reinert_lanes_run(struct reinert_run *r, const struct reinert_part *const *part,
    struct reinert_found *found)
{
	if (__builtin_cpu_supports("avx512f"))
		find_in_eight(r, part, found);
	else if (__builtin_cpu_supports("avx2"))
		find_in_four(r, part, found);
	else
		find(r, part, found);
}
#else
void
reinert_lanes_run(struct reinert_run *r, const struct reinert_part *const *part,
    struct reinert_found *found)
{
	find(r, part, found);
}
#endif
