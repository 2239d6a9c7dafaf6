#include <gsl/gsl_cdf.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "stat_slope.h"
#include "stat_tail.h"
#include "tables.h"

const char trend_slope_columns[] =
    "\tfreq\twords\tperiods\tunits\trate\tslope\tse\tphi\tratio\tlow\thigh"
    "\tp\tq\n";
const char trend_slope_columns_negbin[] =
    "\tfreq\twords\tperiods\tunits\trate\tslope\tse\talpha\tratio\tlow\thigh"
    "\tp\tq\n";

struct row {
	struct stat_slope fit;
	double spread; /* phi, or alpha */
};

/* The units of the series as doubles, f of one item. */
struct room {
	double *x;
	double *t;
	double *f;
	double *at_t; /* the same by point */
	double *at_f;
	uint64_t *sum;
};

static void
open_room(struct room *m, const struct series *s)
{
	m->x = mem_new(s->n_unit, sizeof(*m->x));
	m->t = mem_new(s->n_unit, sizeof(*m->t));
	m->f = mem_new(s->n_unit, sizeof(*m->f));
	m->at_t = mem_new(s->n_point, sizeof(*m->at_t));
	m->at_f = mem_new(s->n_point, sizeof(*m->at_f));
	m->sum = mem_new(s->n_point, sizeof(*m->sum));
	for (uint32_t i = 0; i < s->n_unit; i++) {
		m->x[i] = s->x[s->point[i]];
		m->t[i] = (double)s->words[i];
	}
	for (uint32_t k = 0; k < s->n_point; k++)
		m->at_t[k] = (double)s->t[k];
}

static void
close_room(struct room *m)
{
	free(m->x);
	free(m->t);
	free(m->f);
	free(m->at_t);
	free(m->at_f);
	free(m->sum);
}

/* Poisson's slope needs the sums by period only; what the units differ by
 * shows in phi. */
static struct row
fit(const struct trend *t, uint32_t item, struct room *m)
{
	const struct series *s = &t->s;
	struct stat_slope_data units = {s->n_unit, m->x, m->t, m->f};
	struct stat_slope_data points = {s->n_point, s->x, m->at_t, m->at_f};
	struct row r;

	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		m->f[s->hit[j].unit] = (double)s->hit[j].f;
	if (t->rule->law == TREND_NEGBIN) {
		r.fit = stat_slope_negbin(&units);
		r.spread = r.fit.alpha;
	} else {
		series_sum(s, item, m->sum);
		for (uint32_t k = 0; k < s->n_point; k++)
			m->at_f[k] = (double)m->sum[k];
		r.fit = stat_slope_poisson(&points);
		r.spread = stat_slope_phi(&units, &r.fit);
		if (t->rule->law == TREND_QUASI)
			r.fit.se *= sqrt(r.spread < 1 ? 1 : r.spread);
	}
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		m->f[s->hit[j].unit] = 0;
	if (isnan(r.fit.slope))
		r = (struct row){
		    {r.fit.slope, r.fit.slope, r.fit.slope, 0}, r.fit.slope};
	return r;
}

static double
ln_p_of(const struct trend *t, const struct row *r)
{
	double z = r->fit.slope / r->fit.se;

	if (t->rule->law == TREND_QUASI)
		return stat_tail_student(z, (double)t->s.n_unit - 2);
	return stat_tail_normal(z);
}

/* How many se the interval reaches to a side. */
static double
reach(const struct trend *t)
{
	double side = (1 - t->rule->level) / 2;

	if (t->rule->law != TREND_QUASI)
		return gsl_cdf_ugaussian_Qinv(side);
	return t->s.n_unit > 2
	    ? gsl_cdf_tdist_Qinv(side, (double)t->s.n_unit - 2)
	    : (double)NAN;
}

static void
put(struct trend *t, const void *row, uint32_t k)
{
	const struct series *s = &t->s;
	const struct row *r = (const struct row *)row + k;
	uint32_t item = t->item[k];
	double half = reach(t) * r->fit.se;

	out_tab_u64(t->out, s->F[item]);
	out_tab_u64(t->out, s->T);
	out_tab_u64(t->out, s->n_point);
	out_tab_u64(t->out, s->n_unit);
	out_tab_real(t->out, t->rule->base * (double)s->F[item] / (double)s->T);
	out_tab_real(t->out, r->fit.slope);
	out_tab_real(t->out, r->fit.se);
	out_tab_real(t->out, r->spread);
	out_tab_real(t->out, exp(r->fit.slope));
	out_tab_real(t->out, exp(r->fit.slope - half));
	out_tab_real(t->out, exp(r->fit.slope + half));
}

/* What has no slope, and why. */
static void
tell_lost(const struct trend *t, const struct row *row)
{
	uint32_t n_end = 0;
	uint32_t n_lost = 0;

	for (uint32_t i = 0; i < t->n_item; i++) {
		const struct series *s = &t->s;
		const struct series_hit *from = s->hit + s->first[t->item[i]];
		const struct series_hit *to = s->hit + s->first[t->item[i] + 1];

		if (!isnan(row[i].fit.slope))
			continue;
		if (s->point[from->unit] == s->point[to[-1].unit])
			n_end++;
		else
			n_lost++;
	}
	if (n_end > 0 && t->s.n_point > 1)
		note("terms without a slope, in the first or the last period "
		     "only: %" PRIu32,
		    n_end);
	if (n_lost > 0)
		note("terms whose fit did not converge: %" PRIu32, n_lost);
}

void
trend_slope(struct trend *t)
{
	struct row *row = mem_new(t->n_item, sizeof(*row));
	double *p = mem_new(t->n_item, sizeof(*p));
	struct trend_rows rows = {.row = row, .ln_p = p, .put = put};
	struct room m;

	open_room(&m, &t->s);
	for (uint32_t i = 0; i < t->n_item; i++) {
		row[i] = fit(t, t->item[i], &m);
		p[i] = ln_p_of(t, &row[i]);
	}
	close_room(&m);
	tell_lost(t, row);
	trend_put_rows(t, &rows);
	free(row);
	free(p);
}
