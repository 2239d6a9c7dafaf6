#include "dealt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/alike.h"
#include "compare/common/crossed.h"
#include "compare/common/lanczos.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/deal.h"
#include "worded.h"

enum {
	BESIDE = 15, /* vectors of Lanczos */
	RESTARTS = 50,
};

static const double cost_most = 1.5e10; /* steps of all deals: half a minute */
static const double near_enough = 1e-5; /* residual: the value is nearer */
static const double tie = 1 - 1e-6;

struct work {
	const struct stat_ca *a;
	const struct placed *u;
	struct crossed c;
	size_t n; /* parts */
	size_t n_axis;
	double *left;   /* by unit and axis: its place less that of its part */
	double *words;  /* by part, of this deal */
	double *m;      /* parts x parts: S'S, then less the axes before; of
			   each case */
	uint32_t *part; /* by case and unit */
	struct crossed_case at_once[CROSSED_CASES];
	double *placed; /* by axis and part: the terms' side of S */
	double *rest;   /* the same of left */
	double *basis;  /* the centre and the axes, orthonormal, by part */
	double *x;
};

static void
work_open(struct work *w, const struct sparse *t, const struct stat_ca *a,
    const struct placed *u)
{
	size_t n = a->col.n;
	size_t k = a->n_axis;

	*w = (struct work){.a = a, .u = u, .n = n, .n_axis = k};
	crossed_open(&w->c, t, (uint32_t)n);
	w->left = mem_new(u->n * k, sizeof(*w->left));
	w->words = mem_new(n, sizeof(*w->words));
	w->m = mem_new(CROSSED_CASES * n * n, sizeof(*w->m));
	w->part = mem_new(CROSSED_CASES * (size_t)u->n, sizeof(*w->part));
	for (size_t i = 0; i < CROSSED_CASES; i++)
		w->at_once[i] = (struct crossed_case){
		    w->part + i * u->n, NULL, w->m + i * n * n};
	w->placed = mem_new(n * k, sizeof(*w->placed));
	w->rest = mem_new(n * k, sizeof(*w->rest));
	w->basis = mem_new(n * (k + 1), sizeof(*w->basis));
	w->x = mem_new(n, sizeof(*w->x));
	for (uint32_t i = 0; i < u->n; i++)
		for (size_t j = 0; j < k; j++)
			w->left[i * k + j] = u->place[i * k + j] -
			    u->words[i] * a->col.coord[u->part[i] * k + j];
}

static void
work_close(struct work *w)
{
	crossed_close(&w->c);
	free(w->left);
	free(w->words);
	free(w->m);
	free(w->part);
	free(w->placed);
	free(w->rest);
	free(w->basis);
	free(w->x);
}

/* ---- a deal ---- */

/* What the units of each part sum to, on the terms' side of each axis. */
static void
add_units(struct work *w, const uint32_t *part)
{
	const struct placed *u = w->u;
	size_t n = w->n;

	memset(w->words, 0, n * sizeof(*w->words));
	memset(w->placed, 0, n * w->n_axis * sizeof(*w->placed));
	memset(w->rest, 0, n * w->n_axis * sizeof(*w->rest));
	for (uint32_t i = 0; i < u->n; i++) {
		size_t from = i * w->n_axis;

		w->words[part[i]] += u->words[i];
		for (size_t k = 0; k < w->n_axis; k++) {
			w->placed[k * n + part[i]] += u->place[from + k];
			w->rest[k * n + part[i]] += w->left[from + k];
		}
	}
	for (size_t k = 0; k < w->n_axis; k++)
		for (size_t a = 0; a < n; a++) {
			double root = sqrt(w->words[a] * w->a->n);

			w->placed[k * n + a] /= root;
			w->rest[k * n + a] /= root;
		}
}

/* S'S from the products; returns its trace, the inertia. */
static double
centre(const struct work *w, double *m)
{
	double sum = 0;

	for (size_t a = 0; a < w->n; a++)
		for (size_t b = 0; b < w->n; b++) {
			double root = sqrt(w->words[a] * w->words[b]);
			double *x = &m[a * w->n + b];

			*x = *x / root - root / w->a->n;
			sum += a == b ? *x : 0;
		}
	return sum;
}

/* v less its share of the first k vectors of the basis. */
static void
clear(const struct work *w, size_t k, double *v)
{
	for (size_t i = 0; i < k; i++) {
		const double *b = w->basis + i * w->n;
		double share = 0;

		for (size_t a = 0; a < w->n; a++)
			share += b[a] * v[a];
		for (size_t a = 0; a < w->n; a++)
			v[a] -= share * b[a];
	}
}

static double
length(const struct work *w, const double *v)
{
	double sum = 0;

	for (size_t a = 0; a < w->n; a++)
		sum += v[a] * v[a];
	return sqrt(sum);
}

/* Vector k of the basis: the centre (0), or axis k as the parts have it. */
static void
add_basis(struct work *w, size_t k)
{
	double *v = w->basis + k * w->n;
	double far;

	for (size_t a = 0; a < w->n; a++)
		v[a] = sqrt(w->words[a]) *
		    (k == 0 ? 1 : w->a->col.coord[a * w->n_axis + k - 1]);
	clear(w, k, v);
	far = length(w, v);
	for (size_t a = 0; a < w->n; a++)
		v[a] = far > 0 ? v[a] / far : 0;
}

/* Takes axis k out of the terms' side: of the residuals nothing lies there. */
static void
take_axis(const struct work *w, size_t k, double *m)
{
	const double *p = w->placed + k * w->n;
	const double *r = w->rest + k * w->n;

	for (size_t a = 0; a < w->n; a++)
		for (size_t b = 0; b < w->n; b++)
			m[a * w->n + b] += r[a] * r[b] - p[a] * p[b];
}

struct matrix {
	const double *m;
	size_t n;
};

static void
apply(const void *arg, const double *x, double *y)
{
	const struct matrix *f = arg;

	memset(y, 0, f->n * sizeof(*y));
	for (size_t a = 0; a < f->n; a++)
		lanczos_add(y, x[a], f->m + a * f->n, f->n);
}

/* The largest eigenvalue of m on what is clear of k vectors of the basis. */
static double
largest(struct work *w, size_t k, const double *m)
{
	const struct matrix f = {m, w->n};
	const struct lanczos how = {.n = w->n,
	    .apply = apply,
	    .arg = &f,
	    .apart = w->basis,
	    .n_apart = k,
	    .beside = BESIDE,
	    .restarts = RESTARTS,
	    .nothing = 1e-15,
	    .seed = 1};
	double value = 0;

	return lanczos_run(&how, 1, near_enough, &value, w->x) > 0 ? value : 0;
}

/* Inertia, and the first eigenvalue of what each axis meets, of a case that
 * has been filled. */
static void
look(struct work *w, const struct crossed_case *y, double *x)
{
	add_units(w, y->part);
	x[0] = centre(w, y->m);
	for (size_t k = 0; k < w->n_axis; k++) {
		if (k > 0)
			take_axis(w, k - 1, y->m);
		add_basis(w, k);
		x[k + 1] = largest(w, k + 1, y->m);
	}
}

/* ---- all of them ---- */

/* Why nothing can be tested; NULL: it can. */
static const char *
hindrance(const struct work *w, uint64_t deals)
{
	uint32_t n = w->u->n;

	if (w->n < 2)
		return err_said("there is one part");
	if (n <= w->n)
		return err_said("every part is one unit, which has no chance "
				"to be compared with");
	if ((double)deals *
		(w->c.cost + (double)(w->n_axis * w->n * w->n) * 25) >
	    cost_most)
		return err_said("there are too many units and parts");
	return NULL;
}

/* The least p: of deals that give parts of as many units other names the
 * figures are the same. */
static double
least_p(const struct placed *u, const struct dealt_rule *rule, double ln_count)
{
	const struct apart_test all = {0, APART_ALL};
	struct units x = {.n = u->n,
	    .part = u->part,
	    .n_part = u->n_part,
	    .n_there = u->n_part,
	    .n_stratum = 1};
	double ln;

	x.size = mem_new(u->n_part, sizeof(*x.size));
	x.stratum = mem_new(u->n, sizeof(*x.stratum));
	for (uint32_t i = 0; i < u->n; i++) {
		x.size[u->part[i]]++;
		x.stratum[i] = rule->stratum != NULL ? rule->stratum[i] : 0;
		if (x.stratum[i] >= x.n_stratum)
			x.n_stratum = x.stratum[i] + 1;
	}
	ln = alike_ln_told(&x, &all, 1, ln_count);
	free(x.size);
	free(x.stratum);
	return stat_deal_least(rule->deals, ln);
}

/* Deals n times, CROSSED_CASES at most. */
static void
deal_some(struct dealt *d, struct work *w, struct stat_deal *deal, size_t n,
    uint64_t *reached)
{
	double *x = mem_new(d->n_test, sizeof(*x));

	for (size_t k = 0; k < n; k++) {
		stat_deal_next(deal);
		memcpy(w->part + k * w->u->n, deal->part,
		    w->u->n * sizeof(*w->part));
	}
	crossed_fill(&w->c, w->at_once, n);
	for (size_t k = 0; k < n; k++) {
		look(w, &w->at_once[k], x);
		for (size_t i = 0; i < d->n_test; i++) {
			d->test[i].chance += x[i] / (double)d->n;
			reached[i] += x[i] >= tie * d->test[i].seen;
		}
	}
	free(x);
}

static void
deal_out(struct dealt *d, struct work *w, const struct dealt_rule *rule)
{
	double *x = mem_new(d->n_test, sizeof(*x));
	uint64_t *reached = mem_new(d->n_test, sizeof(*reached));
	struct stat_deal deal;

	stat_deal_open(&deal, w->u->part, rule->stratum, w->u->n);
	stat_deal_seed(&deal, rule->seed, "", 0);
	d->n = rule->deals;
	d->least = least_p(w->u, rule, stat_deal_ln_count(&deal));
	memcpy(w->part, w->u->part, w->u->n * sizeof(*w->part));
	crossed_fill(&w->c, w->at_once, 1);
	look(w, w->at_once, x);
	for (size_t i = 0; i < d->n_test; i++)
		d->test[i].seen = x[i];
	for (uint64_t k = 0; k < d->n; k += CROSSED_CASES)
		deal_some(d, w, &deal,
		    d->n - k < CROSSED_CASES ? d->n - k : CROSSED_CASES,
		    reached);
	for (size_t i = 0; i < d->n_test; i++) {
		d->test[i].p = stat_deal_p(reached[i], d->n);
		if (i > 1)
			d->test[i].p = fmax(d->test[i].p, d->test[i - 1].p);
	}
	stat_deal_close(&deal);
	free(x);
	free(reached);
}

void
dealt_open(struct dealt *d, const struct sparse *t, const struct stat_ca *a,
    const struct placed *u, const struct dealt_rule *rule)
{
	struct work w;

	*d = (struct dealt){.n_test = a->n_axis + 1};
	d->test = mem_new(d->n_test, sizeof(*d->test));
	work_open(&w, t, a, u);
	d->why = hindrance(&w, rule->deals);
	if (d->why == NULL)
		deal_out(d, &w, rule);
	else if (w.n > 1 && u->n == w.n && rule->stratum == NULL &&
	    !worded_is_long(t, rule->deals))
		worded_deal(d, t, rule->deals, rule->seed);
	work_close(&w);
}

void
dealt_close(struct dealt *d)
{
	free(d->test);
	*d = (struct dealt){0};
}
