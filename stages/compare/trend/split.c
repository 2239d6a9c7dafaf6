#include "split.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "orders.h"

enum {
	TABLE = 1 << 14, /* counts whose n ln n is kept */
};

/* What changes at a point for what the splits behind it cut. */
struct change {
	double O;
	double E;
	double F;
};

/* A number of each of the orders that are side by side. */
typedef double lanes[CHANCE_LANES];
typedef uint64_t lane_counts[CHANCE_LANES];
typedef uint32_t lane_points[CHANCE_LANES];

/* One order of the units, and what an item makes of it. */
struct work {
	const struct series *s;
	const struct within *w;
	const uint32_t *item; /* by test */
	double *table;        /* n ln n */
	uint32_t *point;      /* by unit, in this order */
	uint64_t *t;          /* words up to the point */
	uint64_t *f;          /* by point, zeroed again by scan() */
	double *ln_p;         /* by point: share of the words up to it */
	double *ln_q;         /* share behind it */
	/* with strata: */
	double *share;             /* by cell: of the words of its stratum */
	double *own;               /* by unit, likewise */
	struct change *change;     /* by point, zeroed again */
	struct within_items items; /* by test */
	/* without: */
	lane_points *points; /* by unit, in each order */
	lane_counts *counts; /* by point, zeroed again by figures() */
	lanes *ln_ps;        /* by point */
	lanes *ln_qs;
};

static double
n_ln_n(const struct work *w, uint64_t n)
{
	return n < TABLE ? w->table[n] : (double)n * log((double)n);
}

/* o ln(o / e) - (o - e) */
static double
deviance(double o, double e)
{
	return o > 0 ? o * log1p((o - e) / e) - (o - e) : e;
}

static bool
has_strata(const struct work *w)
{
	return w->w->n_stratum > 1;
}

/* Takes an order: a cell of its stratum by place. */
static void
take(void *work, const uint32_t *cell)
{
	struct work *w = work;
	const struct series *s = w->s;
	uint64_t sum = 0;

	memset(w->t, 0, s->n_point * sizeof(*w->t));
	memset(w->share, 0, w->w->n_cell * sizeof(*w->share));
	for (uint32_t p = 0; p < s->n_unit; p++) {
		uint32_t i = w->w->unit[p];

		w->point[i] = w->w->point[cell[p]];
		w->t[w->point[i]] += s->words[i];
		w->share[cell[p]] += w->own[i];
	}
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		sum += w->t[k];
		w->t[k] = sum;
		w->ln_p[k] = log((double)sum / (double)s->T);
		w->ln_q[k] = log((double)(s->T - sum) / (double)s->T);
	}
}

/* The occurrences of an item at each point. */
static void
place_hits(const struct work *w, uint32_t item)
{
	const struct series *s = w->s;

	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		w->f[w->point[s->hit[j].unit]] += s->hit[j].f;
}

/* The best split of an item in this order.  Between two occurrences the
 * likelihood is convex in the words, so only splits beside an occurrence can be
 * best. */
static struct split
scan_whole(const struct work *w, uint32_t item)
{
	const struct series *s = w->s;
	struct split best = {0, 0, 0, -(double)INFINITY, 0};
	uint64_t f = 0;

	place_hits(w, item);
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		uint64_t rest;
		double ln;

		f += w->f[k];
		if (w->f[k] == 0 && w->f[k + 1] == 0)
			continue;
		rest = s->F[item] - f;
		ln = n_ln_n(w, f) + n_ln_n(w, rest) - (double)f * w->ln_p[k] -
		    (double)rest * w->ln_q[k];
		if (ln > best.lr)
			best = (struct split){k + 1, f, w->t[k], ln, 0};
	}
	memset(w->f, 0, s->n_point * sizeof(*w->f));
	best.lr = fmax(0, 2 * (best.lr - n_ln_n(w, s->F[item])));
	return best;
}

static void
take_lane(void *work, uint32_t lane, const uint32_t *cell)
{
	struct work *w = work;

	take(w, cell);
	for (uint32_t i = 0; i < w->s->n_unit; i++)
		w->points[i][lane] = w->point[i];
	for (uint32_t k = 0; k + 1 < w->s->n_point; k++) {
		w->ln_ps[k][lane] = w->ln_p[k];
		w->ln_qs[k][lane] = w->ln_q[k];
	}
}

/* The likelihoods of the splits behind point k, where f occurrences are before
 * it, if they are the highest so far. */
static void
raise_most(const struct work *w, uint32_t k, uint64_t F, const uint64_t *f,
    double *most)
{
	for (int i = 0; i < CHANCE_LANES; i++) {
		uint64_t rest = F - f[i];
		double ln = n_ln_n(w, f[i]) + n_ln_n(w, rest) -
		    (double)f[i] * w->ln_ps[k][i] -
		    (double)rest * w->ln_qs[k][i];

		most[i] = ln > most[i] ? ln : most[i];
	}
}

/* What scan_whole() gives, of many orders. */
static bool
figures(void *work, uint32_t test, double to[][CHANCE_LANES])
{
	const struct work *w = work;
	const struct series *s = w->s;
	double *x = to[0];
	uint32_t item = w->item[test];
	lane_counts f = {0};

	for (size_t j = s->first[item]; j < s->first[item + 1]; j++) {
		const uint32_t *point = w->points[s->hit[j].unit];

		for (int i = 0; i < CHANCE_LANES; i++)
			w->counts[point[i]][i] += s->hit[j].f;
	}
	for (int i = 0; i < CHANCE_LANES; i++)
		x[i] = -(double)INFINITY;
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		for (int i = 0; i < CHANCE_LANES; i++)
			f[i] += w->counts[k][i];
		raise_most(w, k, s->F[item], f, x);
	}
	for (int i = 0; i < CHANCE_LANES; i++)
		x[i] = fmax(0, 2 * (x[i] - n_ln_n(w, s->F[item])));
	memset(w->counts, 0, s->n_point * sizeof(*w->counts));
	return true;
}

/* The splits from the first to the last cell of a stratum, but for that behind
 * it, cut the stratum: its occurrences, F in all and share by share expected.
 */
static void
add_stratum(const struct work *w, const struct within_had *h)
{
	const struct within *in = w->w;
	uint32_t g = h->stratum;
	uint32_t from = g > 0 ? in->cell_end[g - 1] : 0;
	uint32_t last = in->cell_end[g] - 1;
	double F = h->F;

	w->change[in->point[from]].F += F;
	for (uint32_t k = from; k <= last; k++)
		w->change[in->point[k]].E += F * w->share[k];
	w->change[in->point[last]].E -= F;
	w->change[in->point[last]].F -= F;
	w->change[in->point[last]].O -= F;
}

/* The split behind point k, where `at` is cut and f occurrences are before. */
static struct split
cut(const struct work *w, uint32_t k, const struct change *at, uint64_t f)
{
	struct split v = {k + 1, f, w->t[k], 0, (double)NAN};

	v.lr = fmax(0,
	    2 *
		(deviance(at->O, at->E) +
		    deviance(at->F - at->O, at->F - at->E)));
	if (at->O > 0)
		v.step = (at->F - at->O) / (at->F - at->E) / (at->O / at->E);
	return v;
}

static struct split
scan_strata(const struct work *w, uint32_t test)
{
	const struct series *s = w->s;
	struct split best = {0, 0, 0, -1, (double)NAN};
	struct change at = {0, 0, 0};
	uint64_t f = 0;

	place_hits(w, w->item[test]);
	for (size_t k = w->items.first[test]; k < w->items.first[test + 1]; k++)
		add_stratum(w, &w->items.had[k]);
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		struct split v;

		f += w->f[k];
		at.O += (double)w->f[k] + w->change[k].O;
		at.E += w->change[k].E;
		at.F += w->change[k].F;
		if (!(at.F > 0))
			continue;
		v = cut(w, k, &at, f);
		if (v.lr > best.lr)
			best = v;
	}
	memset(w->f, 0, s->n_point * sizeof(*w->f));
	memset(w->change, 0, s->n_point * sizeof(*w->change));
	return best;
}

static struct split
scan(const struct work *w, uint32_t test)
{
	return has_strata(w) ? scan_strata(w, test)
			     : scan_whole(w, w->item[test]);
}

static double
figure(void *work, uint32_t test)
{
	const struct work *w = work;

	return scan(w, test).lr;
}

static void
open_work(struct work *w, const struct series *s, const struct within *in)
{
	double *sum = mem_new(in->n_stratum, sizeof(*sum));

	*w = (struct work){.s = s, .w = in};
	w->table = mem_new(TABLE, sizeof(*w->table));
	for (uint32_t k = 2; k < TABLE; k++)
		w->table[k] = k * log(k);
	w->ln_p = mem_new(s->n_point, sizeof(*w->ln_p));
	w->ln_q = mem_new(s->n_point, sizeof(*w->ln_q));
	w->t = mem_new(s->n_point, sizeof(*w->t));
	w->f = mem_new(s->n_point, sizeof(*w->f));
	w->point = mem_new(s->n_unit, sizeof(*w->point));
	w->share = mem_new(in->n_cell, sizeof(*w->share));
	w->change = mem_new(s->n_point, sizeof(*w->change));
	w->own = mem_new(s->n_unit, sizeof(*w->own));
	for (uint32_t i = 0; i < s->n_unit; i++)
		sum[in->stratum[i]] += (double)s->words[i];
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->own[i] = (double)s->words[i] / sum[in->stratum[i]];
	free(sum);
	if (has_strata(w))
		return;
	w->points = mem_new(s->n_unit, sizeof(*w->points));
	w->counts = mem_new(s->n_point, sizeof(*w->counts));
	w->ln_ps = mem_new(s->n_point, sizeof(*w->ln_ps));
	w->ln_qs = mem_new(s->n_point, sizeof(*w->ln_qs));
}

static void
close_work(struct work *w)
{
	free(w->table);
	free(w->ln_p);
	free(w->ln_q);
	free(w->t);
	free(w->f);
	free(w->point);
	free(w->share);
	free(w->change);
	free(w->own);
	within_list_free(&w->items);
	free(w->points);
	free(w->counts);
	free(w->ln_ps);
	free(w->ln_qs);
}

/* Rate behind over rate before, of one stratum. */
static double
step_of(const struct work *w, uint32_t item, const struct split *v)
{
	double f = (double)v->f;
	double t = (double)v->t;

	return f > 0
	    ? ((double)w->s->F[item] - f) / ((double)w->s->T - t) / (f / t)
	    : (double)NAN;
}

/* What each item must reach: its own, for equal splits differ by rounding. */
static double *
bars(const struct work *w, struct split *v, uint32_t n)
{
	double *bar = mem_new(n, sizeof(*bar));

	for (uint32_t i = 0; i < n; i++) {
		v[i] = scan(w, i);
		if (v[i].at == 0)
			v[i].lr = (double)NAN;
		else if (!has_strata(w))
			v[i].step = step_of(w, w->item[i], &v[i]);
		bar[i] =
		    v[i].lr - 2e-10 - 2e-14 * n_ln_n(w, w->s->F[w->item[i]]);
	}
	return bar;
}

struct chance
split_find(struct split *v, double *ln_p, const struct trend *t,
    const struct within *in)
{
	struct chance_tests x = {.take = take, .figure = figure};
	struct chance c = {0};
	double *bar;
	struct work w;

	open_work(&w, &t->s, in);
	w.item = t->item;
	within_list(&w.items, in, &t->s, t->item, t->n_item);
	take(&w, in->at);
	x.work = &w;
	x.bar = bar = bars(&w, v, t->n_item);
	if (!has_strata(&w)) {
		x.take_lane = take_lane;
		x.figures = figures;
	}
	if (orders_are(t))
		c = orders_run(ln_p, t, in, x);
	else
		for (uint32_t i = 0; i < t->n_item; i++)
			ln_p[i] = (double)NAN;
	close_work(&w);
	free(bar);
	return c;
}
