#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "chrono.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "tables.h"

const char chrono_columns[] = "\tfrom\tto\tperiods\tf\tF\tt\tT\tE\tS\tp\tq";

static void
put(struct trend *t, const void *row, uint32_t k)
{
	const struct series *s = &t->s;
	const struct chrono_group *g = (const struct chrono_group *)row + k;
	uint32_t item = t->item[k];
	const double none = (double)NAN;

	if (isnan(g->s)) {
		for (int i = 0; i < 4; i++)
			out_tab_real(t->out, none);
		out_tab_u64(t->out, s->F[item]);
		out_tab_real(t->out, none);
		out_tab_u64(t->out, s->T);
		out_tab_real(t->out, none);
		out_tab_real(t->out, none);
		return;
	}
	put_period(t, g->from);
	put_period(t, g->to);
	out_tab_u64(t->out, g->to - g->from + 1);
	out_tab_u64(t->out, g->f);
	out_tab_u64(t->out, s->F[item]);
	out_tab_u64(t->out, g->t);
	out_tab_u64(t->out, s->T);
	out_tab_real(t->out, (double)s->F[item] * (double)g->t / (double)s->T);
	out_tab_real(t->out, g->s);
}

static bool
is_strong(const struct trend *t, const void *row, uint32_t k)
{
	const struct chrono_group *g = (const struct chrono_group *)row + k;

	return fabs(g->s) >= t->rule->threshold;
}

/* The group was chosen among many: q begins from p times their number. */
void
trend_chrono(struct trend *t)
{
	struct chrono_group *row = mem_new(t->n_item, sizeof(*row));
	double *p = mem_new(t->n_item, sizeof(*p));
	double *s = mem_new(t->n_item, sizeof(*s));
	struct rows rows = {.row = row,
	    .ln_p = p,
	    .weight = s,
	    .is_shown = t->rule->threshold > 0 ? is_strong : NULL,
	    .put = put};
	struct chrono c;

	chrono_open(&c, &t->s);
	for (uint32_t i = 0; i < t->n_item; i++) {
		row[i] = chrono_best(&c, t->item[i]);
		p[i] = both_sides(row[i].ln_p);
		s[i] = fabs(row[i].s);
	}
	rows.times = c.n_group;
	put_rows(t, &rows);
	note("groups of periods: %" PRIu64, c.n_group);
	chrono_close(&c);
	free(row);
	free(p);
	free(s);
}
