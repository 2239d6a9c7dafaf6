#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/stat/interval.h"
#include "lib/stat/rng.h"
#include "lib/table/resample.h"
#include "tables.h"

const char trend_rates_columns[] =
    "\tperiod\tfreq\twords\trate\tlow\thigh\tunits\tmethod";

/* By item and point. */
struct room {
	uint32_t *units;         /* by point */
	struct stat_interval *v; /* by item of the rollup, then point */
	uint64_t *f;             /* of one item */
};

/* The interval of one point for all items, in a stream of its own as rates
 * has it. */
static void
draw(const struct trend *t, struct resample *s, uint32_t k, struct room *m)
{
	const double none = (double)NAN;
	struct stat_rng rng;
	size_t len;
	const char *name = period_name(t->p, t->s.period[k], &len);
	uint32_t n = t->s.n_item;
	uint32_t to;

	for (uint32_t from = 0; from < n; from = to) {
		to = n - from > s->block ? from + s->block : n;
		if (s->n_unit > 1) {
			stat_rng_open(&rng, t->rule->seed, name, len);
			resample_rates(s, &rng, from, to);
		}
		for (uint32_t i = from; i < to; i++)
			m->v[(size_t)i * t->s.n_point + k] =
			    s->n_unit > 1 && resample_has(s, i - from)
			    ? stat_interval_percentile(
				  s->drawn + (size_t)(i - from) * s->reps,
				  s->reps, t->rule->level)
			    : (struct stat_interval){none, none};
	}
}

static void
draw_all(const struct trend *t, struct room *m)
{
	struct resample s;
	uint32_t i = 0;

	resample_open(&s, t->r, t->rule->reps, t->rule->base);
	for (uint32_t k = 0; k < t->s.n_point; k++) {
		s.n_unit = 0;
		for (; i < t->s.n_unit && t->s.point[i] == k; i++)
			s.unit[s.n_unit++] = t->s.slice[i];
		draw(t, &s, k, m);
	}
	resample_close(&s);
}

static void
put(struct trend *t, uint32_t item, uint32_t k, const struct room *m)
{
	double per = t->rule->base / (double)t->s.t[k];
	struct stat_interval x;

	if (m->v != NULL) {
		x = m->v[(size_t)item * t->s.n_point + k];
		if (m->f[k] == 0)
			x.low = x.high = (double)NAN;
	} else {
		x = stat_interval_poisson(m->f[k], t->rule->level);
		x.low *= per;
		x.high *= per;
	}
	trend_put_term(t, item);
	trend_put_period(t, k);
	out_tab_u64(t->out, m->f[k]);
	out_tab_u64(t->out, t->s.t[k]);
	out_tab_real(t->out, (double)m->f[k] * per);
	out_tab_real(t->out, x.low);
	out_tab_real(t->out, x.high);
	out_tab_u64(t->out, m->units[k]);
	out_str(t->out, t->rule->pooled ? "\tbootstrap\n" : "\tpoisson\n");
}

void
trend_rates(struct trend *t)
{
	struct room m = {.units = mem_new(t->s.n_point, sizeof(*m.units)),
	    .f = mem_new(t->s.n_point, sizeof(*m.f))};

	for (uint32_t i = 0; i < t->s.n_unit; i++)
		m.units[t->s.point[i]]++;
	if (t->rule->pooled) {
		m.v = mem_new((size_t)t->s.n_item * t->s.n_point, sizeof(*m.v));
		draw_all(t, &m);
	}
	for (uint32_t i = 0; i < t->n_item; i++) {
		series_sum(&t->s, t->item[i], m.f);
		for (uint32_t k = 0; k < t->s.n_point; k++)
			put(t, t->item[i], k, &m);
	}
	free(m.units);
	free(m.f);
	free(m.v);
}
