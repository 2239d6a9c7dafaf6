#include "relabel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/rng.h"

enum {
	SMALL = 64 /* tests of rarer terms are computed once a labelling */
};

static const double tie = 1 - 1e-9;

struct work {
	const struct versus *v;
	const struct relabel_rule *rule;
	uint32_t n;        /* units */
	uint32_t k;        /* those of the smaller side */
	uint32_t *set;     /* the k of a labelling, in set[0] .. set[k - 1] */
	uint64_t *sum;     /* by term: its occurrences there */
	double *seen;      /* by term: the |test| to be reached; NAN: none */
	uint64_t *reached; /* by term: how often it was */
	double *small; /* by F and f: |test| of this labelling, -1: not yet */
};

/* C(n, k), or 2^63 if it is more. */
static uint64_t
choose(uint64_t n, uint64_t k)
{
	const uint64_t most = UINT64_C(1) << 63;
	uint64_t c = 1;

	for (uint64_t i = 1; i <= k; i++) {
		uint64_t m = n - k + i;

		/* c m / i is whole, and c (m / i) <= it */
		if (c / i > most / m - 1)
			return most;
		c = c / i * m + c % i * m / i;
	}
	return c < most ? c : most;
}

static uint64_t
freq(const struct versus_term *x)
{
	return x->f[VERSUS_TARGET] + x->f[VERSUS_REFERENCE];
}

static double
test(const struct work *w, uint64_t f, uint64_t F, uint64_t words)
{
	const struct versus *v = w->v;
	struct stat_keyness x = {f, words, F - f,
	    v->words[VERSUS_TARGET] + v->words[VERSUS_REFERENCE] - words};

	return fabs(w->rule->test(&x));
}

/* The occurrences of every term in the set, and its words. */
static uint64_t
sum_set(struct work *w)
{
	const struct versus *v = w->v;
	uint64_t words = 0;

	memset(w->sum, 0, v->n_term * sizeof(*w->sum));
	for (uint32_t i = 0; i < w->k; i++) {
		const struct versus_unit *u = &v->unit[w->set[i]];

		words += u->words;
		for (size_t j = u->from; j < u->to; j++)
			w->sum[v->cell[j].term] += v->cell[j].f;
	}
	return words;
}

static double
test_small(struct work *w, uint64_t f, uint64_t F, uint64_t words)
{
	double *x = &w->small[F * SMALL + f];

	if (*x < 0)
		*x = test(w, f, F, words);
	return *x;
}

static void
look(struct work *w)
{
	uint64_t words = sum_set(w);

	for (size_t i = 0; i < (size_t)SMALL * SMALL; i++)
		w->small[i] = -1;
	for (uint32_t i = 0; i < w->v->n_term; i++) {
		uint64_t F = freq(&w->v->term[i]);
		double x;

		if (isnan(w->seen[i]))
			continue;
		x = F < SMALL ? test_small(w, w->sum[i], F, words)
			      : test(w, w->sum[i], F, words);
		w->reached[i] += x >= w->seen[i] * tie;
	}
}

/* The next set in lexical order, or false. */
static bool
next_set(struct work *w)
{
	uint32_t i = w->k;

	while (i > 0 && w->set[i - 1] == w->n - w->k + i - 1)
		i--;
	if (i == 0)
		return false;
	w->set[i - 1]++;
	for (; i < w->k; i++)
		w->set[i] = w->set[i - 1] + 1;
	return true;
}

/* The head of a shuffle by Fisher & Yates. */
static void
draw_set(struct work *w, struct stat_rng *rng)
{
	for (uint32_t i = 0; i < w->k; i++) {
		uint32_t j = i + stat_rng_below(rng, w->n - i);
		uint32_t unit = w->set[j];

		w->set[j] = w->set[i];
		w->set[i] = unit;
	}
}

static void
look_at_sample(struct work *w)
{
	struct stat_rng rng;

	stat_rng_open(&rng, w->rule->seed, w->rule->name, w->rule->len);
	for (uint64_t i = 0; i < w->rule->reps; i++) {
		draw_set(w, &rng);
		look(w);
	}
}

static void
work_open(struct work *w)
{
	const struct versus *v = w->v;

	w->n = v->n_unit;
	w->k = v->n_part[VERSUS_TARGET] < v->n_part[VERSUS_REFERENCE]
	    ? v->n_part[VERSUS_TARGET]
	    : v->n_part[VERSUS_REFERENCE];
	w->set = mem_new(w->n, sizeof(*w->set));
	for (uint32_t i = 0; i < w->n; i++)
		w->set[i] = i;
	w->sum = mem_new(v->n_term, sizeof(*w->sum));
	w->seen = mem_new(v->n_term, sizeof(*w->seen));
	w->reached = mem_new(v->n_term, sizeof(*w->reached));
	w->small = mem_new((size_t)SMALL * SMALL, sizeof(*w->small));
	for (uint32_t i = 0; i < v->n_term; i++) {
		const struct versus_term *x = &v->term[i];

		w->seen[i] = test(
		    w, x->f[VERSUS_TARGET], freq(x), v->words[VERSUS_TARGET]);
	}
}

static void
work_close(struct work *w)
{
	free(w->set);
	free(w->sum);
	free(w->seen);
	free(w->reached);
	free(w->small);
}

struct relabel
relabel_test(const struct versus *v, const struct relabel_rule *rule, double *p)
{
	struct work w = {.v = v, .rule = rule};
	struct relabel r = {.n = rule->reps};
	uint64_t c;
	unsigned
	    itself; /* labellings as extreme as the one seen, for certain */

	work_open(&w);
	c = choose(w.n, w.k);
	itself = 2 * w.k == w.n ? 2 : 1; /* sides that change places */
	r.all = c <= rule->reps;
	if (r.all) {
		r.n = c;
		do
			look(&w);
		while (next_set(&w));
	} else
		look_at_sample(&w);
	for (uint32_t i = 0; i < v->n_term; i++) {
		double n = (double)w.reached[i];

		p[i] = isnan(w.seen[i]) ? (double)NAN
		    : r.all             ? n / (double)c
					: (n + 1) / ((double)r.n + 1);
	}
	r.least = itself / (double)c;
	if (!r.all && r.least < 1 / ((double)r.n + 1))
		r.least = 1 / ((double)r.n + 1);
	work_close(&w);
	return r;
}
