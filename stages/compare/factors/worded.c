#include "worded.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/deal.h"

static const double words_most = 1e9; /* of all deals: 20 seconds */
static const double tie = 1 - 1e-9;
static const double rounding = 1e-12; /* of 1 + an inertia */

struct words {
	size_t n;
	uint32_t *unit; /* by word, those of a term side by side */
	size_t n_term;
	size_t *end;  /* by term */
	double *size; /* by unit: its words */
	double *f;    /* by unit: those of the term under way */
};

static double
count(const struct sparse *t)
{
	double n = 0;

	for (size_t k = 0; k < t->at[t->n_row]; k++)
		n += t->f != NULL ? t->f[k] : 1;
	return n;
}

bool
worded_is_long(const struct sparse *t, uint64_t deals)
{
	return count(t) * (double)deals > words_most;
}

static void
open_words(struct words *w, const struct sparse *t)
{
	*w = (struct words){.n_term = t->n_row};
	w->unit = mem_new((size_t)count(t), sizeof(*w->unit));
	w->end = mem_new(t->n_row, sizeof(*w->end));
	w->size = mem_new(t->n_col, sizeof(*w->size));
	w->f = mem_new(t->n_col, sizeof(*w->f));
	for (uint32_t i = 0; i < t->n_row; i++) {
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
			uint64_t f = t->f != NULL ? (uint64_t)t->f[k] : 1;

			w->size[t->col[k]] += (double)f;
			while (f-- > 0)
				w->unit[w->n++] = t->col[k];
		}
		w->end[i] = w->n;
	}
}

static void
close_words(struct words *w)
{
	free(w->unit);
	free(w->end);
	free(w->size);
	free(w->f);
}

/* Sum of f^2 / (words of the term * words of the unit), less 1, where unit[k]
 * has word k. */
static double
inertia(struct words *w, const uint32_t *unit)
{
	double all = 0;
	size_t from = 0;

	for (size_t i = 0; i < w->n_term; i++) {
		double sum = 0;

		/* (f + 1)^2 - f^2 of each word */
		for (size_t k = from; k < w->end[i]; k++)
			sum += (2 * w->f[unit[k]]++ + 1) / w->size[unit[k]];
		for (size_t k = from; k < w->end[i]; k++)
			w->f[unit[k]] = 0;
		if (w->end[i] > from)
			all += sum / (double)(w->end[i] - from);
		from = w->end[i];
	}
	return all - 1 > rounding ? all - 1 : 0;
}

void
worded_deal(
    struct dealt *d, const struct sparse *t, uint64_t deals, uint64_t seed)
{
	static const char name[] = "words";
	struct words w;
	struct stat_deal deal;
	uint64_t reached = 0;
	double seen;

	open_words(&w, t);
	stat_deal_open(&deal, w.unit, NULL, (uint32_t)w.n);
	stat_deal_seed(&deal, seed, name, sizeof(name) - 1);
	seen = inertia(&w, w.unit);
	for (uint64_t k = 0; k < deals; k++) {
		double x;

		stat_deal_next(&deal);
		x = inertia(&w, deal.part);
		d->test[0].chance += x / (double)deals;
		reached += x >= tie * seen;
	}
	d->by_words = true;
	d->n = deals;
	d->least = 1 / ((double)deals + 1);
	d->test[0].seen = seen;
	d->test[0].p = stat_deal_p(reached, deals);
	stat_deal_close(&deal);
	close_words(&w);
}
