#include "lanczos.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "eigen.h"
#include "lib/base/mem.h"

/* Residuals, of the eigenvalue: what a run aims at, what a search for a lost
 * value aims at, and what a pair must have in the end. */
static const double fine = 1e-11;
static const double coarse = 1e-6;
static const double accepted = 1e-9;

enum {
	TRIES = 4,
};

struct run {
	const struct lanczos *m;
	size_t room;    /* vectors of the basis */
	size_t size;    /* in use when a cycle ends */
	double *basis;  /* room + 1 vectors */
	double *h;      /* room x room: the matrix in the basis */
	double *value;  /* of h */
	double *vector; /* likewise */
	double *spoilt; /* room x room, for eigen() */
	double rest;    /* length of what leads out of the basis */
	uint64_t seed;
};

static double
dot(const double *x, const double *y, size_t n)
{
	double s = 0;

	for (size_t i = 0; i < n; i++)
		s += x[i] * y[i];
	return s;
}

/* As many as any machine adds at once. */
typedef double two __attribute__((vector_size(2 * sizeof(double))));

void
lanczos_add(double *y, double a, const double *x, size_t n)
{
	size_t i = 0;

	for (; i + 2 <= n; i += 2) {
		two v;
		two w;

		memcpy(&v, y + i, sizeof(v));
		memcpy(&w, x + i, sizeof(w));
		v += a * w;
		memcpy(y + i, &v, sizeof(v));
	}
	if (i < n)
		y[i] += a * x[i];
}

static double
length(const double *x, size_t n)
{
	return sqrt(dot(x, x, n));
}

static void
clear_apart(const struct run *r, double *w)
{
	size_t n = r->m->n;

	for (size_t i = 0; i < r->m->n_apart; i++) {
		const double *v = r->m->apart + i * n;

		lanczos_add(w, -dot(v, w, n), v, n);
	}
}

/* Makes w orthogonal to what is apart and to the first k of the basis; adds to
 * h, if there is one, what it had of these.  Twice is enough. */
static void
clear(const struct run *r, double *w, size_t k, double *h)
{
	size_t n = r->m->n;

	clear_apart(r, w);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < k; i++) {
			const double *v = r->basis + i * n;
			double a = dot(v, w, n);

			lanczos_add(w, -a, v, n);
			if (h != NULL)
				h[i] += a;
		}
	clear_apart(r, w);
}

double
lanczos_number(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	z ^= z >> 31;
	return (double)(z >> 11) * 0x1p-52 - 1;
}

/* Any vector of length 1 that is orthogonal to the first k; false if there is
 * none. */
static bool
fresh_vector(struct run *r, size_t k)
{
	size_t n = r->m->n;
	double *w = r->basis + k * n;

	for (int i = 0; i < TRIES && k + r->m->n_apart < n; i++) {
		double before;
		double s;

		for (size_t j = 0; j < n; j++)
			w[j] = lanczos_number(&r->seed);
		before = length(w, n);
		clear(r, w, k, NULL);
		s = length(w, n);
		if (s <= before * 1e-10)
			continue;
		for (size_t j = 0; j < n; j++)
			w[j] /= s;
		return true;
	}
	return false;
}

/* Fills the basis from vector k on, and h.  Where nothing leads out of it, it
 * ends if it has what is wanted. */
static void
fill_basis(struct run *r, size_t k, size_t wanted)
{
	size_t n = r->m->n;

	for (r->size = k; r->size < r->room; r->size++) {
		const double *v = r->basis + r->size * n;
		double *w = r->basis + (r->size + 1) * n;
		double *h = r->h + r->size * r->room;
		double whole;

		memset(h, 0, r->room * sizeof(*h));
		r->m->apply(r->m->arg, v, w);
		whole = length(w, n);
		clear(r, w, r->size + 1, h);
		r->rest = length(w, n);
		if (r->rest > 1e-14 * whole && r->rest > r->m->nothing) {
			for (size_t j = 0; j < n; j++)
				w[j] /= r->rest;
			continue;
		}
		r->rest = 0;
		if (r->size + 1 >= wanted || !fresh_vector(r, r->size + 1)) {
			r->size++;
			return;
		}
	}
}

static void
solve(struct run *r)
{
	size_t m = r->size;

	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j <= i; j++)
			r->spoilt[i * m + j] = r->h[i * r->room + j];
	eigen(r->spoilt, m, r->value, r->vector);
}

/* How many of the first k values have a residual within `within` of them. */
static size_t
count_good(const struct run *r, size_t k, double within)
{
	size_t i = 0;

	while (i < k && i < r->size &&
	    r->rest * fabs(r->vector[i * r->size + r->size - 1]) <=
		fmax(within * r->value[i], r->m->nothing))
		i++;
	return i;
}

/* The first k vectors of h, in the basis, to `to`. */
static void
turn(const struct run *r, size_t k, double *to)
{
	size_t n = r->m->n;

	for (size_t i = 0; i < k; i++) {
		double *x = to + i * n;

		memset(x, 0, n * sizeof(*x));
		for (size_t j = 0; j < r->size; j++)
			lanczos_add(
			    x, r->vector[i * r->size + j], r->basis + j * n, n);
	}
}

/* Begins anew with the best k vectors and the one that leads out. */
static void
restart(struct run *r, size_t k)
{
	size_t n = r->m->n;
	double *best = mem_new(k * n, sizeof(*best));

	turn(r, k, best);
	memmove(r->basis + k * n, r->basis + r->size * n, n * sizeof(*best));
	memcpy(r->basis, best, k * n * sizeof(*best));
	free(best);
	memset(r->h, 0, r->room * r->room * sizeof(*r->h));
	for (size_t i = 0; i < k; i++)
		r->h[i * r->room + i] = r->value[i];
}

static void
run_open(struct run *r, size_t wanted)
{
	size_t n = r->m->n;
	size_t left = n - r->m->n_apart;

	r->room = wanted + (wanted > r->m->beside ? wanted : r->m->beside);
	if (r->room > left)
		r->room = left;
	r->basis = mem_new((r->room + 1) * n, sizeof(*r->basis));
	r->h = mem_new(r->room * r->room, sizeof(*r->h));
	r->spoilt = mem_new(r->room * r->room, sizeof(*r->spoilt));
	r->vector = mem_new(r->room * r->room, sizeof(*r->vector));
	r->value = mem_new(r->room, sizeof(*r->value));
}

static void
run_close(struct run *r)
{
	free(r->basis);
	free(r->h);
	free(r->spoilt);
	free(r->vector);
	free(r->value);
}

size_t
lanczos_run(const struct lanczos *m, size_t wanted, double within,
    double *value, double *vector)
{
	struct run r = {.m = m, .seed = m->seed};
	size_t keep = 0;

	if (m->n_apart >= m->n || wanted == 0)
		return 0;
	run_open(&r, wanted);
	if (!fresh_vector(&r, 0))
		wanted = 0;
	for (size_t i = 0; wanted > 0; i++) {
		fill_basis(&r, keep, wanted);
		solve(&r);
		if (wanted > r.size)
			wanted = r.size;
		if (i >= m->restarts || r.size < r.room ||
		    count_good(&r, wanted, within) == wanted)
			break;
		keep = wanted + (r.size - wanted) / 4;
		restart(&r, keep);
	}
	turn(&r, wanted, vector);
	if (wanted > 0)
		memcpy(value, r.value, wanted * sizeof(*value));
	run_close(&r);
	return wanted;
}

/* Puts a pair at its place among k others; the least one goes where there is
 * no room. */
static size_t
insert(double *value, double *vector, size_t k, size_t wanted, size_t n)
{
	double v = value[wanted];
	size_t at = k < wanted ? k : wanted - 1;
	size_t size = at + 1;

	while (at > 0 && value[at - 1] < v) {
		value[at] = value[at - 1];
		memcpy(vector + at * n, vector + (at - 1) * n,
		    n * sizeof(*vector));
		at--;
	}
	value[at] = v;
	memcpy(vector + at * n, vector + wanted * n, n * sizeof(*vector));
	return size;
}

double
lanczos_residual(const struct lanczos *m, double value, const double *vector)
{
	double *w = mem_new(m->n, sizeof(*w));
	double rest;

	m->apply(m->arg, vector, w);
	lanczos_add(w, -value, vector, m->n);
	rest = length(w, m->n);
	free(w);
	return rest;
}

size_t
lanczos(const struct lanczos *m, size_t wanted, double *value, double *vector)
{
	size_t n = m->n;
	size_t n_bytes = n * sizeof(*vector);
	/* what is apart, then the pairs found, then one more */
	double *all = mem_new(m->n_apart + wanted + 1, n_bytes);
	double *found = all + m->n_apart * n;
	double *more = found + wanted * n;
	double *v = mem_new(wanted + 1, sizeof(*v));
	struct lanczos beside = *m;
	size_t good = 0;
	size_t k;

	if (m->n_apart > 0)
		memcpy(all, m->apart, m->n_apart * n_bytes);
	beside.apart = all;
	k = lanczos_run(m, wanted, fine, v, found);
	for (size_t i = 0; k > 0 && i < n; i++) {
		beside.n_apart = m->n_apart + k;
		beside.seed++; /* what is lost is orthogonal to the old start */
		if (lanczos_run(&beside, 1, coarse, v + wanted, more) == 0 ||
		    v[wanted] <= v[k - 1] * (1 + fine))
			break;
		(void)lanczos_run(&beside, 1, fine, v + wanted, more);
		k = insert(v, found, k, wanted, n);
	}
	memset(value, 0, wanted * sizeof(*value));
	memcpy(value, v, k * sizeof(*v));
	if (k > 0)
		memcpy(vector, found, k * n_bytes);
	while (good < k &&
	    lanczos_residual(m, value[good], vector + good * n) <=
		accepted * value[good])
		good++;
	free(all);
	free(v);
	return good;
}
