#include "relabel.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

enum {
	SMALL = 64, /* tests of rarer terms are computed once a labelling */
	LANES = 8,
	MEASURES = 2, /* the second: units without a term have the same words */
	HALVES = CHANCE_LANES / LANES,
};

static const double tie = 1 - 1e-9;
/* Bounds of a test, rounding included. */
static const double far = 2 * (1 + 1e-6);
static const double near = 3 * (1 - 1e-6);

/* A number of each of the labellings that are side by side, in halves. */
typedef double lanes
    __attribute__((vector_size(LANES * sizeof(double)), aligned(16)));
typedef lanes all_lanes[HALVES];

struct hit {
	double f;
	uint32_t unit;
};

struct work {
	const struct versus *v;
	double (*test)(const struct stat_keyness *x);
	size_t *first;   /* by term: its hits are hit[first[i]] .. */
	struct hit *hit; /* units rising */
	all_lanes *in;   /* by unit: 1 in the target of the labelling */
	uint64_t words[CHANCE_LANES]; /* of the target */
	double *small;     /* by lane, F and f: |test|, -1: not yet */
	double *mean;      /* by term: words of a unit that has it not */
	const double *bar; /* by test: what a labelling is to reach; or NULL */
	bool is_ratio;     /* the test is a likelihood ratio */
};

static uint64_t
freq(const struct versus_term *x)
{
	return x->f[VERSUS_TARGET] + x->f[VERSUS_REFERENCE];
}

/* |test| of f of F occurrences in a target of so many words. */
static double
test(const struct work *w, uint64_t words, uint64_t f, uint64_t F)
{
	const struct versus *v = w->v;
	struct stat_keyness x = {f, words, F - f,
	    v->words[VERSUS_TARGET] + v->words[VERSUS_REFERENCE] - words};

	return fabs(w->test(&x));
}

static void
take_lane(void *work, uint32_t lane, const uint32_t *part)
{
	struct work *w = work;
	double *small = w->small + (size_t)lane * SMALL * SMALL;

	w->words[lane] = 0;
	for (uint32_t i = 0; i < w->v->n_unit; i++) {
		w->in[i][lane / LANES][lane % LANES] = part[i];
		w->words[lane] += part[i] * w->v->unit[i].words;
	}
	for (size_t i = 0; i < (size_t)SMALL * SMALL; i++)
		small[i] = -1;
}

static double
figure(const struct work *w, uint32_t lane, uint64_t f, uint64_t F)
{
	double *x;

	if (F >= SMALL)
		return test(w, w->words[lane], f, F);
	x = &w->small[((size_t)lane * SMALL + F) * SMALL + f];
	if (*x < 0)
		*x = test(w, w->words[lane], f, F);
	return *x;
}

/* |test| of a lane, or where it is plain without a logarithm that it is below
 * the bar, 0, or that it reaches it, infinity.  With x = f / E, x ln x - x + 1
 * is at most (x - 1)^2, and at least (x - 1)^2 / (2 + 2 (x - 1) / 3): so no
 * test is above twice Pearson's chi2 of the four cells, and no likelihood ratio
 * below 3 (f - E)^2 / (2 E + f) of two. */
static double
reach(const struct work *w, uint32_t test_of, uint32_t lane, double f,
    uint64_t words)
{
	uint64_t F = freq(&w->v->term[test_of / MEASURES]);
	double T = (double)(w->v->words[VERSUS_TARGET] +
	    w->v->words[VERSUS_REFERENCE]);
	double rest = T - (double)words;

	if (w->bar != NULL && words > 0 && rest > 0) {
		double E = (double)F * (double)words / T;
		double E2 = (double)F - E;
		double d = (f - E) * (f - E);

		if (far * d * T * T <
		    w->bar[test_of] * E * rest * (T - (double)F))
			return 0;
		if (w->is_ratio &&
		    near * d *
			    (1 / (2 * E + f) + 1 / (2 * E2 + (double)F - f)) >
			w->bar[test_of])
			return (double)INFINITY;
	}
	return test_of % MEASURES > 0 ? test(w, words, (uint64_t)f, F)
				      : figure(w, lane, (uint64_t)f, F);
}

static void
figures(void *work, uint32_t test_of, double *x)
{
	const struct work *w = work;
	const struct versus *v = w->v;
	uint32_t i = test_of / MEASURES;
	bool alike = test_of % MEASURES > 0;

	for (uint32_t half = 0; half < HALVES; half++) {
		lanes f = {0};
		lanes more = {0};

		for (size_t j = w->first[i]; j < w->first[i + 1]; j++) {
			uint32_t unit = w->hit[j].unit;

			f += w->hit[j].f * w->in[unit][half];
			if (alike)
				more += w->in[unit][half] *
				    ((double)v->unit[unit].words - w->mean[i]);
		}
		for (uint32_t k = 0; k < LANES; k++) {
			uint32_t lane = half * LANES + k;

			x[lane] = reach(w, test_of, lane, f[k],
			    alike ? (uint64_t)llround(more[k] +
					v->n_part[VERSUS_TARGET] * w->mean[i])
				  : w->words[lane]);
		}
	}
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
			    (struct hit){(double)v->cell[j].f, k};
	free(at);
}

/* Mean words of the units that have not the term. */
static void
mean_words(struct work *w)
{
	const struct versus *v = w->v;

	for (uint32_t i = 0; i < v->n_term; i++) {
		uint64_t n = v->n_unit - (w->first[i + 1] - w->first[i]);
		uint64_t words =
		    v->words[VERSUS_TARGET] + v->words[VERSUS_REFERENCE];

		for (size_t j = w->first[i]; j < w->first[i + 1]; j++)
			words -= v->unit[w->hit[j].unit].words;
		w->mean[i] = n > 0 ? (double)words / (double)n : 0;
	}
}

static void
open_work(struct work *w)
{
	const struct versus *v = w->v;

	turn(w);
	w->in = mem_new(v->n_unit, sizeof(*w->in));
	w->small =
	    mem_new((size_t)CHANCE_LANES * SMALL * SMALL, sizeof(*w->small));
	w->mean = mem_new(v->n_term, sizeof(*w->mean));
	mean_words(w);
}

static void
close_work(struct work *w)
{
	free(w->first);
	free(w->hit);
	free(w->in);
	free(w->small);
	free(w->mean);
}

struct chance
relabel_test(const struct versus *v, double (*of)(const struct stat_keyness *x),
    const struct chance_rule *rule, double *p)
{
	struct work w = {.v = v, .test = of};
	uint32_t n = v->n_term * MEASURES;
	uint32_t *part = mem_new(v->n_unit, sizeof(*part));
	double *bar = mem_new(n, sizeof(*bar));
	struct chance_tests t = {.n = v->n_term,
	    .measures = MEASURES,
	    .bar = bar,
	    .work = &w,
	    .take_lane = take_lane,
	    .figures = figures};
	double x[CHANCE_LANES];
	struct stat_deal deal;
	struct chance c;

	open_work(&w);
	for (uint32_t i = 0; i < v->n_unit; i++)
		part[i] = v->unit[i].side == VERSUS_TARGET;
	/* the |test| to be reached is that of the labelling as it is */
	take_lane(&w, 0, part);
	for (uint32_t i = 0; i < n; i++) {
		figures(&w, i, x);
		bar[i] = tie * x[0];
	}
	w.bar = bar;
	w.is_ratio = of == stat_keyness_g2 || of == stat_keyness_rayson;
	stat_deal_open(&deal, part, NULL, v->n_unit);
	c = chance_run(&deal, rule, &t, p);
	/* sides of as many speeches that change places: the same |test| */
	if (v->n_part[VERSUS_TARGET] == v->n_part[VERSUS_REFERENCE])
		c.least = fmax(c.least, 2 * exp(-stat_deal_ln_count(&deal)));
	stat_deal_close(&deal);
	close_work(&w);
	free(bar);
	free(part);
	return c;
}
