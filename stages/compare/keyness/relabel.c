#include "relabel.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

enum {
	SMALL = 64,     /* tests of rarer terms are computed once a labelling */
	ROOM = 1 << 30, /* fewer words are counted in 32 bits */
	MEASURES = CHANCE_MEASURES, /* the second: units without a term have
				       the same words */
};

static const double tie = 1 - 1e-9;
/* Bounds of a test, rounding included. */
static const double far = 2 * (1 + 1e-6);
static const double near = 3 * (1 - 1e-6);

/* A number of each of the labellings that are side by side. */
typedef int32_t numbers
    __attribute__((vector_size(CHANCE_LANES * sizeof(int32_t)), aligned(16)));

struct hit {
	uint64_t f;
	uint32_t unit;
};

/* Of the units of the target that have a term, by labelling. */
struct sums {
	uint64_t f[CHANCE_LANES];
	uint64_t words[CHANCE_LANES];
	uint64_t n[CHANCE_LANES];
};

struct work {
	const struct versus *v;
	double (*test)(const struct stat_keyness *x);
	size_t *first;   /* by term: its hits are hit[first[i]] .. */
	struct hit *hit; /* units rising */
	numbers *in;     /* by unit: all bits in the target of the labelling */
	uint64_t words[CHANCE_LANES]; /* of the target */
	double *small;     /* by lane, F and f: |test|, -1: not yet */
	double *mean;      /* by term: words of a unit that has it not */
	const double *bar; /* by test: what a labelling is to reach; or NULL */
	bool is_ratio;     /* the test is a likelihood ratio */
	bool whole;        /* all words have room in 32 bits */
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
		w->in[i][lane] = part[i] > 0 ? -1 : 0;
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
reach(const struct work *w, uint32_t term, uint32_t measure, uint32_t lane,
    uint64_t hits, uint64_t words)
{
	uint64_t F = freq(&w->v->term[term]);
	double f = (double)hits;
	double T = (double)(w->v->words[VERSUS_TARGET] +
	    w->v->words[VERSUS_REFERENCE]);
	double rest = T - (double)words;

	if (w->bar != NULL && words > 0 && rest > 0) {
		double bar = w->bar[term * MEASURES + measure];
		double E = (double)F * (double)words / T;
		double E2 = (double)F - E;
		double d = (f - E) * (f - E);

		if (far * d * T * T < bar * E * rest * (T - (double)F))
			return 0;
		if (w->is_ratio &&
		    near * d *
			    (1 / (2 * E + f) + 1 / (2 * E2 + (double)F - f)) >
			bar)
			return (double)INFINITY;
	}
	return measure > 0 ? test(w, words, hits, F) : figure(w, lane, hits, F);
}

/* The loop that takes the time, and so in 32 bits where they have room. */
static void
sum_whole(const struct work *w, uint32_t term, struct sums *to)
{
	numbers f = {0};
	numbers n = {0};
	numbers words = {0};

	for (size_t j = w->first[term]; j < w->first[term + 1]; j++) {
		const struct hit *x = &w->hit[j];
		numbers in = w->in[x->unit];

		f += (int32_t)x->f & in;
		words += (int32_t)w->v->unit[x->unit].words & in;
		n -= in;
	}
	for (uint32_t k = 0; k < CHANCE_LANES; k++) {
		to->f[k] = (uint64_t)f[k];
		to->words[k] = (uint64_t)words[k];
		to->n[k] = (uint64_t)n[k];
	}
}

static void
sum_large(const struct work *w, uint32_t term, struct sums *to)
{
	*to = (struct sums){{0}, {0}, {0}};
	for (size_t j = w->first[term]; j < w->first[term + 1]; j++) {
		const struct hit *x = &w->hit[j];

		for (uint32_t k = 0; k < CHANCE_LANES; k++) {
			if (w->in[x->unit][k] == 0)
				continue;
			to->f[k] += x->f;
			to->words[k] += w->v->unit[x->unit].words;
			to->n[k]++;
		}
	}
}

static void
figures(void *work, uint32_t term, double x[][CHANCE_LANES])
{
	const struct work *w = work;
	double mean = w->mean[term];
	struct sums s;

	if (w->whole)
		sum_whole(w, term, &s);
	else
		sum_large(w, term, &s);
	for (uint32_t k = 0; k < CHANCE_LANES; k++) {
		double others =
		    ((double)w->v->n_part[VERSUS_TARGET] - (double)s.n[k]) *
		    mean;
		uint64_t alike = s.words[k] + (uint64_t)llround(others);

		x[0][k] = reach(w, term, 0, k, s.f[k], w->words[k]);
		x[1][k] = reach(w, term, 1, k, s.f[k], alike);
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
			    (struct hit){v->cell[j].f, k};
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
	w->whole = v->words[VERSUS_TARGET] + v->words[VERSUS_REFERENCE] < ROOM;
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
	uint32_t *part = mem_new(v->n_unit, sizeof(*part));
	double *bar = mem_new((size_t)v->n_term * MEASURES, sizeof(*bar));
	struct chance_tests t = {.n = v->n_term,
	    .measures = MEASURES,
	    .bar = bar,
	    .work = &w,
	    .take_lane = take_lane,
	    .figures = figures};
	double x[MEASURES][CHANCE_LANES];
	struct stat_deal deal;
	struct chance c;

	open_work(&w);
	for (uint32_t i = 0; i < v->n_unit; i++)
		part[i] = v->unit[i].side == VERSUS_TARGET;
	/* the |test| to be reached is that of the labelling as it is */
	take_lane(&w, 0, part);
	for (uint32_t i = 0; i < v->n_term; i++) {
		figures(&w, i, x);
		for (uint32_t m = 0; m < MEASURES; m++)
			bar[i * MEASURES + m] = tie * x[m][0];
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
