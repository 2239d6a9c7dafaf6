#include "apart.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static const double tie = 1 - 1e-9;

/* A number of each of the deals that stand side by side. */
typedef double lanes
    __attribute__((vector_size(CHANCE_LANES * sizeof(double)), aligned(16)));
typedef int64_t bits
    __attribute__((vector_size(CHANCE_LANES * sizeof(int64_t)), aligned(16)));
/* Four at once, which is what any machine compares at once. */
typedef int32_t four __attribute__((vector_size(4 * sizeof(int32_t))));

enum {
	SMALL = 1 << 30,
	FOURS = CHANCE_LANES / 4
};

/* Of the units of a part that have the item, in each deal. */
struct dealt {
	lanes f;    /* occurrences */
	lanes more; /* excess() of all */
};

struct work {
	const struct units *u;
	const struct apart_test *test;
	four (*part)[FOURS]; /* by unit */
	lanes *t;            /* words, by stratum and part */
	uint32_t item;       /* that the rest is of; UINT32_MAX: none */
	double *F;           /* by stratum */
	struct dealt *d;     /* by part */
	bool whole; /* words have room in 32 bits, and are of one stratum */
	/* the second measure, alike (apart.h): */
	uint32_t measures; /* 1: it is the same as the first */
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
		w->part[i][lane / 4][lane % 4] = (int32_t)part[i];
		w->t[(size_t)u->stratum[i] * u->n_part + part[i]][lane] +=
		    u->words[i];
	}
}

/* A third of G2 of f, E being expected: (f - E)^2 / (f + 2 E), 0 for none.
 * Without a comparison, which gcc 12 would make of one lane after the other. */
static inline void
add_apart(lanes *sum, const lanes *f, const lanes *E)
{
	lanes d = *f - *E;
	lanes by = *f + 2 * *E;

	by = (lanes)((bits)by & INT64_MAX) + DBL_MIN;
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

/* What is to be expected of a part in a deal: of its words, or (alike) of as
 * many units without the item, and what those that have it are beyond. */
static lanes
expected(const struct work *w, uint32_t part, const struct dealt *d, bool alike)
{
	const struct units *u = w->u;
	lanes E = {0};

	for (uint32_t s = 0; s < u->n_stratum; s++) {
		size_t i = (size_t)s * u->n_part + part;

		if (!(w->F[s] > 0))
			continue;
		if (alike)
			E += w->F[s] / u->T[s] * w->mean[s] * w->size[i];
		else
			E += w->F[s] / u->T[s] * w->t[i];
	}
	return alike ? E + d->more : E;
}

static void
all_parts(struct work *w, uint32_t item, lanes *sum)
{
	const struct units *u = w->u;

	memset(w->d, 0, u->n_part * sizeof(*w->d));
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const four *part = w->part[u->hit[j].unit];
		double more = w->measures > 1 ? excess(w, u->hit[j].unit) : 0;

		for (uint32_t k = 0; k < CHANCE_LANES; k++) {
			struct dealt *d = &w->d[part[k / 4][k % 4]];

			d->f[k] += u->hit[j].f;
			d->more[k] += more;
		}
	}
	for (uint32_t m = 0; m < w->measures; m++)
		for (uint32_t j = 0; j < u->n_part; j++) {
			lanes E = expected(w, j, &w->d[j], m > 0);

			add_apart(&sum[m], &w->d[j].f, &E);
		}
}

/* Of one part: the loop that takes the time, and so in whole numbers of 32 bits
 * where they have room. */
static void
count_whole(const struct work *w, uint32_t item, uint32_t part, struct dealt *d)
{
	const struct units *u = w->u;
	double per = w->F[0] / u->T[0];

	for (uint32_t q = 0; q < FOURS; q++) {
		four f = {0};
		four n = {0};
		four words = {0};

		for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
			const struct units_hit *x = &u->hit[j];
			four in = w->part[x->unit][q] == (int32_t)part;

			f += (int32_t)x->f & in;
			words += (int32_t)u->words[x->unit] & in;
			n -= in;
		}
		for (uint32_t k = 0; k < 4; k++) {
			d->f[q * 4 + k] = f[k];
			d->more[q * 4 + k] =
			    per * (words[k] - n[k] * w->mean[0]);
		}
	}
}

static void
count_part(const struct work *w, uint32_t item, uint32_t part, struct dealt *d)
{
	const struct units *u = w->u;

	*d = (struct dealt){0};
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const struct units_hit *x = &u->hit[j];
		double more = w->measures > 1 ? excess(w, x->unit) : 0;

		for (uint32_t k = 0; k < CHANCE_LANES; k++) {
			bool in =
			    w->part[x->unit][k / 4][k % 4] == (int32_t)part;

			d->f[k] += in ? x->f : 0;
			d->more[k] += in ? more : 0;
		}
	}
}

static void
one_part(const struct work *w, uint32_t item, uint32_t part, lanes *sum)
{
	const struct units *u = w->u;
	struct dealt d;
	lanes rest;

	if (w->whole && u->F[item] < SMALL)
		count_whole(w, item, part, &d);
	else
		count_part(w, item, part, &d);
	rest = u->F[item] - d.f;
	for (uint32_t m = 0; m < w->measures; m++) {
		lanes E = expected(w, part, &d, m > 0);

		add_apart(&sum[m], &d.f, &E);
		E = u->F[item] - E;
		add_apart(&sum[m], &rest, &E);
	}
}

static void
figures(void *work, uint32_t i, double x[][CHANCE_LANES])
{
	struct work *w = work;
	const struct apart_test *test = &w->test[i];
	lanes sum[CHANCE_MEASURES] = {{0}};

	if (w->item != test->item) {
		sum_strata(w, test->item);
		if (w->measures > 1)
			mean_strata(w, test->item);
	}
	if (test->part == APART_ALL)
		all_parts(w, test->item, sum);
	else
		one_part(w, test->item, test->part, sum);
	memcpy(x, sum, w->measures * sizeof(*sum));
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
	w->whole = u->n_stratum == 1 && u->T[0] < SMALL;
	w->part = mem_new(u->n, sizeof(*w->part));
	w->t = mem_new(cells, sizeof(*w->t));
	w->F = mem_new(u->n_stratum, sizeof(*w->F));
	w->d = mem_new(u->n_part, sizeof(*w->d));
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
	free(w->d);
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
	double x[CHANCE_MEASURES][CHANCE_LANES];
	struct stat_deal d;
	struct chance c;

	open_work(&w);
	stat_deal_open(&d, u->part, u->stratum, u->n);
	take_lane(&w, 0, u->part);
	for (uint32_t i = 0; i < n; i++) {
		bool is = is_free(u, &test[i]);

		if (is)
			figures(&w, i, x);
		for (uint32_t m = 0; m < w.measures; m++)
			bar[(size_t)i * w.measures + m] =
			    is ? x[m][0] * tie : (double)NAN;
	}
	c = chance_run(&d, rule, &t, p);
	stat_deal_close(&d);
	close_work(&w);
	free(bar);
	return c;
}
