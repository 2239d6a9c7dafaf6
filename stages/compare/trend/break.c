#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "orders.h"
#include "split.h"
#include "tables.h"

const char break_columns[] =
    "\tfreq\twords\tperiods\tbreak\tf1\tt1\trate1\tf2\tt2\trate2\tlr\tleast_q"
    "\tp\tq";
const char break_fixed[] =
    "\tbreak_fixed\tratio_fixed\tlr_fixed\tleast_q_fixed\tp_fixed\tq_fixed";

/* Of the splits of the items, all together or within strata. */
struct found {
	struct split *v;
	double *ln_p;
	double least_q; /* NAN: no chance orders */
};

struct breaks {
	struct found all;
	struct found fixed;
};

/* o ln(o / e) - (o - e) */
static double
deviance(double o, double e)
{
	return o > 0 ? o * log1p((o - e) / e) - (o - e) : e;
}

/* Twice the logarithm of the likelihood of two rates over that of one. */
static double
ratio_of(const struct series *s, uint32_t item, const struct split *v)
{
	double share = (double)v->t / (double)s->T;
	double rest = (double)(s->T - v->t) / (double)s->T;
	double F = (double)s->F[item];

	if (v->at == 0)
		return (double)NAN;
	return 2 *
	    (deviance((double)v->f, F * share) +
		deviance((double)(s->F[item] - v->f), F * rest));
}

static void
put(struct trend *t, const void *row, uint32_t k)
{
	const struct series *s = &t->s;
	const struct breaks *b = row;
	const struct split *v = &b->all.v[k];
	uint32_t item = t->item[k];
	double f2 = (double)(s->F[item] - v->f);

	out_tab_u64(t->out, s->F[item]);
	out_tab_u64(t->out, s->T);
	out_tab_u64(t->out, s->n_point);
	if (v->at == 0) {
		for (int i = 0; i < 8; i++)
			out_tab_real(t->out, (double)NAN);
		return;
	}
	put_period(t, v->at);
	out_tab_u64(t->out, v->f);
	out_tab_u64(t->out, v->t);
	out_tab_real(t->out, t->rule->base * (double)v->f / (double)v->t);
	out_tab_u64(t->out, s->F[item] - v->f);
	out_tab_u64(t->out, s->T - v->t);
	out_tab_real(t->out, t->rule->base * f2 / (double)(s->T - v->t));
	out_tab_real(t->out, ratio_of(s, item, v));
}

static void
put_fixed(struct trend *t, const void *row, uint32_t k)
{
	const struct breaks *b = row;
	const struct split *v = &b->fixed.v[k];

	if (v->at == 0)
		out_tab_real(t->out, (double)NAN);
	else
		put_period(t, v->at);
	out_tab_real(t->out, v->step);
	out_tab_real(t->out, v->lr);
}

static void
open_found(struct found *x, struct trend *t, const struct within *w)
{
	struct chance c;

	x->v = mem_new(t->n_item, sizeof(*x->v));
	x->ln_p = mem_new(t->n_item, sizeof(*x->ln_p));
	c = split_find(x->v, x->ln_p, t, w);
	x->least_q = c.n > 0 ? orders_tell(t, w, &c) : (double)NAN;
}

static void
close_found(struct found *x)
{
	free(x->v);
	free(x->ln_p);
}

void
trend_break(struct trend *t)
{
	double *lr = mem_new(t->n_item, sizeof(*lr));
	struct breaks b = {0};
	struct rows rows = {.row = &b,
	    .weight = lr,
	    .has_least = true,
	    .put = put,
	    .put_fixed = put_fixed};

	open_found(&b.all, t, &t->whole);
	rows.ln_p = b.all.ln_p;
	rows.least_q = b.all.least_q;
	for (uint32_t i = 0; i < t->n_item; i++)
		lr[i] = ratio_of(&t->s, t->item[i], &b.all.v[i]);
	if (t->has_fixed) {
		open_found(&b.fixed, t, &t->within);
		rows.ln_p_fixed = b.fixed.ln_p;
		rows.least_q_fixed = b.fixed.least_q;
	}
	put_rows(t, &rows);
	close_found(&b.all);
	close_found(&b.fixed);
	free(lr);
}
