#include "lean.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "orders.h"
#include "spread.h"

/* Scores that differ by rounding, and those that are 0 but for it. */
static const double tie = 1 - 1e-9;
static const double zero = 1e-20;

enum {
	EIGHT = 8, /* orders scored together, as many as there are registers */
};

struct work {
	struct spread spread;
	const uint32_t *item; /* by test */
	struct within_items items;
};

static void
take_lane(void *work, uint32_t lane, const uint32_t *cell)
{
	struct work *w = work;

	spread_take(&w->spread, lane, cell);
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
	for (size_t k = w->items.first[test]; k < w->items.first[test + 1];
	     k++) {
		const struct within_had *h = &w->items.had[k];
		const chance_two *mean =
		    (const chance_two *)(w->spread.mean[h->stratum] + q);
		const chance_two *var =
		    (const chance_two *)(w->spread.var[h->stratum] + q);

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
	spread_lanes U;

	spread_sum(&w->spread, test, U);
	for (uint32_t q = 0; q < CHANCE_LANES; q += EIGHT)
		score_eight(w, test, q, U, x[0]);
	return true;
}

/* ---- the outside ---- */

/* What an item must reach: its own score, as far as rounding lets see it. */
static double
bar_of(struct work *w, uint32_t test)
{
	double x[1][CHANCE_LANES];

	figures(w, test, x);
	return tie * x[0][0] -
	    zero * (1 + (double)w->spread.s->F[w->item[test]]);
}

struct chance
lean_test(double *ln_p, const struct trend *t, const struct within *in)
{
	struct work w = {.item = t->item};
	double *bar = mem_new(t->n_item, sizeof(*bar));
	struct chance_tests x = {
	    .bar = bar, .work = &w, .take_lane = take_lane, .figures = figures};
	struct chance c;

	spread_open(&w.spread, &t->s, in, t->item, t->n_item);
	within_list(&w.items, in, &t->s, t->item, t->n_item);
	take_lane(&w, 0, in->at);
	for (uint32_t i = 0; i < t->n_item; i++)
		bar[i] = isnan(ln_p[i]) ? ln_p[i] : bar_of(&w, i);
	c = orders_run(ln_p, t, in, x);
	spread_close(&w.spread);
	within_list_free(&w.items);
	free(bar);
	return c;
}
