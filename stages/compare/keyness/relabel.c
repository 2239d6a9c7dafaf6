#include "relabel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	ROOM = 1 << 30,             /* fewer words are counted in 32 bits */
	MEASURES = CHANCE_MEASURES, /* the second: units without a term have
				       the same words */
};

static const double tie = 1 - 1e-9;
/* What rounding could make of a bound; and so far from what is to be expected
 * a count is, or it has lost too much. */
static const double by_rounding = 1e-6;
static const double off_least = 1e-8;

/* A number of each of the labellings that are side by side. */
typedef int32_t numbers
    __attribute__((vector_size(CHANCE_LANES * sizeof(int32_t)), aligned(16)));

struct hit {
	uint64_t f;
	uint32_t unit;
};

/* Of the units of the target that have a term, by labelling. */
struct sums {
	double f[CHANCE_LANES];
	double words[CHANCE_LANES];
	double n[CHANCE_LANES];
};

struct work {
	const struct versus *v;
	double (*test)(const struct stat_keyness *x);
	size_t *first;   /* by term: its hits are hit[first[i]] .. */
	struct hit *hit; /* units rising */
	numbers *in;     /* by unit: all bits in the target of the labelling */
	uint64_t words[CHANCE_LANES]; /* of the target */
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

	w->words[lane] = 0;
	for (uint32_t i = 0; i < w->v->n_unit; i++) {
		w->in[i][lane] = part[i] > 0 ? -1 : 0;
		w->words[lane] += part[i] * w->v->unit[i].words;
	}
}

/* What a test is of, of one measure of a term, by labelling. */
struct cells {
	double f[CHANCE_LANES]; /* in the target */
	double words[CHANCE_LANES];
};

/* Of a term: its occurrences, all words, what is to be reached. */
struct bound {
	double F;
	double T;
	double bar;
};

/* Plainly below the bar, without a logarithm?  With x = f / E, x ln x - x + 1
 * is at most (x - 1)^2 / (1 + min(x, 1)), and so a likelihood ratio at most 2
 * (f - E)^2 / (E + min(f, E)) over the cells f and F - f, and twice the chi2 of
 * the other two; and no test is above twice the chi2 of all four. */
static inline chance_bits
is_below(const struct bound *b, bool is_ratio, chance_two f, chance_two words)
{
	double bar = b->bar * (1 - by_rounding);
	chance_two all = words * (b->T - words);
	chance_two E = words * (b->F / b->T);
	chance_two d = f - E;
	chance_two off = (chance_two)((chance_bits)d & INT64_MAX);
	chance_two P = 3 * E + f - off; /* 2 (E + min(f, E)) */
	chance_two Q = 4 * b->F - 2 * off - P;
	double others = b->T * b->T / (b->T - b->F);

	if (!is_ratio)
		return d * d * (2 * b->T * b->T) <
		    bar * (b->T - b->F) * E * (b->T - words);
	return d * d * (4 * all * (P + Q) + 2 * others * P * Q) <
	    bar * P * Q * all;
}

/* Plainly above?  x ln x - x + 1 is at least (x - 1)^2 / (2 + 2 (x - 1) / 3),
 * and so a ratio at least 3 (f - E)^2 / (2 E + f) over two cells. */
static inline chance_bits
is_above(const struct bound *b, chance_two f, chance_two words)
{
	chance_two E = words * (b->F / b->T);
	chance_two d = f - E;
	chance_two A = 2 * E + f;

	return d * d * (9 * b->F) >
	    b->bar * (1 + by_rounding) * A * (3 * b->F - A);
}

/* 0 where a |test| is plainly below the bar, infinity where it is above, else
 * NAN. */
static void
settle(const struct bound *b, bool is_ratio, const struct cells *c, double *x)
{
	const int64_t infinite = 0x7FF0000000000000;  /* its bits */
	const int64_t undefined = 0x0008000000000000; /* NAN's beside */
	const int64_t ratio = is_ratio ? -1 : 0;

	for (uint32_t k = 0; k < CHANCE_LANES; k += 2) {
		const chance_two f = {c->f[k], c->f[k + 1]};
		const chance_two words = {c->words[k], c->words[k + 1]};
		chance_two E = words * (b->F / b->T);
		chance_bits some = (words > 0) & (words < b->T) &
		    ((f < E * (1 - off_least)) | (f > E * (1 + off_least)));
		chance_bits below = is_below(b, is_ratio, f, words) & some;
		chance_bits above = is_above(b, f, words) & some & ratio;
		chance_bits bits = (infinite | (~above & undefined)) & ~below;

		memcpy(x + k, &bits, sizeof(bits));
	}
}

/* |test| by labelling, as far as it is needed; of the first one where there is
 * no bar yet. */
static void
reach(const struct work *w, uint32_t term, uint32_t measure,
    const struct cells *c, double *x)
{
	uint64_t F = freq(&w->v->term[term]);
	struct bound b = {.F = (double)F,
	    .T = (double)(w->v->words[VERSUS_TARGET] +
		w->v->words[VERSUS_REFERENCE])};

	if (w->bar == NULL) {
		x[0] = test(w, (uint64_t)c->words[0], (uint64_t)c->f[0], F);
		return;
	}
	b.bar = w->bar[term * MEASURES + measure];
	settle(&b, w->is_ratio, c, x);
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		if (isnan(x[k]))
			x[k] = test(
			    w, (uint64_t)c->words[k], (uint64_t)c->f[k], F);
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
		to->f[k] = f[k];
		to->words[k] = words[k];
		to->n[k] = n[k];
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
			to->f[k] += (double)x->f;
			to->words[k] += (double)w->v->unit[x->unit].words;
			to->n[k]++;
		}
	}
}

static bool
figures(void *work, uint32_t term, double x[][CHANCE_LANES])
{
	const struct work *w = work;
	double mean = w->mean[term];
	struct cells c[MEASURES];
	struct sums s;

	if (w->whole)
		sum_whole(w, term, &s);
	else
		sum_large(w, term, &s);
	for (uint32_t k = 0; k < CHANCE_LANES; k++) {
		double others =
		    ((double)w->v->n_part[VERSUS_TARGET] - s.n[k]) * mean;

		c[0].f[k] = c[1].f[k] = s.f[k];
		c[0].words[k] = (double)w->words[k];
		c[1].words[k] = s.words[k] + (double)(int64_t)(others + 0.5);
	}
	for (uint32_t m = 0; m < MEASURES; m++)
		reach(w, term, m, &c[m], x[m]);
	return true;
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
