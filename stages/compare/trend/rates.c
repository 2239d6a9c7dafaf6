#include <math.h>
#include <stdlib.h>

#include "band.h"
#include "lib/base/mem.h"
#include "lib/stat/interval.h"
#include "lib/stat/jackknife.h"
#include "tables.h"

const char rates_columns[] =
    "\tperiod\tfreq\twords\trate\tlow\thigh\tunits\tmethod\tchance_low"
    "\tchance_high";
const char rates_fixed[] = "\tchance_low_fixed\tchance_high_fixed";

/* Of squared deviations: units of one rate do not show how they vary. */
static const double same = 1e-20;

struct room {
	uint32_t *end; /* by point: where its units end */
	uint64_t *f;   /* of one item, by point */
	double *hits;  /* of one item, by unit */
	struct band all;
	struct band fixed;
	/* of one item, by point: where chance lets the rate be */
	struct stat_interval *chance;
	struct stat_interval *within;
};

/* ln of the point's rate without the unit, less ln of the rate. */
static double
less(const struct series *s, const struct room *m, uint32_t k, uint32_t unit)
{
	return log1p(-m->hits[unit] / (double)m->f[k]) -
	    log1p(-(double)s->words[unit] / (double)s->t[k]);
}

/* By leaving out each unit of the point, as rates does. */
static struct stat_interval
jackknife(const struct trend *t, const struct room *m, uint32_t k)
{
	const struct series *s = &t->s;
	uint32_t from = k > 0 ? m->end[k - 1] : 0;
	uint32_t n = m->end[k] - from;
	uint32_t with = 0;
	double mean = 0;
	double sum = 0;

	for (uint32_t i = from; i < m->end[k]; i++)
		with += m->hits[i] > 0;
	if (with < stat_jackknife_with(n))
		return stat_interval_none;
	for (uint32_t i = from; i < m->end[k]; i++)
		mean += less(s, m, k, i) / n;
	for (uint32_t i = from; i < m->end[k]; i++) {
		double d = less(s, m, k, i) - mean;

		sum += d * d;
	}
	return stat_jackknife_around(
	    t->rule->base * (double)m->f[k] / (double)s->t[k],
	    sum > same ? stat_jackknife_factor(n, t->rule->level) * sqrt(sum)
		       : (double)NAN,
	    true);
}

static void
put(struct trend *t, uint32_t item, uint32_t k, const struct room *m)
{
	double per = t->rule->base / (double)t->s.t[k];
	struct stat_interval x;

	if (t->rule->pooled) {
		x = jackknife(t, m, k);
	} else {
		x = stat_interval_poisson(m->f[k], t->rule->level);
		x.low *= per;
		x.high *= per;
	}
	put_term(t, item);
	put_period(t, k);
	out_tab_u64(t->out, m->f[k]);
	out_tab_u64(t->out, t->s.t[k]);
	out_tab_real(t->out, (double)m->f[k] * per);
	out_tab_real(t->out, x.low);
	out_tab_real(t->out, x.high);
	out_tab_u64(t->out, m->end[k] - (k > 0 ? m->end[k - 1] : 0));
	out_str(t->out, t->rule->pooled ? "\tjackknife" : "\tpoisson");
	out_tab_real(t->out, m->chance[k].low);
	out_tab_real(t->out, m->chance[k].high);
	if (t->has_fixed) {
		out_tab_real(t->out, m->within[k].low);
		out_tab_real(t->out, m->within[k].high);
	}
	out_ch(t->out, '\n');
}

static void
put_item(struct trend *t, uint32_t item, struct room *m)
{
	const struct series *s = &t->s;

	series_sum(s, item, m->f);
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		m->hits[s->hit[j].unit] = (double)s->hit[j].f;
	band_find(&m->all, item, m->chance);
	if (t->has_fixed)
		band_find(&m->fixed, item, m->within);
	for (uint32_t k = 0; k < s->n_point; k++)
		put(t, item, k, m);
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		m->hits[s->hit[j].unit] = 0;
}

void
trend_rates(struct trend *t)
{
	const struct series *s = &t->s;
	struct room m = {.end = mem_new(s->n_point, sizeof(*m.end)),
	    .f = mem_new(s->n_point, sizeof(*m.f)),
	    .hits = mem_new(s->n_unit, sizeof(*m.hits)),
	    .chance = mem_new(s->n_point, sizeof(*m.chance)),
	    .within = mem_new(s->n_point, sizeof(*m.within))};

	band_open(&m.all, t, &t->whole);
	if (t->has_fixed)
		band_open(&m.fixed, t, &t->within);
	for (uint32_t i = 0; i < s->n_unit; i++)
		m.end[s->point[i]] = i + 1;
	for (uint32_t i = 0; i < t->n_item; i++)
		put_item(t, t->item[i], &m);
	band_close(&m.all);
	band_close(&m.fixed);
	free(m.end);
	free(m.f);
	free(m.hits);
	free(m.chance);
	free(m.within);
}
