#include "indices_less.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/jackknife.h"

void
indices_less_free(struct indices_less *h)
{
	free(h->unit);
	free(h->id);
	free(h->own);
	free(h->number);
	free(h->end);
	free(h->v);
}

static void
add_unit(struct indices_less *h, size_t from, size_t to, size_t speech)
{
	if (from == to)
		return;
	h->unit = mem_grow(
	    h->unit, &h->cap_unit, (size_t)h->n_unit + 1, sizeof(*h->unit));
	h->unit[h->n_unit++] = (struct indices_less_unit){from, to, speech};
}

static void
find_units(struct indices_less *h, const struct words_text *t)
{
	size_t k = 0;
	size_t at = 0;

	h->n_unit = 0;
	for (size_t i = 0; i < t->n_speech; i++) {
		size_t from = at;

		for (; k < t->speech[i]; k++) {
			if (!h->by_speech)
				add_unit(h, at, t->unit[k].end, i);
			at = t->unit[k].end;
		}
		if (h->by_speech)
			add_unit(h, from, at, i);
	}
}

/* The types of the text numbered anew, in the order of their first words, so
 * that what is counted by them stays near: returns how many there are. */
static uint32_t
renumber(struct indices_less *h, const struct words_text *t, uint32_t n_type)
{
	size_t old = h->cap_number;
	uint32_t n = 0;

	h->own = mem_grow(h->own, &h->cap_own, t->n + 1, sizeof(*h->own));
	h->number =
	    mem_grow(h->number, &h->cap_number, n_type, sizeof(*h->number));
	if (old < h->cap_number)
		memset(h->number + old, 0,
		    (h->cap_number - old) * sizeof(*h->number));
	for (size_t i = 0; i < t->n; i++) {
		uint32_t *number = &h->number[t->id[i]];

		if (*number == 0)
			*number = ++n;
		h->own[i] = *number - 1;
	}
	for (size_t i = 0; i < t->n; i++)
		h->number[t->id[i]] = 0;
	return n;
}

/* The words outside a run of units, in the order of the text. */
static struct indices_text
rest(struct indices_less *h, uint32_t run, uint32_t runs)
{
	size_t n = 0;
	size_t n_end = 0;

	for (uint32_t i = 0; i < h->n_unit; i++) {
		const struct indices_less_unit *u = &h->unit[i];
		size_t len = u->to - u->from;

		if (i > 0 && u->speech != u[-1].speech)
			h->end[n_end++] = n;
		if (stat_jackknife_run(i, h->n_unit, runs) == run)
			continue;
		memcpy(h->id + n, h->own + u->from, len * sizeof(*h->id));
		n += len;
	}
	h->end[n_end++] = n;
	return (struct indices_text){h->id, h->end, n_end};
}

void
indices_less(struct indices_less *h, const struct words *w,
    const struct words_text *t, const double *x, struct stat_interval *in)
{
	size_t n = h->work->c->n;
	double value[INDICES_MAX];
	double factor;
	uint32_t runs;
	uint32_t n_type;

	find_units(h, t);
	runs = stat_jackknife_runs(h->n_unit, !h->by_speech);
	if (runs > INDICES_LESS_RUNS)
		runs = INDICES_LESS_RUNS;
	factor = stat_jackknife_factor(runs, h->level);
	if (isnan(factor)) /* too few */
		runs = 0;
	n_type = renumber(h, t, w->t.types.n);
	h->id = mem_grow(h->id, &h->cap_id, t->n + 1, sizeof(*h->id));
	h->end = mem_grow(h->end, &h->cap_end, t->n_speech, sizeof(*h->end));
	if (h->v == NULL)
		h->v = mem_new(n * INDICES_LESS_RUNS, sizeof(*h->v));
	for (uint32_t k = 0; k < runs; k++) {
		struct indices_text less = rest(h, k, runs);

		indices_of_text(h->work, &less, n_type, value);
		for (size_t i = 0; i < n; i++)
			h->v[i * runs + k] = value[i];
	}
	for (size_t i = 0; i < n; i++) {
		in[i] =
		    stat_jackknife(h->v + i * runs, runs, x[i], factor, true);
		if (indices_share(h->work->c->index[i]) && in[i].high > 1)
			in[i].high = 1;
	}
}
