#include "lean.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/counts.h"
#include "orders.h"

/* Scores that differ by rounding, and those that are 0 but for it. */
static const double tie = 1 - 1e-9;
static const double zero = 1e-20;

enum {
	FOUR = 4,            /* orders whose times are found together */
	EIGHT = 8,           /* and summed, as many as there are registers */
	WHOLE_MOST = 0x7FFF, /* of a time, or a sum of some */
};

typedef double all_lanes[CHANCE_LANES] __attribute__((aligned(16)));
typedef int16_t all_whole[CHANCE_LANES] __attribute__((aligned(16)));
typedef int16_t whole_eight __attribute__((vector_size(EIGHT * 2)));

/* What an item has in one stratum. */
struct had {
	double F;
	uint32_t stratum;
};

struct work {
	const struct series *s;
	const struct within *w;
	const uint32_t *item; /* by test */
	uint32_t *unit;       /* by place */
	double *share;        /* by place: of the words of its stratum */
	double *time;         /* by cell, from the first on */
	int16_t *whole_time;
	uint32_t *cell[CHANCE_LANES]; /* by order: by unit */
	uint32_t n_lane;              /* orders taken that are to be spread */
	/* by unit: its time in each order; one of the two: */
	all_lanes *at;
	all_whole *whole; /* where times are whole numbers */
	uint64_t most;    /* the largest of them */
	all_lanes *mean;  /* by stratum: of time over its words */
	all_lanes *var;
	size_t *first; /* by test: its strata are had[first[i]] .. */
	struct had *had;
};

/* Takes an order. */
static void
take_lane(void *work, uint32_t lane, const uint32_t *cell)
{
	struct work *w = work;

	memcpy(w->cell[lane], cell, w->s->n_unit * sizeof(*cell));
	w->n_lane = lane + 1;
}

/* The times of the units in four orders, their means and variances. */
static void
spread_four(struct work *w, uint32_t lane)
{
	uint32_t *const *cell = w->cell + lane;
	uint32_t p = 0;

	for (uint32_t g = 0; g < w->w->n_stratum; g++) {
		chance_two mean[2] = {{0}, {0}};
		chance_two var[2] = {{0}, {0}};

		for (; p < w->w->end[g]; p++) {
			uint32_t i = w->unit[p];
			chance_two x[2] = {
			    {w->time[cell[0][i]], w->time[cell[1][i]]},
			    {w->time[cell[2][i]], w->time[cell[3][i]]}};
			chance_two a = w->share[p] * x[0];
			chance_two b = w->share[p] * x[1];

			if (w->whole == NULL)
				memcpy(w->at[i] + lane, x, sizeof(x));
			else
				for (uint32_t k = 0; k < FOUR; k++)
					w->whole[i][lane + k] =
					    w->whole_time[cell[k][i]];
			mean[0] += a;
			mean[1] += b;
			var[0] += a * x[0];
			var[1] += b * x[1];
		}
		var[0] -= mean[0] * mean[0];
		var[1] -= mean[1] * mean[1];
		memcpy(w->mean[g] + lane, mean, sizeof(mean));
		memcpy(w->var[g] + lane, var, sizeof(var));
	}
}

static void
spread(struct work *w)
{
	for (uint32_t lane = 0; lane < w->n_lane; lane += FOUR)
		spread_four(w, lane);
	w->n_lane = 0;
}

/* ---- sum of f x over the occurrences ---- */

static void
add_times(const struct work *w, uint32_t item, double *U)
{
	const struct series *s = w->s;

	for (uint32_t q = 0; q < CHANCE_LANES; q += EIGHT) {
		chance_two sum[4] = {{0}, {0}, {0}, {0}};

		for (size_t j = s->first[item]; j < s->first[item + 1]; j++) {
			const chance_two *x =
			    (const chance_two *)(w->at[s->hit[j].unit] + q);
			double f = (double)(int64_t)s->hit[j].f;

			sum[0] += f * x[0];
			sum[1] += f * x[1];
			sum[2] += f * x[2];
			sum[3] += f * x[3];
		}
		memcpy(U + q, sum, sizeof(sum));
	}
}

static void
add_sums(const whole_eight *sum, double *U)
{
	const int16_t *x = (const int16_t *)sum;

	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		U[k] += x[k];
}

/* The same in whole numbers, which no order of sums rounds: of 16 bits as far
 * as they reach. */
static void
add_whole(const struct work *w, uint32_t item, double *U)
{
	const struct series *s = w->s;
	const whole_eight none = {0};
	whole_eight a = none;
	whole_eight b = none;
	whole_eight c = none;
	whole_eight d = none;
	uint64_t most = WHOLE_MOST / w->most;
	uint64_t room = most;

	memset(U, 0, sizeof(all_lanes));
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++) {
		const int16_t *at = w->whole[s->hit[j].unit];
		const whole_eight *x = (const whole_eight *)at;
		uint64_t f = s->hit[j].f;

		if (f > most) {
			for (uint32_t k = 0; k < CHANCE_LANES; k++)
				U[k] += (double)(int64_t)f * at[k];
			continue;
		}
		if (f > room) {
			add_sums((const whole_eight[]){a, b, c, d}, U);
			a = b = c = d = none;
			room = most;
		}
		room -= f;
		a += (int16_t)f * x[0];
		b += (int16_t)f * x[1];
		c += (int16_t)f * x[2];
		d += (int16_t)f * x[3];
	}
	add_sums((const whole_eight[]){a, b, c, d}, U);
}

/* ---- scores ---- */

/* Those of eight orders, from the sums in U; NAN where V is not above 0. */
static void
score_eight(
    const struct work *w, uint32_t test, uint32_t q, const double *U, double *x)
{
	chance_two u[4];
	chance_two v[4] = {{0}, {0}, {0}, {0}};

	memcpy(u, U + q, sizeof(u));
	for (size_t k = w->first[test]; k < w->first[test + 1]; k++) {
		const struct had *h = &w->had[k];
		const chance_two *mean =
		    (const chance_two *)(w->mean[h->stratum] + q);
		const chance_two *var =
		    (const chance_two *)(w->var[h->stratum] + q);

		u[0] -= h->F * mean[0];
		u[1] -= h->F * mean[1];
		u[2] -= h->F * mean[2];
		u[3] -= h->F * mean[3];
		v[0] += h->F * var[0];
		v[1] += h->F * var[1];
		v[2] += h->F * var[2];
		v[3] += h->F * var[3];
	}
	for (size_t k = 0; k < 4; k++) {
		chance_two y = u[k] * u[k] / v[k];

		y = (chance_two)((chance_bits)y | ~(v[k] > 0));
		memcpy(x + q + k * 2, &y, sizeof(y));
	}
}

static bool
figures(void *work, uint32_t test, double x[][CHANCE_LANES])
{
	struct work *w = work;
	all_lanes U;

	if (w->n_lane > 0)
		spread(w);
	if (w->whole != NULL)
		add_whole(w, w->item[test], U);
	else
		add_times(w, w->item[test], U);
	for (uint32_t q = 0; q < CHANCE_LANES; q += EIGHT)
		score_eight(w, test, q, U, x[0]);
	return true;
}

/* ---- the outside ---- */

/* The strata of each item, in the order in which its units come. */
static void
list_strata(struct work *w, uint32_t n)
{
	const struct series *s = w->s;
	size_t *at = mem_new(w->w->n_stratum, sizeof(*at)); /* + 1 */
	size_t cap = 0;
	size_t k = 0;

	w->first = mem_new((size_t)n + 1, sizeof(*w->first));
	for (uint32_t i = 0; i < n; i++) {
		const struct series_hit *x = s->hit + s->first[w->item[i]];
		const struct series_hit *end =
		    s->hit + s->first[w->item[i] + 1];

		for (; x < end; x++) {
			uint32_t g = w->w->stratum[x->unit];

			if (at[g] <= w->first[i]) {
				w->had = mem_grow(
				    w->had, &cap, k + 1, sizeof(*w->had));
				w->had[k] = (struct had){0, g};
				at[g] = ++k;
			}
			w->had[at[g] - 1].F += (double)x->f;
		}
		w->first[i + 1] = k;
	}
	free(at);
}

/* The times of the cells, and whether they are whole numbers whose sums are
 * exact. */
static void
open_times(struct work *w)
{
	const struct series *s = w->s;
	double most = 1;
	bool whole = true;

	w->time = mem_new(w->w->n_cell, sizeof(*w->time));
	for (uint32_t k = 0; k < w->w->n_cell; k++) {
		double x = w->w->x[k] - s->x[0];

		w->time[k] = x;
		whole = whole && x >= 0 && x <= WHOLE_MOST && x == floor(x);
		most = fmax(most, x);
	}
	if (!whole || (double)s->T * most >= (double)COUNTS_MAX) {
		w->at = mem_new(s->n_unit, sizeof(*w->at));
		return;
	}
	w->most = (uint64_t)most;
	w->whole = mem_new(s->n_unit, sizeof(*w->whole));
	w->whole_time = mem_new(w->w->n_cell, sizeof(*w->whole_time));
	for (uint32_t k = 0; k < w->w->n_cell; k++)
		w->whole_time[k] = (int16_t)w->time[k];
}

static void
open_work(struct work *w, uint32_t n)
{
	const struct series *s = w->s;
	uint32_t n_stratum = w->w->n_stratum;
	double *t = mem_new(n_stratum, sizeof(*t));

	w->unit = mem_new(s->n_unit, sizeof(*w->unit));
	w->share = mem_new(s->n_unit, sizeof(*w->share));
	w->mean = mem_new(n_stratum, sizeof(*w->mean));
	w->var = mem_new(n_stratum, sizeof(*w->var));
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		w->cell[k] = mem_new(s->n_unit, sizeof(*w->cell[k]));
	for (uint32_t i = 0; i < s->n_unit; i++)
		t[w->w->stratum[i]] += (double)s->words[i];
	for (uint32_t i = 0; i < s->n_unit; i++) {
		uint32_t p = w->w->place[i];

		w->unit[p] = i;
		w->share[p] = (double)s->words[i] / t[w->w->stratum[i]];
	}
	free(t);
	open_times(w);
	list_strata(w, n);
}

static void
close_work(struct work *w)
{
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		free(w->cell[k]);
	free(w->unit);
	free(w->share);
	free(w->time);
	free(w->whole_time);
	free(w->at);
	free(w->whole);
	free(w->mean);
	free(w->var);
	free(w->first);
	free(w->had);
}

/* What an item must reach: its own score, as far as rounding lets see it. */
static double
bar_of(struct work *w, uint32_t test)
{
	double x[1][CHANCE_LANES];

	figures(w, test, x);
	return tie * x[0][0] - zero * (1 + (double)w->s->F[w->item[test]]);
}

struct chance
lean_test(double *ln_p, const struct trend *t, const struct within *in)
{
	struct work w = {.s = &t->s, .w = in, .item = t->item};
	double *bar = mem_new(t->n_item, sizeof(*bar));
	struct chance_tests x = {
	    .bar = bar, .work = &w, .take_lane = take_lane, .figures = figures};
	struct chance c;

	open_work(&w, t->n_item);
	take_lane(&w, 0, in->cell);
	for (uint32_t i = 0; i < t->n_item; i++)
		bar[i] = isnan(ln_p[i]) ? ln_p[i] : bar_of(&w, i);
	c = orders_run(ln_p, t, in, x);
	close_work(&w);
	free(bar);
	return c;
}
