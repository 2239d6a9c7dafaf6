#include "lean.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "orders.h"

/* Scores that differ by rounding, and those that are 0 but for it. */
static const double tie = 1 - 1e-9;
static const double zero = 1e-20;

enum {
	LANES = 16,
	HALVES = CHANCE_LANES / LANES,
};

/* A number of each of the orders that are side by side, in halves. */
typedef double lanes
    __attribute__((vector_size(LANES * sizeof(double)), aligned(16)));
typedef lanes all_lanes[HALVES];

struct work {
	const struct series *s;
	const struct within *w;
	const uint32_t *item; /* by test */
	double *share;        /* by unit: of the words of its stratum */
	all_lanes *at;        /* by unit: its time in the order taken */
	all_lanes *mean;      /* by stratum: of time over its words */
	all_lanes *var;
	/* of an item: */
	double *F;    /* by stratum */
	uint32_t *of; /* strata that have it */
	uint32_t n_of;
};

/* Takes an order. */
static void
take_lane(void *work, uint32_t lane, const uint32_t *cell)
{
	struct work *w = work;
	const struct series *s = w->s;
	const uint32_t *stratum = w->w->stratum;
	uint32_t half = lane / LANES;
	uint32_t k = lane % LANES;

	for (uint32_t g = 0; g < w->w->n_stratum; g++) {
		w->mean[g][half][k] = 0;
		w->var[g][half][k] = 0;
	}
	for (uint32_t i = 0; i < s->n_unit; i++) {
		double x = w->w->x[cell[i]] - s->x[0];
		uint32_t g = stratum[i];

		w->at[i][half][k] = x;
		w->mean[g][half][k] += w->share[i] * x;
		w->var[g][half][k] += w->share[i] * x * x;
	}
	for (uint32_t g = 0; g < w->w->n_stratum; g++)
		w->var[g][half][k] -= w->mean[g][half][k] * w->mean[g][half][k];
}

static void
list_strata(struct work *w, uint32_t item)
{
	const struct series *s = w->s;

	for (uint32_t k = 0; k < w->n_of; k++)
		w->F[w->of[k]] = 0;
	w->n_of = 0;
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++) {
		uint32_t g = w->w->stratum[s->hit[j].unit];

		if (!(w->F[g] > 0))
			w->of[w->n_of++] = g;
		w->F[g] += (double)s->hit[j].f;
	}
}

/* The sums of half of the lanes, as many as there are registers for. */
static void
add_half(const struct work *w, uint32_t item, int half, double *x)
{
	const struct series *s = w->s;
	lanes U = {0};
	lanes V = {0};

	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		U += (double)(int64_t)s->hit[j].f * w->at[s->hit[j].unit][half];
	for (uint32_t k = 0; k < w->n_of; k++) {
		uint32_t g = w->of[k];

		U -= w->F[g] * w->mean[g][half];
		V += w->F[g] * w->var[g][half];
	}
	for (int lane = 0; lane < LANES; lane++)
		x[lane] =
		    V[lane] > 0 ? U[lane] * U[lane] / V[lane] : (double)NAN;
}

static void
figures(void *work, uint32_t test, double x[][CHANCE_LANES])
{
	struct work *w = work;

	list_strata(w, w->item[test]);
	for (int half = 0; half < HALVES; half++)
		add_half(w, w->item[test], half, x[0] + (size_t)half * LANES);
}

static void
open_work(struct work *w)
{
	const struct series *s = w->s;
	uint32_t n = w->w->n_stratum;
	double *t = mem_new(n, sizeof(*t));

	w->share = mem_new(s->n_unit, sizeof(*w->share));
	w->at = mem_new(s->n_unit, sizeof(*w->at));
	w->mean = mem_new(n, sizeof(*w->mean));
	w->var = mem_new(n, sizeof(*w->var));
	w->F = mem_new(n, sizeof(*w->F));
	w->of = mem_new(n, sizeof(*w->of));
	for (uint32_t i = 0; i < s->n_unit; i++)
		t[w->w->stratum[i]] += (double)s->words[i];
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->share[i] = (double)s->words[i] / t[w->w->stratum[i]];
	free(t);
}

static void
close_work(struct work *w)
{
	free(w->share);
	free(w->at);
	free(w->mean);
	free(w->var);
	free(w->F);
	free(w->of);
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

	open_work(&w);
	take_lane(&w, 0, in->cell);
	for (uint32_t i = 0; i < t->n_item; i++)
		bar[i] = isnan(ln_p[i]) ? ln_p[i] : bar_of(&w, i);
	c = orders_run(ln_p, t, in, x);
	close_work(&w);
	free(bar);
	return c;
}
