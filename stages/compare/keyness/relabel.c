#include "relabel.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

enum {
	SMALL = 64 /* tests of rarer terms are computed once a labelling */
};

static const double tie = 1 - 1e-9;

struct hit {
	uint64_t f;
	uint32_t unit;
};

struct work {
	const struct versus *v;
	double (*test)(const struct stat_keyness *x);
	size_t *first;        /* by term: its hits are hit[first[i]] .. */
	struct hit *hit;      /* units rising */
	const uint32_t *in; /* by unit: 1 in the target of this labelling */
	uint64_t words;       /* of the target */
	double *small; /* by F and f: |test| of this labelling, -1: not yet */
};

static uint64_t
freq(const struct versus_term *x)
{
	return x->f[VERSUS_TARGET] + x->f[VERSUS_REFERENCE];
}

static double
test(const struct work *w, uint64_t f, uint64_t F)
{
	const struct versus *v = w->v;
	struct stat_keyness x = {f, w->words, F - f,
	    v->words[VERSUS_TARGET] + v->words[VERSUS_REFERENCE] - w->words};

	return fabs(w->test(&x));
}

static void
take(void *work, const uint32_t *part)
{
	struct work *w = work;

	w->in = part;
	w->words = 0;
	for (uint32_t i = 0; i < w->v->n_unit; i++)
		w->words += part[i] * w->v->unit[i].words;
	for (size_t i = 0; i < (size_t)SMALL * SMALL; i++)
		w->small[i] = -1;
}

static double
figure(void *work, uint32_t i)
{
	struct work *w = work;
	uint64_t F = freq(&w->v->term[i]);
	uint64_t f = 0;
	double *x;

	for (size_t j = w->first[i]; j < w->first[i + 1]; j++)
		f += w->in[w->hit[j].unit] * w->hit[j].f;
	if (F >= SMALL)
		return test(w, f, F);
	x = &w->small[F * SMALL + f];
	if (*x < 0)
		*x = test(w, f, F);
	return *x;
}

/* The cells by unit become hits by term. */
static void
turn(struct work *w)
{
	const struct versus *v = w->v;
	size_t *at = mem_new((size_t)v->n_term + 1, sizeof(*at));
	size_t n_cell = v->unit[v->n_unit - 1].to;

	w->first = mem_new((size_t)v->n_term + 1, sizeof(*w->first));
	w->hit = mem_new(n_cell, sizeof(*w->hit));
	for (size_t j = 0; j < n_cell; j++)
		w->first[v->cell[j].term + 1]++;
	for (uint32_t i = 0; i < v->n_term; i++)
		at[i + 1] = w->first[i + 1] += w->first[i];
	for (uint32_t k = 0; k < v->n_unit; k++)
		for (size_t j = v->unit[k].from; j < v->unit[k].to; j++)
			w->hit[at[v->cell[j].term]++] =
			    (struct hit){v->cell[j].f, k};
	free(at);
}

/* The |test| that each term must reach: that of the labelling as it is. */
static double *
bars(struct work *w, const uint32_t *part)
{
	double *bar = mem_new(w->v->n_term, sizeof(*bar));

	take(w, part);
	for (uint32_t i = 0; i < w->v->n_term; i++)
		bar[i] = tie * figure(w, i);
	return bar;
}

struct chance
relabel_test(const struct versus *v,
    double (*of)(const struct stat_keyness *x), const struct chance_rule *rule,
    double *p)
{
	struct work w = {.v = v, .test = of};
	struct chance_tests t = {
	    .n = v->n_term, .work = &w, .take = take, .figure = figure};
	uint32_t *part = mem_new(v->n_unit, sizeof(*part));
	double *bar;
	struct stat_deal deal;
	struct chance c;

	turn(&w);
	w.small = mem_new((size_t)SMALL * SMALL, sizeof(*w.small));
	for (uint32_t i = 0; i < v->n_unit; i++)
		part[i] = v->unit[i].side == VERSUS_TARGET;
	t.bar = bar = bars(&w, part);
	stat_deal_open(&deal, part, NULL, v->n_unit);
	c = chance_run(&deal, rule, &t, p);
	/* sides of as many speeches that change places: the same |test| */
	if (v->n_part[VERSUS_TARGET] == v->n_part[VERSUS_REFERENCE])
		c.least =
		    fmax(c.least, 2 * exp(-stat_deal_ln_count(&deal)));
	stat_deal_close(&deal);
	free(part);
	free(bar);
	free(w.small);
	free(w.first);
	free(w.hit);
	return c;
}
