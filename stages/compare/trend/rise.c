#include "rise.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "orders.h"
#include "stat_kendall.h"

enum {
	FEW = 32, /* cells whose pairs are looked at one by one */
};

/* An order of the units, and what an item makes of it. */
struct work {
	const struct series *s;
	const struct within *w;
	const uint32_t *item;   /* by test */
	struct series_hit *hit; /* as in s, by place and not by unit */
	uint32_t *stratum;      /* by place */
	uint32_t *cell;         /* by place, in the order taken */
	double *t;              /* by cell: its words */
	double *f;              /* by cell, of an item, zeroed again */
	uint32_t *had;          /* cells of a stratum that have the item */
	uint32_t n_had;
	double *rate; /* of these, or of all cells of a stratum */
	double *room;
};

/* Takes an order: a cell of its stratum by place. */
static void
take(void *work, const uint32_t *cell)
{
	struct work *w = work;
	const struct series *s = w->s;

	for (uint32_t k = 0; k < w->w->n_cell; k++)
		w->t[k] = 0;
	for (uint32_t p = 0; p < s->n_unit; p++) {
		w->cell[p] = cell[p];
		w->t[cell[p]] += (double)s->words[w->w->unit[p]];
	}
}

/* Adds occurrences up by cell, those from x on that are of its stratum. */
static const struct series_hit *
place_hits(
    struct work *w, const struct series_hit *x, const struct series_hit *end)
{
	uint32_t g = w->stratum[x->unit];

	w->n_had = 0;
	for (; x < end && w->stratum[x->unit] == g; x++) {
		uint32_t k = w->cell[x->unit];

		if (!(w->f[k] > 0))
			w->had[w->n_had++] = k;
		w->f[k] += (double)x->f;
	}
	return x;
}

/* mk of n cells from `from` on: of each that has the item with those that have
 * it not (but for pairs of two that have it, which cancel), then of these. */
static int64_t
rise_of_few(const struct work *w, uint32_t from, uint32_t n)
{
	int64_t s = 0;

	for (uint32_t i = 0; i < w->n_had; i++) {
		uint32_t k = w->had[i];

		s += 2 * (int64_t)(k - from) - (int64_t)(n - 1);
		w->rate[i] = w->f[k] / w->t[k];
		for (uint32_t j = 0; j < i; j++) {
			int up = (w->rate[i] > w->rate[j]) -
			    (w->rate[i] < w->rate[j]);

			s += k > w->had[j] ? up : -up;
		}
	}
	return s;
}

static int64_t
rise_of_many(const struct work *w, uint32_t from, uint32_t n)
{
	for (uint32_t k = 0; k < n; k++)
		w->rate[k] = w->f[from + k] / w->t[from + k];
	return stat_kendall_s(w->rate, n, w->room);
}

/* |mk|, summed over the strata. */
static double
figure(void *work, uint32_t test)
{
	struct work *w = work;
	const struct series_hit *x = w->hit + w->s->first[w->item[test]];
	const struct series_hit *end = w->hit + w->s->first[w->item[test] + 1];
	int64_t sum = 0;

	while (x < end) {
		uint32_t g = w->stratum[x->unit];
		uint32_t from = g > 0 ? w->w->cell_end[g - 1] : 0;
		uint32_t n = w->w->cell_end[g] - from;

		x = place_hits(w, x, end);
		sum += w->n_had <= FEW ? rise_of_few(w, from, n)
				       : rise_of_many(w, from, n);
		for (uint32_t i = 0; i < w->n_had; i++)
			w->f[w->had[i]] = 0;
	}
	return fabs((double)sum);
}

static int
by_place(const void *a, const void *b)
{
	const struct series_hit *x = a;
	const struct series_hit *y = b;

	return (x->unit > y->unit) - (x->unit < y->unit);
}

/* The occurrences of each item by place, so stratum by stratum. */
static void
open_hits(struct work *w)
{
	const struct series *s = w->s;

	w->hit = mem_new(s->first[s->n_item], sizeof(*w->hit));
	for (size_t j = 0; j < s->first[s->n_item]; j++)
		w->hit[j] = (struct series_hit){
		    w->w->place[s->hit[j].unit], s->hit[j].f};
	for (uint32_t i = 0; i < s->n_item && w->w->n_stratum > 1; i++)
		qsort(w->hit + s->first[i], s->first[i + 1] - s->first[i],
		    sizeof(*w->hit), by_place);
}

static void
open_work(struct work *w)
{
	uint32_t n = w->s->n_unit;

	open_hits(w);
	w->stratum = mem_new(n, sizeof(*w->stratum));
	w->cell = mem_new(n, sizeof(*w->cell));
	w->t = mem_new(n, sizeof(*w->t));
	w->f = mem_new(n, sizeof(*w->f));
	w->had = mem_new(n, sizeof(*w->had));
	w->rate = mem_new(n, sizeof(*w->rate));
	w->room = mem_new(n, sizeof(*w->room));
	for (uint32_t i = 0; i < n; i++)
		w->stratum[w->w->place[i]] = w->w->stratum[i];
}

static void
close_work(struct work *w)
{
	free(w->hit);
	free(w->stratum);
	free(w->cell);
	free(w->t);
	free(w->f);
	free(w->had);
	free(w->rate);
	free(w->room);
}

struct chance
rise_test(double *ln_p, const struct trend *t, const struct within *in)
{
	struct work w = {.s = &t->s, .w = in, .item = t->item};
	double *bar = mem_new(t->n_item, sizeof(*bar));
	struct chance_tests x = {
	    .bar = bar, .work = &w, .take = take, .figure = figure};
	struct chance c;

	open_work(&w);
	take(&w, in->at);
	for (uint32_t i = 0; i < t->n_item; i++)
		bar[i] = isnan(ln_p[i]) ? ln_p[i] : figure(&w, i);
	c = orders_run(ln_p, t, in, x);
	close_work(&w);
	free(bar);
	return c;
}
