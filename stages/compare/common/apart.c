#include "apart.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alike.h"
#include "hands.h"
#include "lib/base/mem.h"
#include "screen.h"

static const double tie = 1 - 1e-9;

/* A number of each of the deals that stand side by side. */
typedef double lanes
    __attribute__((vector_size(CHANCE_LANES * sizeof(double)), aligned(16)));
typedef int64_t bits
    __attribute__((vector_size(CHANCE_LANES * sizeof(int64_t)), aligned(16)));

enum {
	SMALL = 1 << 30
};

/* What rounding could make of a figure, beside it and beside occurrences. */
static const double by_rounding = 1e-9;
static const double of_all = 1e-14;

/* Of the units of a part that have the item, in each deal. */
struct dealt {
	lanes f;    /* occurrences */
	lanes more; /* excess() of all */
};

struct work {
	const struct units *u;
	const struct apart_test *test;
	const double *bar; /* by test and measure; NULL: none yet */
	struct hands hands;
	struct screen screen;
	lanes *t;        /* words, by stratum and part */
	double *sum;     /* the same in one deal */
	size_t *cell;    /* by unit: its stratum's first in these */
	uint32_t item;   /* that the rest is of; UINT32_MAX: none */
	double *F;       /* by stratum */
	struct dealt *d; /* by part */
	/* the second measure, alike (apart.h): */
	uint32_t measures; /* 1: it is the same as the first */
	double *size;      /* units, by stratum and part */
	double *mean;  /* by stratum: words of a unit that has not the item */
	uint32_t *n;   /* by stratum: units that have it not */
	double *means; /* by item: mean, where there is one stratum */
};

static void
take_lane(void *work, uint32_t lane, const uint32_t *part)
{
	struct work *w = work;
	const struct units *u = w->u;
	size_t cells = (size_t)u->n_stratum * u->n_part;

	hands_take(&w->hands, lane, part);
	screen_turn(&w->screen);
	if (w->hands.whole) {
		for (uint32_t j = 0; j < u->n_part; j++)
			w->t[j][lane] = w->hands.of[j].words;
		return;
	}
	memset(w->sum, 0, cells * sizeof(*w->sum));
	for (uint32_t i = 0; i < u->n; i++)
		w->sum[w->cell[i] + part[i]] += u->words[i];
	for (size_t i = 0; i < cells; i++)
		w->t[i][lane] = w->sum[i];
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
	hands_by_unit(&w->hands);
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const hands_four *part = w->hands.part[u->hit[j].unit];
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

/* Of one part, in whole numbers: what takes the time. */
static void
count_whole(struct work *w, uint32_t item, uint32_t part, struct dealt *d)
{
	double per = w->F[0] / w->u->T[0];
	struct hand hand;

	hands_of(&w->hands, item, part, &hand);
	for (uint32_t k = 0; k < CHANCE_LANES; k++) {
		d->f[k] = hand.f[k];
		d->more[k] = per * (hand.words[k] - hand.n[k] * w->mean[0]);
	}
}

static void
count_part(struct work *w, uint32_t item, uint32_t part, struct dealt *d)
{
	const struct units *u = w->u;

	*d = (struct dealt){0};
	hands_by_unit(&w->hands);
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		const struct units_hit *x = &u->hit[j];
		double more = w->measures > 1 ? excess(w, x->unit) : 0;

		for (uint32_t k = 0; k < CHANCE_LANES; k++) {
			bool in = w->hands.part[x->unit][k / 4][k % 4] ==
			    (int32_t)part;

			d->f[k] += in ? x->f : 0;
			d->more[k] += in ? more : 0;
		}
	}
}

/* Does no deal reach the bar, whatever is rounded?  With d = f - E and
 * A = f + 2 E the figure is d^2 (1 / A + 1 / (3 F - A)): so it needs no
 * division to see that. */
static bool
is_below(double F, const struct dealt *x, const lanes *E, double bar)
{
	double by = bar * (1 - by_rounding);
	chance_bits none = {0};

	for (size_t k = 0; k < CHANCE_LANES / 2; k++) {
		chance_two f;
		chance_two e;
		chance_two d;
		chance_two A;

		memcpy(&f, (const chance_two *)&x->f + k, sizeof(f));
		memcpy(&e, (const chance_two *)E + k, sizeof(e));
		d = (chance_two)((chance_bits)(f - e) & INT64_MAX) + F * of_all;
		A = f + 2 * e;
		none |= (chance_bits)(A * (3 * F - A) * by - d * d * (3 * F));
	}
	return (none[0] | none[1]) >= 0;
}

/* Figures that are all below their bar are 0; false where all are. */
static bool
one_part(struct work *w, const struct apart_test *test, const double *bar,
    lanes *sum)
{
	uint32_t item = test->item;
	double F = w->u->F[item];
	struct dealt d;
	lanes rest;
	bool any = false;

	if (w->hands.whole && F < SMALL)
		count_whole(w, item, test->part, &d);
	else
		count_part(w, item, test->part, &d);
	rest = F - d.f;
	for (uint32_t m = 0; m < w->measures; m++) {
		lanes E = expected(w, test->part, &d, m > 0);

		if (bar != NULL && bar[m] > 0 && is_below(F, &d, &E, bar[m]))
			continue;
		any = true;
		add_apart(&sum[m], &d.f, &E);
		E = F - E;
		add_apart(&sum[m], &rest, &E);
	}
	return any;
}

/* What all tests of an item need. */
static void
take_item(struct work *w, uint32_t item)
{
	if (w->item == item)
		return;
	sum_strata(w, item);
	if (w->means != NULL)
		w->mean[0] = w->means[item];
	else if (w->measures > 1)
		mean_strata(w, item);
}

static bool
figures(void *work, uint32_t i, double x[][CHANCE_LANES])
{
	struct work *w = work;
	const struct apart_test *test = &w->test[i];
	const double *bar =
	    w->bar != NULL ? w->bar + (size_t)i * w->measures : NULL;
	lanes sum[CHANCE_MEASURES];
	bool any = true;

	if (bar != NULL && w->screen.limit[i] > 0)
		return screen_figures(
		    &w->screen, i, (const double(*)[CHANCE_LANES])w->t, x);
	memset(sum, 0, sizeof(sum));
	take_item(w, test->item);
	if (test->part == APART_ALL)
		all_parts(w, test->item, sum);
	else
		any = one_part(w, test, bar, sum);
	memcpy(x, sum, w->measures * sizeof(*sum));
	return any;
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
	hands_open(&w->hands, u);
	w->t = mem_new(cells, sizeof(*w->t));
	w->sum = mem_new(cells, sizeof(*w->sum));
	w->cell = mem_new(u->n, sizeof(*w->cell));
	w->F = mem_new(u->n_stratum, sizeof(*w->F));
	w->d = mem_new(u->n_part, sizeof(*w->d));
	w->size = mem_new(cells, sizeof(*w->size));
	w->mean = mem_new(u->n_stratum, sizeof(*w->mean));
	w->n = mem_new(u->n_stratum, sizeof(*w->n));
	for (uint32_t i = 0; i < u->n; i++) {
		w->cell[i] = (size_t)u->stratum[i] * u->n_part;
		w->size[w->cell[i] + u->part[i]]++;
	}
	if (u->n_stratum > 1 || w->measures < 2)
		return;
	w->means = mem_new(u->n_item, sizeof(*w->means));
	for (uint32_t i = 0; i < u->n_item; i++) {
		mean_strata(w, i);
		w->means[i] = w->mean[0];
	}
}

static void
close_work(struct work *w)
{
	hands_close(&w->hands);
	free(w->t);
	free(w->sum);
	free(w->cell);
	free(w->F);
	free(w->d);
	free(w->size);
	free(w->mean);
	free(w->n);
	free(w->means);
}

struct chance
apart_run(const struct units *u, const struct apart_test *test, uint32_t n,
    const struct chance_rule *rule, double *p)
{
	struct work w = {
	    .u = u, .test = test, .measures = units_are_even(u) ? 1 : 2};
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
			(void)figures(&w, i, x);
		for (uint32_t m = 0; m < w.measures; m++)
			bar[(size_t)i * w.measures + m] =
			    is ? x[m][0] * tie : (double)NAN;
	}
	w.bar = bar;
	w.screen = (struct screen){.u = u,
	    .hands = &w.hands,
	    .means = w.means,
	    .test = test,
	    .bar = bar,
	    .measures = w.measures};
	screen_open(&w.screen, n);
	c = chance_run(&d, rule, &t, p);
	if (n > 0)
		c.least = fmax(c.least,
		    exp(-alike_ln_told(u, test, n, stat_deal_ln_count(&d))));
	stat_deal_close(&d);
	screen_close(&w.screen);
	close_work(&w);
	free(bar);
	return c;
}
