#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "chrono.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "tables.h"

const char trend_chrono_columns[] =
    "\tfrom\tto\tperiods\tf\tF\tt\tT\tE\tS\tp\tq\n";

static void
put(struct trend *t, uint32_t item, const struct chrono_group *g)
{
	const struct series *s = &t->s;
	const double none = (double)NAN;

	trend_put_term(t, item);
	if (isnan(g->s)) {
		for (int i = 0; i < 4; i++)
			trend_put_real(t, none);
		trend_put_count(t, s->F[item]);
		trend_put_real(t, none);
		trend_put_count(t, s->T);
		trend_put_real(t, none);
		trend_put_real(t, none);
		return;
	}
	trend_put_period(t, g->from);
	trend_put_period(t, g->to);
	trend_put_count(t, g->to - g->from + 1);
	trend_put_count(t, g->f);
	trend_put_count(t, s->F[item]);
	trend_put_count(t, g->t);
	trend_put_count(t, s->T);
	trend_put_real(t, (double)s->F[item] * (double)g->t / (double)s->T);
	trend_put_real(t, g->s);
}

/* The group was chosen among many: q begins from p times their number. */
void
trend_chrono(struct trend *t)
{
	struct chrono_group *row = mem_new(t->n_item, sizeof(*row));
	double *p = mem_new(t->n_item, sizeof(*p));
	double *q = mem_new(t->n_item, sizeof(*q));
	uint32_t *order;
	struct chrono c;

	chrono_open(&c, &t->s);
	for (uint32_t i = 0; i < t->n_item; i++) {
		row[i] = chrono_best(&c, t->item[i]);
		p[i] = row[i].ln_p;
		q[i] =
		    isnan(p[i]) ? p[i] : fmin(0, p[i] + log((double)c.n_group));
	}
	trend_adjust(t, q, t->n_item);
	note("groups of periods: %" PRIu64, c.n_group);
	chrono_close(&c);
	order = trend_order(p, NULL, t->n_item);
	for (uint32_t i = 0; i < t->n_item; i++) {
		uint32_t k = order[i];

		if (t->rule->threshold > 0 &&
		    !(fabs(row[k].s) >= t->rule->threshold))
			continue;
		put(t, t->item[k], &row[k]);
		trend_put_exp(t, p[k]);
		trend_put_exp(t, q[k]);
		out_ch(t->out, '\n');
	}
	free(order);
	free(row);
	free(p);
	free(q);
}
