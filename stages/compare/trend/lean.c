#include "lean.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

static const double tie = 1 - 1e-9; /* scores that differ by rounding */

enum {
	LANES = 8,
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
	double *t;            /* by stratum: words */
	double *mean;         /* by stratum: of time, in the order taken */
	all_lanes *var;       /* by stratum: of time over its words */
	all_lanes *at;        /* by unit: time less the stratum's mean */
};

/* Takes an order. */
static void
take_lane(void *work, uint32_t lane, const uint32_t *point)
{
	struct work *w = work;
	const struct series *s = w->s;
	const uint32_t *stratum = w->w->stratum;
	uint32_t half = lane / LANES;
	uint32_t k = lane % LANES;

	for (uint32_t g = 0; g < w->w->n_stratum; g++) {
		w->mean[g] = 0;
		w->var[g][half][k] = 0;
	}
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->mean[stratum[i]] += (double)s->words[i] *
		    (s->x[point[i]] - s->x[0]) / w->t[stratum[i]];
	for (uint32_t i = 0; i < s->n_unit; i++) {
		uint32_t g = stratum[i];
		double at = s->x[point[i]] - s->x[0] - w->mean[g];

		w->at[i][half][k] = at;
		w->var[g][half][k] += (double)s->words[i] / w->t[g] * at * at;
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
		U += (double)s->hit[j].f * w->at[s->hit[j].unit][half];
	if (w->w->n_stratum == 1)
		V = (double)s->F[item] * w->var[0][half];
	else
		for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
			V += (double)s->hit[j].f *
			    w->var[w->w->stratum[s->hit[j].unit]][half];
	for (int lane = 0; lane < LANES; lane++)
		x[lane] =
		    V[lane] > 0 ? U[lane] * U[lane] / V[lane] : (double)NAN;
}

static void
figures(void *work, uint32_t test, double *x)
{
	const struct work *w = work;

	for (int half = 0; half < HALVES; half++)
		add_half(w, w->item[test], half, x + (size_t)half * LANES);
}

static void
open_work(struct work *w)
{
	uint32_t n = w->w->n_stratum;

	w->t = mem_new(n, sizeof(*w->t));
	w->mean = mem_new(n, sizeof(*w->mean));
	w->var = mem_new(n, sizeof(*w->var));
	w->at = mem_new(w->s->n_unit, sizeof(*w->at));
	for (uint32_t i = 0; i < w->s->n_unit; i++)
		w->t[w->w->stratum[i]] += (double)w->s->words[i];
}

static void
close_work(struct work *w)
{
	free(w->t);
	free(w->mean);
	free(w->var);
	free(w->at);
}

struct chance
lean_test(double *p, const struct series *s, const struct within *in,
    const uint32_t *item, uint32_t n, const struct chance_rule *how)
{
	struct work w = {.s = s, .w = in, .item = item};
	double *bar = mem_new(n, sizeof(*bar));
	struct chance_tests t = {.n = n,
	    .bar = bar,
	    .work = &w,
	    .take_lane = take_lane,
	    .figures = figures};
	double x[CHANCE_LANES];
	struct stat_deal deal;
	struct chance c;

	open_work(&w);
	take_lane(&w, 0, s->point);
	for (uint32_t i = 0; i < n; i++) {
		figures(&w, i, x);
		bar[i] = isnan(p[i]) ? p[i] : tie * x[0];
	}
	stat_deal_open(&deal, s->point, in->stratum, s->n_unit);
	c = chance_run(&deal, how, &t, p);
	stat_deal_close(&deal);
	close_work(&w);
	free(bar);
	return c;
}
