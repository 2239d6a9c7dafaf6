#include <gsl/gsl_cdf.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "lean.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "orders.h"
#include "stat_slope.h"
#include "stat_tail.h"
#include "tables.h"

const char slope_columns[] =
    "\tfreq\twords\tperiods\tunits\trate\tslope\tse\tphi\tratio\tlow\thigh"
    "\tspan\tspan_low\tspan_high\tleast_q\tp\tq";
const char slope_columns_negbin[] =
    "\tfreq\twords\tperiods\tunits\trate\tslope\tse\talpha\tratio\tlow\thigh"
    "\tspan\tspan_low\tspan_high\tleast_q\tp\tq";
const char slope_fixed[] =
    "\tslope_fixed\tse_fixed\tphi_fixed\tratio_fixed\tlow_fixed\thigh_fixed"
    "\tspan_fixed\tspan_low_fixed\tspan_high_fixed\tleast_q_fixed\tp_fixed"
    "\tq_fixed";

struct line {
	double slope; /* NAN: none */
	double se;
	double spread; /* phi, or alpha */
	double df;     /* of Student's law; NAN: the normal one */
};

/* Of the items, all units together or within strata. */
struct lines {
	struct line *all;
	struct line *fixed;
};

/* The units as doubles, in the order of their strata, and the cells that the
 * slope is found from; f of one item. */
struct room {
	const struct within *w;
	struct stat_slope_data units;
	struct stat_slope_data cells;
	double *x;
	double *t;
	double *f;
	double *cell_t;
	double *cell_f;
	uint64_t *sum;
};

static void
open_room(struct room *m, const struct series *s, const struct within *w)
{
	m->w = w;
	m->x = mem_new(s->n_unit, sizeof(*m->x));
	m->t = mem_new(s->n_unit, sizeof(*m->t));
	m->f = mem_new(s->n_unit, sizeof(*m->f));
	m->cell_t = mem_new(w->n_cell, sizeof(*m->cell_t));
	m->cell_f = mem_new(w->n_cell, sizeof(*m->cell_f));
	m->sum = mem_new(w->n_cell, sizeof(*m->sum));
	for (uint32_t i = 0; i < s->n_unit; i++) {
		m->x[w->place[i]] = s->x[s->point[i]];
		m->t[w->place[i]] = (double)s->words[i];
	}
	for (uint32_t k = 0; k < w->n_cell; k++)
		m->cell_t[k] = (double)w->t[k];
	m->units = (struct stat_slope_data){
	    s->n_unit, m->x, m->t, m->f, w->end, w->n_stratum, NULL};
	m->cells = (struct stat_slope_data){w->n_cell, w->x, m->cell_t,
	    m->cell_f, w->cell_end, w->n_stratum, NULL};
	stat_slope_open(&m->units);
	stat_slope_open(&m->cells);
}

static void
close_room(struct room *m)
{
	stat_slope_close(&m->units);
	stat_slope_close(&m->cells);
	free(m->x);
	free(m->t);
	free(m->f);
	free(m->cell_t);
	free(m->cell_f);
	free(m->sum);
}

static struct line
fit_poisson(const struct trend *t, uint32_t item, struct room *m)
{
	struct stat_slope x;
	struct stat_slope_scatter s;

	within_sum(m->w, &t->s, item, m->sum);
	for (uint32_t k = 0; k < m->w->n_cell; k++)
		m->cell_f[k] = (double)m->sum[k];
	x = stat_slope_poisson(&m->cells);
	s = stat_slope_scatter(&m->units, &m->cells, &x);
	if (t->rule->law == QUASI)
		return (struct line){x.slope, s.wide, s.phi, s.df};
	return (struct line){x.slope, x.se, s.phi, (double)NAN};
}

/* Poisson's slope needs the sums by period only; what the units differ by
 * shows in the scatter. */
static struct line
fit(const struct trend *t, uint32_t item, struct room *m)
{
	const struct series *s = &t->s;
	const double none = (double)NAN;
	struct line r;

	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		m->f[m->w->place[s->hit[j].unit]] = (double)s->hit[j].f;
	if (t->rule->law == NEGBIN) {
		struct stat_slope nb = stat_slope_negbin(&m->units);

		r = (struct line){nb.slope, nb.se, nb.alpha, none};
	} else {
		r = fit_poisson(t, item, m);
	}
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		m->f[m->w->place[s->hit[j].unit]] = 0;
	if (isnan(r.slope))
		r = (struct line){none, none, none, none};
	return r;
}

static double
ln_p_of(const struct trend *t, const struct line *r)
{
	double z = r->slope / r->se;

	return t->rule->law == QUASI ? stat_tail_student(z, r->df)
				     : stat_tail_normal(z);
}

/* The p of all items that have one: the law of the counts of speeches is not
 * known, so their periods are dealt out to them.  Returns the least q. */
static double
deal_out(const struct trend *t, const struct within *w, double *ln_p)
{
	struct chance c;

	if (t->rule->law != QUASI || !t->rule->pooled || !orders_are(t))
		return (double)NAN;
	c = lean_test(ln_p, t, w);
	return orders_tell(t, w, &c);
}

/* How many se the interval reaches to a side. */
static double
reach(const struct trend *t, const struct line *r)
{
	double side = (1 - t->rule->level) / 2;

	if (t->rule->law != QUASI)
		return gsl_cdf_ugaussian_Qinv(side);
	return r->df >= 1 ? gsl_cdf_tdist_Qinv(side, r->df) : (double)NAN;
}

static void
put_line(struct trend *t, const struct line *r)
{
	const struct series *s = &t->s;
	double half = reach(t, r) * r->se;
	double span = s->n_point > 0 ? s->x[s->n_point - 1] - s->x[0] : 0;

	out_tab_real(t->out, r->slope);
	out_tab_real(t->out, r->se);
	out_tab_real(t->out, r->spread);
	out_tab_real(t->out, exp(r->slope));
	out_tab_real(t->out, exp(r->slope - half));
	out_tab_real(t->out, exp(r->slope + half));
	out_tab_real(t->out, exp(span * r->slope));
	out_tab_real(t->out, exp(span * (r->slope - half)));
	out_tab_real(t->out, exp(span * (r->slope + half)));
}

static void
put(struct trend *t, const void *row, uint32_t k)
{
	const struct series *s = &t->s;
	const struct lines *r = row;
	uint32_t item = t->item[k];

	out_tab_u64(t->out, s->F[item]);
	out_tab_u64(t->out, s->T);
	out_tab_u64(t->out, s->n_point);
	out_tab_u64(t->out, s->n_unit);
	out_tab_real(t->out, t->rule->base * (double)s->F[item] / (double)s->T);
	put_line(t, &r->all[k]);
}

static void
put_fixed(struct trend *t, const void *row, uint32_t k)
{
	const struct lines *r = row;

	put_line(t, &r->fixed[k]);
}

/* What has no slope, and why. */
static void
tell_lost(const struct trend *t, const struct lines *r)
{
	uint32_t n_end = 0;
	uint32_t n_lost = 0;
	uint32_t n_fixed = 0;

	for (uint32_t i = 0; i < t->n_item; i++) {
		const struct series *s = &t->s;
		const struct series_hit *from = s->hit + s->first[t->item[i]];
		const struct series_hit *to = s->hit + s->first[t->item[i] + 1];

		n_fixed += t->has_fixed && isnan(r->fixed[i].slope);
		if (!isnan(r->all[i].slope))
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
	if (n_fixed > 0)
		note("terms without a slope, %s held fixed: %" PRIu32,
		    t->rule->fixed, n_fixed);
}

/* The lines of all items, and their p. */
static struct line *
fit_all(const struct trend *t, const struct within *w, double *ln_p)
{
	struct line *line = mem_new(t->n_item, sizeof(*line));
	struct room m;

	open_room(&m, &t->s, w);
	for (uint32_t i = 0; i < t->n_item; i++) {
		line[i] = fit(t, t->item[i], &m);
		ln_p[i] = ln_p_of(t, &line[i]);
	}
	close_room(&m);
	return line;
}

void
trend_slope(struct trend *t)
{
	double *p = mem_new(t->n_item, sizeof(*p));
	double *p_fixed = mem_new(t->n_item, sizeof(*p_fixed));
	struct lines lines = {.all = fit_all(t, &t->whole, p)};
	struct rows rows = {.row = &lines,
	    .ln_p = p,
	    .has_least = true,
	    .put = put,
	    .ln_p_fixed = p_fixed,
	    .put_fixed = put_fixed};

	if (t->has_fixed)
		lines.fixed = fit_all(t, &t->within, p_fixed);
	tell_lost(t, &lines);
	rows.least_q = deal_out(t, &t->whole, p);
	if (t->has_fixed)
		rows.least_q_fixed = deal_out(t, &t->within, p_fixed);
	put_rows(t, &rows);
	free(lines.all);
	free(lines.fixed);
	free(p);
	free(p_fixed);
}
