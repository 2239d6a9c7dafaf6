#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "compare/common/ranked.h"
#include "lib/base/mem.h"
#include "lib/stat/hyper.h"
#include "tables.h"

enum {
	SMALL_F = 16, /* f and F below these: each test once a period */
	SMALL_FF = 256,
};

const char increase_columns[] = "\tf\tF\tt\tT\tE\tS\tp\tq";

struct row {
	double s;
	size_t cell;
	uint64_t f;
	uint64_t F;
};

struct work {
	struct trend *t;
	uint64_t *sum; /* by item and point: f */
	uint64_t *F;   /* by item: up to the point under way */
	double *p;     /* by point and item, one-sided */
	double *q;
	struct ranked *order; /* of row, of a point */
	double *small;        /* ln p by f and F; 1 where not known */
	struct row *row;
};

/* h is of the periods so far, its t the last one. */
static double
ln_p_of(uint64_t f, const struct stat_hyper *h)
{
	if (h->F == 0 || h->F == h->T || h->t == h->T)
		return (double)NAN;
	return stat_hyper_below(f, h) ? stat_hyper_le(f, h)
				      : stat_hyper_ge(f, h);
}

static double
recall(struct work *w, uint64_t f, const struct stat_hyper *h)
{
	double *x;

	if (f >= SMALL_F || h->F >= SMALL_FF)
		return ln_p_of(f, h);
	x = &w->small[f * SMALL_FF + h->F];
	if (*x > 0)
		*x = ln_p_of(f, h);
	return *x;
}

/* All tests of the point k, which is not the first. */
static void
test_point(struct work *w, uint32_t k, uint64_t T)
{
	const struct series *s = &w->t->s;
	uint32_t n = w->t->n_item;
	struct stat_hyper h = {0, s->t[k], T};

	for (size_t i = 0; i < (size_t)SMALL_F * SMALL_FF; i++)
		w->small[i] = 1;
	for (uint32_t i = 0; i < n; i++) {
		uint64_t f = w->sum[(size_t)i * s->n_point + k];

		w->F[i] += f;
		h.F = w->F[i];
		w->p[(size_t)k * n + i] = recall(w, f, &h);
	}
}

static void
put(struct work *w, uint32_t k, const struct row *r, uint64_t T)
{
	struct trend *t = w->t;
	size_t len;
	const char *name = period_name(t->p, t->s.period[k], &len);

	out_mem(t->out, name, len);
	out_ch(t->out, '\t');
	put_term(t, t->item[r->cell % t->n_item]);
	out_tab_u64(t->out, r->f);
	out_tab_u64(t->out, r->F);
	out_tab_u64(t->out, t->s.t[k]);
	out_tab_u64(t->out, T);
	out_tab_real(t->out, (double)r->F * (double)t->s.t[k] / (double)T);
	out_tab_real(t->out, r->s);
	out_tab_exp(t->out, both_sides(w->p[r->cell]));
	out_tab_exp(t->out, w->q[r->cell]);
	out_ch(t->out, '\n');
}

/* The rows of point k that are strong enough. */
static void
put_point(struct work *w, uint32_t k, uint64_t T)
{
	const struct series *s = &w->t->s;
	double threshold = w->t->rule->threshold;
	uint32_t n = 0;

	for (uint32_t i = 0; i < w->t->n_item; i++) {
		struct row r = {.cell = (size_t)k * w->t->n_item + i,
		    .f = w->sum[(size_t)i * s->n_point + k]};
		struct stat_hyper h = {0, s->t[k], T};

		w->F[i] += r.f;
		r.F = h.F = w->F[i];
		r.s = w->p[r.cell] / M_LN10;
		if (!stat_hyper_below(r.f, &h))
			r.s = -r.s;
		if (r.F > 0 && (threshold <= 0 || fabs(r.s) >= threshold)) {
			w->order[n] = (struct ranked){r.s, n};
			w->row[n++] = r;
		}
	}
	ranked_falling(w->order, n);
	for (size_t i = 0; i < n; i++)
		put(w, k, &w->row[w->order[i].id], T);
}

/* Goes through the points with the counts up to each. */
static void
walk(struct work *w, void (*visit)(struct work *w, uint32_t k, uint64_t T))
{
	const struct series *s = &w->t->s;
	uint64_t T = s->n_point > 0 ? s->t[0] : 0;

	for (uint32_t i = 0; s->n_point > 0 && i < w->t->n_item; i++)
		w->F[i] = w->sum[(size_t)i * s->n_point];
	for (uint32_t k = 1; k < s->n_point; k++) {
		T += s->t[k];
		visit(w, k, T);
	}
}

void
trend_increase(struct trend *t)
{
	size_t n_cell = (size_t)t->s.n_point * t->n_item;
	struct work w = {.t = t};

	w.sum = mem_new(n_cell, sizeof(*w.sum));
	w.F = mem_new(t->n_item, sizeof(*w.F));
	w.p = mem_new(n_cell, sizeof(*w.p));
	w.q = mem_new(n_cell, sizeof(*w.q));
	w.small = mem_new((size_t)SMALL_F * SMALL_FF, sizeof(*w.small));
	w.row = mem_new(t->n_item, sizeof(*w.row));
	w.order = mem_new(t->n_item, sizeof(*w.order));
	for (uint32_t i = 0; i < t->n_item; i++) {
		series_sum(&t->s, t->item[i], w.sum + (size_t)i * t->s.n_point);
		if (n_cell > 0)
			w.p[i] = (double)NAN; /* nothing is before it */
	}
	walk(&w, test_point);
	for (size_t i = 0; i < n_cell; i++)
		w.q[i] = both_sides(w.p[i]);
	trend_adjust(t, w.q, n_cell, "");
	walk(&w, put_point);
	free(w.sum);
	free(w.F);
	free(w.p);
	free(w.q);
	free(w.small);
	free(w.row);
	free(w.order);
}
