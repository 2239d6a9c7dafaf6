#include "apart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static const double tie = 1 - 1e-9;

/* A number of each of the deals that stand side by side. */
typedef double lanes
    __attribute__((vector_size(CHANCE_LANES * sizeof(double)), aligned(16)));
typedef int64_t signs
    __attribute__((vector_size(CHANCE_LANES * sizeof(int64_t)), aligned(16)));

typedef int32_t numbers
    __attribute__((vector_size(CHANCE_LANES * sizeof(int32_t)), aligned(16)));

enum {
	SMALL = 1 << 30
};

struct work {
	const struct units *u;
	const struct apart_test *test;
	numbers *part; /* by unit */
	lanes *t;      /* words, by stratum and part */
	uint32_t item; /* that the rest is of; UINT32_MAX: none */
	double *F;     /* by stratum */
	lanes *f;      /* by part */
	lanes *E;      /* by part */
	/* the second measure, alike (apart.h): */
	uint32_t measures; /* 1: it is the same as the first */
	bool alike;        /* it is under way */
	double *size;      /* units, by stratum and part */
	double *mean; /* by stratum: words of a unit that has not the item */
	uint32_t *n;  /* by stratum: units that have it not */
};

static void
take_lane(void *work, uint32_t lane, const uint32_t *part)
{
	struct work *w = work;
	const struct units *u = w->u;

	for (size_t i = 0; i < (size_t)u->n_stratum * u->n_part; i++)
		w->t[i][lane] = 0;
	for (uint32_t i = 0; i < u->n; i++) {
		w->part[i][lane] = (int32_t)part[i];
		w->t[(size_t)u->stratum[i] * u->n_part + part[i]][lane] +=
		    u->words[i];
	}
}

/* A third of G2 of f, E being expected: (f - E)^2 / (f + 2 E), 0 for none. */
static inline void
add_apart(lanes *sum, const lanes *f, const lanes *E)
{
	lanes one = 1 - (lanes){0};
	lanes d = *f - *E;
	lanes by = *f + 2 * *E;

	by += (lanes)((signs)one & (by <= 0));
	*sum += d * d / by;
}

/* Occurrences by stratum, which no deal changes. */
static void
sum_strata(struct work *w, uint32_t item)
{
	const struct units *u = w->u;

	w->item = item;
	if (u->n_stratum == 1) {
		w->F[0] = u->F[item];
		return;
	}
	memset(w->F, 0, u->n_stratum * sizeof(*w->F));
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++)
		w->F[u->stratum[u->hit[j].unit]] += u->hit[j].f;
}

/* Mean words of the units that have not the item, by stratum. */
static void
mean_strata(struct work *w, uint32_t item)
{
	const struct units *u = w->u;

	memset(w->n, 0, u->n_stratum * sizeof(*w->n));
	memcpy(w->mean, u->T, u->n_stratum * sizeof(*w->mean));
	for (size_t i = 0; i < (size_t)u->n_stratum * u->n_part; i++)
		w->n[i / u->n_part] += (uint32_t)w->size[i];
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		uint32_t unit = u->hit[j].unit;

		w->n[u->stratum[unit]]--;
		w->mean[u->stratum[unit]] -= u->words[unit];
	}
	for (uint32_t s = 0; s < u->n_stratum; s++)
		w->mean[s] = w->n[s] > 0 ? w->mean[s] / w->n[s] : 0;
}

/* What is to be expected of the words of a unit that has the item, beyond those
 * that units without it have on average. */
static double
excess(const struct work *w, uint32_t unit)
{
	const struct units *u = w->u;
	uint32_t s = u->stratum[unit];

	return w->F[s] / u->T[s] * (u->words[unit] - w->mean[s]);
}

/* What is to be expected of a part's words in a deal, or of as many units
 * without the item. */
static lanes
expected(const struct work *w, uint32_t part)
{
	const struct units *u = w->u;
	lanes E = {0};

	for (uint32_t s = 0; s < u->n_stratum; s++) {
		size_t i = (size_t)s * u->n_part + part;

		if (!(w->F[s] > 0))
			continue;
		if (w->alike)
			E += w->F[s] / u->T[s] * w->mean[s] * w->size[i];
		else
			E += w->F[s] / u->T[s] * w->t[i];
	}
	return E;
}

static void
all_parts(struct work *w, uint32_t item, double *to)
{
	const struct units *u = w->u;
	lanes sum = {0};

	memset(w->f, 0, u->n_part * sizeof(*w->f));
	for (uint32_t j = 0; j < u->n_part; j++)
		w->E[j] = expected(w, j);
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const numbers *part = &w->part[u->hit[j].unit];
		double more = w->alike ? excess(w, u->hit[j].unit) : 0;

		for (uint32_t k = 0; k < CHANCE_LANES; k++)
			w->f[(*part)[k]][k] += u->hit[j].f;
		for (uint32_t k = 0; w->alike && k < CHANCE_LANES; k++)
			w->E[(*part)[k]][k] += more;
	}
	for (uint32_t j = 0; j < u->n_part; j++)
		add_apart(&sum, &w->f[j], &w->E[j]);
	memcpy(to, &sum, sizeof(sum));
}

/* The occurrences of an item in the part, in each deal: the loop that takes the
 * time, and so in whole numbers of 32 bits, of which sums of hits below SMALL
 * have room. */
static lanes
count_part(const struct work *w, uint32_t item, uint32_t part)
{
	const struct units *u = w->u;
	numbers f = {0};
	lanes sum = {0};

	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const struct units_hit *x = &u->hit[j];

		if (u->F[item] < SMALL)
			f +=
			    (int32_t)x->f & (w->part[x->unit] == (int32_t)part);
		else
			for (uint32_t k = 0; k < CHANCE_LANES; k++)
				sum[k] += w->part[x->unit][k] == (int32_t)part
				    ? x->f
				    : 0;
	}
	return sum + __builtin_convertvector(f, lanes);
}

static void
one_part(const struct work *w, uint32_t item, uint32_t part, double *to)
{
	const struct units *u = w->u;
	lanes f = count_part(w, item, part);
	lanes E = expected(w, part);
	lanes sum = {0};

	if (w->alike)
		for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
			uint32_t unit = u->hit[j].unit;
			double more = excess(w, unit);

			for (uint32_t k = 0; k < CHANCE_LANES; k++)
				E[k] += w->part[unit][k] == (int32_t)part ? more
									  : 0;
		}
	add_apart(&sum, &f, &E);
	f = u->F[item] - f;
	E = u->F[item] - E;
	add_apart(&sum, &f, &E);
	memcpy(to, &sum, sizeof(sum));
}

static void
figures(void *work, uint32_t i, double *x)
{
	struct work *w = work;
	const struct apart_test *test = &w->test[i / w->measures];

	w->alike = i % w->measures > 0;
	if (w->item != test->item) {
		sum_strata(w, test->item);
		if (w->measures > 1)
			mean_strata(w, test->item);
	}
	if (test->part == APART_ALL)
		all_parts(w, test->item, x);
	else
		one_part(w, test->item, test->part, x);
}

/* Can it differ? */
static bool
is_free(const struct units *u, const struct apart_test *x)
{
	if (!(u->F[x->item] > 0))
		return false;
	return x->part == APART_ALL
	    ? u->n_there > 1 && u->n_there < u->n
	    : u->size[x->part] > 0 && u->size[x->part] < u->n;
}

static void
open_work(struct work *w)
{
	const struct units *u = w->u;
	size_t cells = (size_t)u->n_stratum * u->n_part;

	w->item = UINT32_MAX;
	w->part = mem_new(u->n, sizeof(*w->part));
	w->t = mem_new(cells, sizeof(*w->t));
	w->F = mem_new(u->n_stratum, sizeof(*w->F));
	w->f = mem_new(u->n_part, sizeof(*w->f));
	w->E = mem_new(u->n_part, sizeof(*w->E));
	w->size = mem_new(cells, sizeof(*w->size));
	w->mean = mem_new(u->n_stratum, sizeof(*w->mean));
	w->n = mem_new(u->n_stratum, sizeof(*w->n));
	for (uint32_t i = 0; i < u->n; i++)
		w->size[(size_t)u->stratum[i] * u->n_part + u->part[i]]++;
}

static void
close_work(struct work *w)
{
	free(w->part);
	free(w->t);
	free(w->F);
	free(w->f);
	free(w->E);
	free(w->size);
	free(w->mean);
	free(w->n);
}

/* Do all units of a stratum have the same number of words? */
static bool
is_even(const struct units *u)
{
	double *words = mem_new(u->n_stratum, sizeof(*words));
	bool even = true;

	for (uint32_t i = 0; i < u->n && even; i++) {
		double *x = &words[u->stratum[i]];

		even = !(*x > 0) || *x == u->words[i];
		*x = u->words[i];
	}
	free(words);
	return even;
}

struct chance
apart_run(const struct units *u, const struct apart_test *test, uint32_t n,
    const struct chance_rule *rule, double *p)
{
	struct work w = {.u = u, .test = test, .measures = is_even(u) ? 1 : 2};
	double *bar = mem_new((size_t)n * w.measures, sizeof(*bar));
	struct chance_tests t = {.n = n,
	    .measures = w.measures,
	    .bar = bar,
	    .work = &w,
	    .take_lane = take_lane,
	    .figures = figures};
	double x[CHANCE_LANES];
	struct stat_deal d;
	struct chance c;

	open_work(&w);
	stat_deal_open(&d, u->part, u->stratum, u->n);
	take_lane(&w, 0, u->part);
	for (uint32_t i = 0; i < n * w.measures; i++) {
		bar[i] = (double)NAN;
		if (!is_free(u, &test[i / w.measures]))
			continue;
		figures(&w, i, x);
		bar[i] = x[0] * tie;
	}
	c = chance_run(&d, rule, &t, p);
	stat_deal_close(&d);
	close_work(&w);
	free(bar);
	return c;
}
