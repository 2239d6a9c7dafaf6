#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "stat_kendall.h"
#include "tables.h"

__extension__ typedef unsigned __int128 u128;

enum {
	SEN_MOST = 2000, /* periods whose pairs are held */
};

const char trend_kendall_columns[] =
    "\tfreq\twords\tperiods\ttau\tmk\tvar\tz\tsen\tp\tq\n";

struct row {
	struct stat_kendall k;
	double sen;
};

/* A point and its rate, as a fraction. */
struct rate {
	uint64_t f;
	uint64_t t;
	uint32_t point;
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

static void
open_room(struct room *m, uint32_t n)
{
	size_t pairs = n > SEN_MOST ? 0 : (size_t)n * (n > 0 ? n - 1 : 0) / 2;

	m->f = mem_new(n, sizeof(*m->f));
	m->rate = mem_new(n, sizeof(*m->rate));
	m->rank = mem_new(n, sizeof(*m->rank));
	m->tree = mem_new((size_t)n + 1, sizeof(*m->tree));
	m->v = mem_new(n, sizeof(*m->v));
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

/* Equal rates have one rank, for fractions are compared, not quotients. */
static struct row
test(const struct trend *t, uint32_t item, struct room *m)
{
	const struct series *s = &t->s;
	struct row r = {.sen = (double)NAN};

	series_sum(s, item, m->f);
	for (uint32_t k = 0; k < s->n_point; k++) {
		m->rate[k] = (struct rate){m->f[k], s->t[k], k};
		m->v[k] = t->rule->base * (double)m->f[k] / (double)s->t[k];
	}
	if (s->n_point > 0)
		qsort(m->rate, s->n_point, sizeof(*m->rate), by_rate);
	for (uint32_t k = 0; k < s->n_point; k++)
		m->rank[m->rate[k].point] =
		    k > 0 && by_rate(&m->rate[k - 1], &m->rate[k]) == 0
		    ? m->rank[m->rate[k - 1].point]
		    : k;
	r.k = stat_kendall(m->rank, s->n_point, m->tree);
	if (s->n_point <= SEN_MOST)
		r.sen = stat_kendall_sen(s->x, m->v, s->n_point, m->pair);
	return r;
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

void
trend_kendall(struct trend *t)
{
	struct row *row = mem_new(t->n_item, sizeof(*row));
	double *p = mem_new(t->n_item, sizeof(*p));
	struct trend_rows rows = {.row = row, .ln_p = p, .put = put};
	struct room m;

	open_room(&m, t->s.n_point);
	for (uint32_t i = 0; i < t->n_item; i++) {
		row[i] = test(t, t->item[i], &m);
		p[i] = row[i].k.ln_p;
	}
	close_room(&m);
	trend_put_rows(t, &rows);
	free(row);
	free(p);
}
