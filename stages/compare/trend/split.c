#include "split.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	TABLE = 1 << 14, /* counts whose n ln n is kept */
};

/* One order of the units, and what an item makes of it. */
struct work {
	const struct series *s;
	const struct within *w;
	const uint32_t *item;  /* by test */
	double *table;         /* n ln n */
	const uint32_t *point; /* by unit, in this order */
	uint64_t *t;           /* words up to the point */
	uint64_t *f;           /* by point, zeroed again by scan() */
	double *ln_p;          /* by point: share of the words up to it */
	double *ln_q;          /* share behind it */
	/* with strata: by stratum, then point; and of an item */
	double *share;
	double *sum;       /* by stratum: words */
	uint64_t *F;       /* by stratum, zeroed again */
	uint32_t *stratum; /* those of the item */
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

/* Shares of the words of each stratum up to each point. */
static void
set_shares(struct work *w)
{
	const struct series *s = w->s;
	uint32_t n = s->n_point;

	memset(w->share, 0, (size_t)w->w->n_stratum * n * sizeof(*w->share));
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->share[(size_t)w->w->stratum[i] * n + w->point[i]] +=
		    (double)s->words[i];
	for (uint32_t g = 0; g < w->w->n_stratum; g++) {
		double *x = w->share + (size_t)g * n;
		double sum = 0;

		for (uint32_t k = 0; k < n; k++) {
			sum += x[k];
			x[k] = sum / w->sum[g];
		}
	}
}

/* Takes an order. */
static void
take(void *work, const uint32_t *part)
{
	struct work *w = work;
	const struct series *s = w->s;
	uint64_t sum = 0;

	w->point = part;
	memset(w->t, 0, s->n_point * sizeof(*w->t));
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->t[part[i]] += s->words[i];
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		sum += w->t[k];
		w->t[k] = sum;
		w->ln_p[k] = log((double)sum / (double)s->T);
		w->ln_q[k] = log((double)(s->T - sum) / (double)s->T);
	}
	if (has_strata(w))
		set_shares(w);
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
	struct split best = {0, 0, 0, -(double)INFINITY, 0, 0};
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
			best = (struct split){k + 1, f, w->t[k], ln, 0, 0};
	}
	memset(w->f, 0, s->n_point * sizeof(*w->f));
	best.lr = fmax(0, 2 * (best.lr - n_ln_n(w, s->F[item])));
	return best;
}

/* The strata that have the item, and how often. */
static uint32_t
list_strata(const struct work *w, uint32_t item)
{
	const struct series *s = w->s;
	uint32_t n = 0;

	for (size_t j = s->first[item]; j < s->first[item + 1]; j++) {
		uint32_t g = w->w->stratum[s->hit[j].unit];

		if (w->F[g] == 0)
			w->stratum[n++] = g;
		w->F[g] += s->hit[j].f;
	}
	return n;
}

/* What is cut by the split behind point k, f occurrences being before it. */
static struct split
cut(const struct work *w, uint32_t k, uint32_t n, uint64_t f)
{
	struct split v = {k + 1, f, w->t[k], -1, (double)NAN, 0};
	double O = (double)f;
	double E = 0;
	double F = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t g = w->stratum[i];
		double share = w->share[(size_t)g * w->s->n_point + k];

		if (share >= 1) {
			O -= (double)w->F[g];
		} else if (share > 0) {
			F += (double)w->F[g];
			E += (double)w->F[g] * share;
		}
	}
	if (F > 0) {
		v.lr = fmax(0, 2 * (deviance(O, E) + deviance(F - O, F - E)));
		if (O > 0)
			v.step = (F - O) / (F - E) / (O / E);
	}
	return v;
}

static struct split
scan_strata(const struct work *w, uint32_t item)
{
	const struct series *s = w->s;
	struct split best = {0, 0, 0, -1, (double)NAN, 0};
	uint32_t n = list_strata(w, item);
	uint64_t f = 0;

	place_hits(w, item);
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		struct split v;

		f += w->f[k];
		v = cut(w, k, n, f);
		if (v.lr > best.lr)
			best = v;
	}
	memset(w->f, 0, s->n_point * sizeof(*w->f));
	for (uint32_t i = 0; i < n; i++)
		w->F[w->stratum[i]] = 0;
	return best;
}

static struct split
scan(const struct work *w, uint32_t item)
{
	return has_strata(w) ? scan_strata(w, item) : scan_whole(w, item);
}

static double
figure(void *work, uint32_t test)
{
	const struct work *w = work;

	return scan(w, w->item[test]).lr;
}

static void
open_work(struct work *w, const struct series *s, const struct within *in)
{
	size_t n_share =
	    in->n_stratum > 1 ? (size_t)in->n_stratum * s->n_point : 0;

	*w = (struct work){.s = s, .w = in};
	w->table = mem_new(TABLE, sizeof(*w->table));
	for (uint32_t k = 2; k < TABLE; k++)
		w->table[k] = k * log(k);
	w->ln_p = mem_new(s->n_point, sizeof(*w->ln_p));
	w->ln_q = mem_new(s->n_point, sizeof(*w->ln_q));
	w->t = mem_new(s->n_point, sizeof(*w->t));
	w->f = mem_new(s->n_point, sizeof(*w->f));
	w->share = mem_new(n_share, sizeof(*w->share));
	w->sum = mem_new(in->n_stratum, sizeof(*w->sum));
	w->F = mem_new(in->n_stratum, sizeof(*w->F));
	w->stratum = mem_new(in->n_stratum, sizeof(*w->stratum));
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->sum[in->stratum[i]] += (double)s->words[i];
}

static void
close_work(struct work *w)
{
	free(w->table);
	free(w->ln_p);
	free(w->ln_q);
	free(w->t);
	free(w->f);
	free(w->share);
	free(w->sum);
	free(w->F);
	free(w->stratum);
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
		v[i] = scan(w, w->item[i]);
		v[i].p = (double)NAN;
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
split_find(struct split *v, const struct series *s, const struct within *in,
    const uint32_t *item, uint32_t n, const struct chance_rule *how)
{
	struct chance c = {0};
	struct chance_tests t = {.n = n, .take = take, .figure = figure};
	double *p = mem_new(n, sizeof(*p));
	double *bar;
	struct stat_deal deal;
	struct work w;

	open_work(&w, s, in);
	w.item = item;
	take(&w, s->point);
	t.work = &w;
	t.bar = bar = bars(&w, v, n);
	if (how->deals > 0 && s->n_point > 1) {
		stat_deal_open(&deal, s->point, in->stratum, s->n_unit);
		c = chance_run(&deal, how, &t, p);
		stat_deal_close(&deal);
		for (uint32_t i = 0; i < n; i++)
			v[i].p = p[i];
	}
	close_work(&w);
	free(bar);
	free(p);
	return c;
}
