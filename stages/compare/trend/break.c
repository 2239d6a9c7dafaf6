#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "split.h"
#include "tables.h"

const char trend_break_columns[] =
    "\tfreq\twords\tperiods\tbreak\tf1\tt1\trate1\tf2\tt2\trate2\tlr\tp\tq\n";

/* o ln(o / e) - (o - e) */
static double
deviance(double o, double e)
{
	return o > 0 ? o * log1p((o - e) / e) - (o - e) : e;
}

static double
ln_p_of(const struct trend *t, const struct split *v)
{
	return v->at == 0 || t->rule->orders == 0
	    ? (double)NAN
	    : log(((double)v->above + 1) / ((double)t->rule->orders + 1));
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
	const struct split *v = (const struct split *)row + k;
	const double none = (double)NAN;
	uint32_t item = t->item[k];
	double f2 = (double)(s->F[item] - v->f);

	out_tab_u64(t->out, s->F[item]);
	out_tab_u64(t->out, s->T);
	out_tab_u64(t->out, s->n_point);
	if (v->at == 0) {
		for (int i = 0; i < 8; i++)
			out_tab_real(t->out, none);
		return;
	}
	trend_put_period(t, v->at);
	out_tab_u64(t->out, v->f);
	out_tab_u64(t->out, v->t);
	out_tab_real(t->out, t->rule->base * (double)v->f / (double)v->t);
	out_tab_u64(t->out, s->F[item] - v->f);
	out_tab_u64(t->out, s->T - v->t);
	out_tab_real(t->out, t->rule->base * f2 / (double)(s->T - v->t));
	out_tab_real(t->out, ratio_of(s, item, v));
}

static void
tell_least(const struct trend *t)
{
	double ln_orders = split_ln_orders(&t->s);
	double ln_draws = log((double)t->rule->orders + 1);

	if (t->s.n_point < 2 || t->rule->orders == 0)
		return;
	if (ln_orders < ln_draws - 1e-9)
		note("least p: about %.2g (orders of the units: %.0f)",
		    exp(-ln_orders), exp(ln_orders));
	else
		note("least p: %.2g (chance orders: %" PRIu32 ")",
		    exp(-ln_draws), t->rule->orders);
}

void
trend_break(struct trend *t)
{
	struct split *v = mem_new(t->n_item, sizeof(*v));
	double *p = mem_new(t->n_item, sizeof(*p));
	double *lr = mem_new(t->n_item, sizeof(*lr));
	struct split_chance how = {.n = t->rule->orders, .seed = t->rule->seed};
	struct trend_rows rows = {
	    .row = v, .ln_p = p, .weight = lr, .put = put};

	how.stream = counts_name(&t->c->sizes, t->size, &how.len);
	split_find(v, &t->s, t->item, t->n_item, &how);
	for (uint32_t i = 0; i < t->n_item; i++) {
		p[i] = ln_p_of(t, &v[i]);
		lr[i] = ratio_of(&t->s, t->item[i], &v[i]);
	}
	trend_put_rows(t, &rows);
	tell_least(t);
	free(v);
	free(lr);
	free(p);
}
