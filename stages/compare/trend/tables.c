#include "tables.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/ranked.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/table/counts.h"

void
put_term(struct trend *t, uint32_t item)
{
	size_t len;
	const char *s;

	if (t->c->has_size) {
		s = counts_name(&t->c->sizes, t->size, &len);
		out_mem(t->out, s, len);
		out_ch(t->out, '\t');
	}
	s = rollup_name(t->r, item, &len);
	out_mem(t->out, s, len);
}

void
put_period(struct trend *t, uint32_t point)
{
	size_t len;
	const char *s = period_name(t->p, t->s.period[point], &len);

	out_tab_mem(t->out, s, len);
}

void
trend_adjust(const struct trend *t, double *ln_p, size_t n, const char *what)
{
	uint64_t family = stat_adjust_bh(ln_p, NULL, n);

	counts_note_size(t->c, t->size, "%stests: %" PRIu64, what, family);
}

double
both_sides(double ln_p)
{
	return isnan(ln_p) ? ln_p : fmin(0, ln_p + M_LN2);
}

/* The rows by rising p, then by falling weight. */
static struct ranked *
sort_rows(const struct rows *x, uint32_t n)
{
	struct ranked *row = mem_new(n, sizeof(*row));
	uint32_t *of = mem_new(n, sizeof(*of));

	for (uint32_t i = 0; i < n; i++)
		row[i] =
		    (struct ranked){x->weight != NULL ? x->weight[i] : 0, i};
	ranked_falling(row, n);
	for (uint32_t i = 0; i < n; i++) {
		of[i] = row[i].id;
		row[i] = (struct ranked){x->ln_p[of[i]], i};
	}
	ranked_rising(row, n);
	for (uint32_t i = 0; i < n; i++)
		row[i].id = of[row[i].id];
	free(of);
	return row;
}

/* The q of the rows. */
static double *
correct(
    const struct trend *t, const double *ln_p, uint64_t times, const char *what)
{
	uint32_t n = t->n_item;
	double *ln_q = mem_new(n, sizeof(*ln_q));

	memcpy(ln_q, ln_p, n * sizeof(*ln_q));
	for (uint32_t i = 0; i < n && times > 1; i++)
		if (!isnan(ln_q[i]))
			ln_q[i] = fmin(0, ln_q[i] + log((double)times));
	trend_adjust(t, ln_q, n, what);
	return ln_q;
}

void
put_rows(struct trend *t, const struct rows *x)
{
	double *ln_q = correct(t, x->ln_p, x->times, "");
	double *fixed = t->has_fixed
	    ? correct(t, x->ln_p_fixed, x->times, "within what is fixed, ")
	    : NULL;
	struct ranked *row = sort_rows(x, t->n_item);

	for (uint32_t i = 0; i < t->n_item; i++) {
		uint32_t k = row[i].id;

		if (x->is_shown != NULL && !x->is_shown(t, x->row, k))
			continue;
		put_term(t, t->item[k]);
		x->put(t, x->row, k);
		if (x->has_least)
			out_tab_real(t->out, x->least_q);
		out_tab_exp(t->out, x->ln_p[k]);
		out_tab_exp(t->out, ln_q[k]);
		if (fixed != NULL) {
			x->put_fixed(t, x->row, k);
			out_tab_real(t->out, x->least_q_fixed);
			out_tab_exp(t->out, x->ln_p_fixed[k]);
			out_tab_exp(t->out, fixed[k]);
		}
		out_ch(t->out, '\n');
	}
	free(row);
	free(ln_q);
	free(fixed);
}
