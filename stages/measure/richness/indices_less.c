#include "indices_less.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/jackknife.h"
#include "stat_richness.h"

void
indices_less_free(struct indices_less *h)
{
	free(h->unit);
	free(h->id);
	free(h->own);
	free(h->f);
	free(h->number);
	free(h->end);
	free(h->v);
	free(h->last);
	free(h->runs);
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

static void
count_types(struct indices_less *h, size_t n, uint32_t n_type)
{
	h->f = mem_grow(h->f, &h->cap_f, n_type, sizeof(*h->f));
	for (uint32_t i = 0; i < n_type; i++)
		h->f[i] = 0;
	for (size_t i = 0; i < n; i++)
		h->f[h->own[i]]++;
}

/* Counts the words outside a run of units, by those of the run. */
static void
count_rest(struct indices_less *h, uint32_t run, uint32_t runs, uint32_t n_type)
{
	size_t from = 0;
	size_t to = 0;

	for (uint32_t i = 0; i < h->n_unit; i++) {
		uint32_t of = stat_jackknife_run(i, h->n_unit, runs);

		if (of < run)
			from = h->unit[i].to;
		if (of <= run)
			to = h->unit[i].to;
	}
	for (size_t k = from; k < to; k++)
		h->f[h->own[k]]--;
	spectrum_count(&h->work->spectrum, h->f, n_type);
	for (size_t k = from; k < to; k++)
		h->f[h->own[k]]++;
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

/* What the variance of ln V has too much of: of each type, in how many of the
 * runs it is. */
static double
excess(struct indices_less *h, uint32_t runs, uint32_t n_type)
{
	uint32_t in[INDICES_LESS_RUNS + 1] = {0};

	h->last = mem_grow(h->last, &h->cap_last, n_type, sizeof(*h->last));
	h->runs = mem_grow(h->runs, &h->cap_runs, n_type, sizeof(*h->runs));
	for (uint32_t i = 0; i < n_type; i++)
		h->runs[i] = 0;
	for (uint32_t i = 0; i < h->n_unit; i++) {
		uint32_t run = stat_jackknife_run(i, h->n_unit, runs);

		for (size_t k = h->unit[i].from; k < h->unit[i].to; k++) {
			uint32_t type = h->own[k];

			if (h->runs[type] > 0 && h->last[type] == run)
				continue;
			h->last[type] = run;
			h->runs[type]++;
		}
	}
	for (uint32_t i = 0; i < n_type; i++)
		in[h->runs[i]]++;
	return stat_richness_excess(in, runs);
}

static bool
by_types(const struct indices *c)
{
	size_t i = 0;

	while (i < c->n && indices_bounds(c->index[i]) != INDICES_BY_TYPES)
		i++;
	return i < c->n;
}

/* more: what its variance has too much of. */
static struct stat_interval
interval(const struct indices_less *h, size_t i, double value, uint32_t runs,
    double more)
{
	int index = h->work->c->index[i];
	const double *v = h->v + i * runs;
	struct stat_interval in;
	double square;

	if (runs == 0 || indices_bounds(index) == INDICES_NO_BOUNDS)
		return stat_interval_none;
	square = stat_jackknife_square(v, runs, value, true) -
	    more * runs / (runs - 1.0);
	if (!(square > 0))
		return stat_interval_none;
	in = stat_jackknife_around(
	    value, stat_jackknife_factor(runs, h->level) * sqrt(square), true);
	if (indices_share(index) && in.high > 1)
		in.high = 1;
	return in;
}

void
indices_less(struct indices_less *h, const struct words *w,
    const struct words_text *t, const double *x, struct stat_interval *in)
{
	const struct indices *c = h->work->c;
	size_t n = c->n;
	double value[INDICES_MAX];
	struct spectrum all = {.tokens = h->work->spectrum.tokens,
	    .types = h->work->spectrum.types};
	double more; /* of the variance of ln V */
	uint32_t runs;
	uint32_t n_type;

	find_units(h, t);
	runs = stat_jackknife_runs(h->n_unit, !h->by_speech);
	if (runs > INDICES_LESS_RUNS)
		runs = INDICES_LESS_RUNS;
	if (runs < STAT_JACKKNIFE_LEAST)
		runs = 0;
	n_type = renumber(h, t, w->t.types.n);
	count_types(h, t->n, n_type);
	h->id = mem_grow(h->id, &h->cap_id, t->n + 1, sizeof(*h->id));
	h->end = mem_grow(h->end, &h->cap_end, t->n_speech, sizeof(*h->end));
	if (h->v == NULL)
		h->v = mem_new(n * INDICES_LESS_RUNS, sizeof(*h->v));
	for (uint32_t k = 0; k < runs; k++) {
		struct indices_text less = rest(h, k, runs);
		struct sequence_sums sums = {0};

		count_rest(h, k, runs, n_type);
		indices_sum(h->work, &less, n_type, &sums);
		indices_of_sums(h->work, &sums, value);
		for (size_t i = 0; i < n; i++)
			h->v[i * runs + k] = value[i];
	}
	more = runs > 0 && by_types(c) ? excess(h, runs, n_type) : 0;
	for (size_t i = 0; i < n; i++) {
		double slope = indices_bounds(c->index[i]) == INDICES_BY_TYPES
		    ? indices_slope(c->index[i], &all)
		    : 0;

		in[i] = interval(h, i, x[i], runs, slope * slope * more);
	}
}
