#include "lean.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static const double tie = 1 - 1e-9; /* scores that differ by rounding */

/* Of the words of a stratum in an order. */
struct moments {
	double t;
	double mean;
	double var;
};

struct work {
	const struct series *s;
	const struct within *w;
	const uint32_t *item; /* by test */
	struct moments *of;   /* by stratum */
	double *at;           /* by unit: time less the stratum's mean */
};

/* Takes an order. */
static void
take(void *work, const uint32_t *point)
{
	struct work *w = work;
	const struct series *s = w->s;

	memset(w->of, 0, w->w->n_stratum * sizeof(*w->of));
	for (uint32_t i = 0; i < s->n_unit; i++) {
		struct moments *m = &w->of[w->w->stratum[i]];

		w->at[i] = s->x[point[i]] - s->x[0];
		m->t += (double)s->words[i];
		m->mean += (double)s->words[i] * w->at[i];
	}
	for (uint32_t g = 0; g < w->w->n_stratum; g++)
		w->of[g].mean /= w->of[g].t;
	for (uint32_t i = 0; i < s->n_unit; i++) {
		struct moments *m = &w->of[w->w->stratum[i]];

		w->at[i] -= m->mean;
		m->var += (double)s->words[i] / m->t * w->at[i] * w->at[i];
	}
}

static double
figure(void *work, uint32_t test)
{
	const struct work *w = work;
	const struct series *s = w->s;
	uint32_t item = w->item[test];
	double U = 0;
	double V = 0;

	for (size_t j = s->first[item]; j < s->first[item + 1]; j++) {
		uint32_t unit = s->hit[j].unit;
		double f = (double)s->hit[j].f;

		U += f * w->at[unit];
		V += f * w->of[w->w->stratum[unit]].var;
	}
	return V > 0 ? U * U / V : (double)NAN;
}

struct chance
lean_test(double *p, const struct series *s, const struct within *in,
    const uint32_t *item, uint32_t n, const struct chance_rule *how)
{
	struct work w = {.s = s,
	    .w = in,
	    .item = item,
	    .of = mem_new(in->n_stratum, sizeof(*w.of)),
	    .at = mem_new(s->n_unit, sizeof(*w.at))};
	double *bar = mem_new(n, sizeof(*bar));
	struct chance_tests t = {
	    .n = n, .bar = bar, .work = &w, .take = take, .figure = figure};
	struct stat_deal deal;
	struct chance c;

	take(&w, s->point);
	for (uint32_t i = 0; i < n; i++)
		bar[i] = isnan(p[i]) ? p[i] : tie * figure(&w, i);
	stat_deal_open(&deal, s->point, in->stratum, s->n_unit);
	c = chance_run(&deal, how, &t, p);
	stat_deal_close(&deal);
	free(w.of);
	free(w.at);
	free(bar);
	return c;
}
