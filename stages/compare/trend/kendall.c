#include <math.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "rise.h"
#include "stat_kendall.h"
#include "tables.h"

__extension__ typedef unsigned __int128 u128;

enum {
	SEN_MOST = 2000, /* periods whose pairs are held */
};

const char kendall_columns[] =
    "\tfreq\twords\tperiods\ttau\tmk\tvar\tz\tsen\tleast_q\tp\tq";
const char kendall_fixed[] =
    "\ttau_fixed\tmk_fixed\tvar_fixed\tz_fixed\tleast_q_fixed\tp_fixed"
    "\tq_fixed";

struct row {
	struct stat_kendall k;
	double sen;
	struct stat_kendall fixed;
};

/* A cell and its rate, as a fraction. */
struct rate {
	uint64_t f;
	uint64_t t;
	uint32_t cell;
};

struct room {
	uint64_t *f;
	struct rate *rate;
	uint32_t *rank;
	uint32_t *tree;
	double *v;
	double *pair;
};

static int
by_rate(const void *a, const void *b)
{
	const struct rate *x = a;
	const struct rate *y = b;
	u128 p = (u128)x->f * y->t;
	u128 q = (u128)y->f * x->t;

	return (p > q) - (p < q);
}

/* For n cells, and the points in v and pair. */
static void
open_room(struct room *m, uint32_t n, uint32_t points)
{
	size_t pairs = points > SEN_MOST
	    ? 0
	    : (size_t)points * (points > 0 ? points - 1 : 0) / 2;

	m->f = mem_new(n, sizeof(*m->f));
	m->rate = mem_new(n, sizeof(*m->rate));
	m->rank = mem_new(n, sizeof(*m->rank));
	m->tree = mem_new((size_t)n + 1, sizeof(*m->tree));
	m->v = mem_new(points, sizeof(*m->v));
	m->pair = mem_new(pairs, sizeof(*m->pair));
}

static void
close_room(struct room *m)
{
	free(m->f);
	free(m->rate);
	free(m->rank);
	free(m->tree);
	free(m->v);
	free(m->pair);
}

/* Ranks of the rates f / t of n cells, equal ones alike, for fractions are
 * compared, not quotients. */
static void
rank_rates(const struct within *w, uint32_t from, uint32_t to, struct room *m)
{
	for (uint32_t k = from; k < to; k++)
		m->rate[k] = (struct rate){m->f[k], w->t[k], k};
	qsort(m->rate + from, to - from, sizeof(*m->rate), by_rate);
	for (uint32_t k = from; k < to; k++)
		m->rank[m->rate[k].cell] =
		    k > from && by_rate(&m->rate[k - 1], &m->rate[k]) == 0
		    ? m->rank[m->rate[k - 1].cell]
		    : k - from;
}

static struct stat_kendall
test(const struct trend *t, const struct within *w, uint32_t item,
    struct room *m)
{
	uint32_t from = 0;

	within_sum(w, &t->s, item, m->f);
	for (uint32_t g = 0; g < w->n_stratum; g++) {
		rank_rates(w, from, w->cell_end[g], m);
		from = w->cell_end[g];
	}
	return stat_kendall_within(m->rank, w->cell_end, w->n_stratum, m->tree);
}

/* Of the rates of the periods, whoever speaks. */
static double
sen_of(const struct trend *t, const struct room *m)
{
	const struct series *s = &t->s;

	if (s->n_point > SEN_MOST)
		return (double)NAN;
	for (uint32_t k = 0; k < s->n_point; k++)
		m->v[k] = t->rule->base * (double)m->f[k] / (double)s->t[k];
	return stat_kendall_sen(s->x, m->v, s->n_point, m->pair);
}

static void
put(struct trend *t, const void *row, uint32_t k)
{
	const struct row *r = (const struct row *)row + k;

	out_tab_u64(t->out, t->s.F[t->item[k]]);
	out_tab_u64(t->out, t->s.T);
	out_tab_u64(t->out, t->s.n_point);
	out_tab_real(t->out, r->k.tau);
	out_tab_real(t->out, (double)r->k.s);
	out_tab_real(t->out, r->k.var);
	out_tab_real(t->out, r->k.z);
	out_tab_real(t->out, r->sen);
}

static void
put_fixed(struct trend *t, const void *row, uint32_t k)
{
	const struct row *r = (const struct row *)row + k;

	out_tab_real(t->out, r->fixed.tau);
	out_tab_real(t->out, (double)r->fixed.s);
	out_tab_real(t->out, r->fixed.var);
	out_tab_real(t->out, r->fixed.z);
}

static double
n_tests(const struct trend *t, const double *p)
{
	double n = 0;

	for (uint32_t i = 0; i < t->n_item; i++)
		n += !isnan(p[i]);
	return n;
}

/* Of the p of all orders of the rates, or of z. */
static double
least_of_orders(const struct trend *t, const struct within *w, double least,
    const double *ln_p)
{
	double family = n_tests(t, ln_p);

	if (!(least > 0 && family > 0))
		return (double)NAN;
	note("%sleast p: %.2g, least q of a term alone: %.2g",
	    err_said(w == &t->whole ? "" : "within what is fixed, "), least,
	    fmin(1, least * family));
	return fmin(1, least * family);
}

/* The p of all items that have one, where the units are speeches: rates of
 * periods of which one has ten and another two do not scatter alike.  Returns
 * the least q.  However many deals there are, a term that always rises does so
 * in as large a share of them as of the orders of the rates where all periods
 * have as many speeches, and in about as large a one where they have not. */
static double
deal_out(const struct trend *t, const struct within *w, double *ln_p)
{
	struct chance_rule how = {
	    .deals = t->rule->deals, .seed = t->rule->seed};
	double least = exp(stat_kendall_ln_least(w->cell_end, w->n_stratum));
	struct chance c;

	if (!t->rule->pooled || t->rule->deals == 0 || t->s.n_point < 2)
		return least_of_orders(t, w, least, ln_p);
	how.name = counts_name(&t->c->sizes, t->size, &how.len);
	c = rise_test(ln_p, t, w, &how);
	for (uint32_t i = 0; i < t->n_item; i++) {
		least = fmin(least, ln_p[i]);
		ln_p[i] = log(ln_p[i]);
	}
	c.least = fmax(c.least, least);
	chance_note(&c,
	    w == &t->whole ? "chance orders"
			   : "chance orders within what is fixed");
	return chance_least_q(&c);
}

void
trend_kendall(struct trend *t)
{
	struct row *row = mem_new(t->n_item, sizeof(*row));
	double *p = mem_new(t->n_item, sizeof(*p));
	double *p_fixed = mem_new(t->n_item, sizeof(*p_fixed));
	struct rows rows = {.row = row,
	    .ln_p = p,
	    .has_least = true,
	    .put = put,
	    .ln_p_fixed = p_fixed,
	    .put_fixed = put_fixed};
	struct room m;

	open_room(&m, t->s.n_unit, t->s.n_point);
	for (uint32_t i = 0; i < t->n_item; i++) {
		row[i].k = test(t, &t->whole, t->item[i], &m);
		row[i].sen = sen_of(t, &m);
		p[i] = row[i].k.ln_p;
		if (!t->has_fixed)
			continue;
		row[i].fixed = test(t, &t->within, t->item[i], &m);
		p_fixed[i] = row[i].fixed.ln_p;
	}
	close_room(&m);
	rows.least_q = deal_out(t, &t->whole, p);
	if (t->has_fixed)
		rows.least_q_fixed = deal_out(t, &t->within, p_fixed);
	put_rows(t, &rows);
	free(row);
	free(p);
	free(p_fixed);
}
