#include "indices_half.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/boot.h"

void
indices_half_free(struct indices_half *h)
{
	places_free(&h->places);
	free(h->unit);
	free(h->id);
	free(h->own);
	free(h->number);
	free(h->end);
	free(h->drawn);
}

static void
add_unit(struct indices_half *h, size_t from, size_t to, size_t speech)
{
	if (from == to)
		return;
	h->unit = mem_grow(
	    h->unit, &h->cap_unit, (size_t)h->n_unit + 1, sizeof(*h->unit));
	h->unit[h->n_unit++] = (struct places_unit){from, to, speech};
}

static void
find_units(struct indices_half *h, const struct words_text *t)
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
renumber(struct indices_half *h, const struct words_text *t, uint32_t n_type)
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

/* The words of the units drawn, in the order of the text. */
static struct indices_text
sample(struct indices_half *h, const uint32_t *times)
{
	size_t n = 0;
	size_t n_end = 0;

	for (uint32_t i = 0; i < h->n_unit; i++) {
		const struct places_unit *u = &h->unit[i];
		size_t len = u->to - u->from;

		if (i > 0 && u->speech != u[-1].speech)
			h->end[n_end++] = n;
		if (times[i] == 0)
			continue;
		memcpy(h->id + n, h->own + u->from, len * sizeof(*h->id));
		n += len;
	}
	h->end[n_end++] = n;
	return (struct indices_text){h->id, h->end, n_end};
}

/* Draws n samples and counts in all of them; sums get what goes by the order of
 * the words. */
static void
draw_lanes(struct indices_half *h, struct boot *b, uint32_t n,
    struct sequence_sums *sums)
{
	struct sequence *q = &h->work->sequence;
	unsigned what = q->what;

	q->what &= ~(unsigned)SEQUENCE_MATTR;
	for (uint32_t k = 0; k < n; k++) {
		struct indices_text t;

		boot_half(b);
		places_sample(&h->places, k, b->order, b->n / 2);
		sums[k] = (struct sequence_sums){0};
		if (q->what == 0)
			continue;
		t = sample(h, b->times);
		indices_sum(h->work, &t, h->places.t->n_type, &sums[k]);
	}
	q->what = what;
	places_count(&h->places);
	for (uint32_t k = 0; k < n; k++)
		places_windows(&h->places, k, &sums[k]);
}

static void
draw(struct indices_half *h, const struct places_text *t, struct boot *b)
{
	struct sequence_sums sums[PLACES_LANES];
	size_t n_index = h->work->c->n;
	double x[INDICES_MAX];

	h->places.window = h->work->sequence.window;
	places_text(&h->places, t);
	h->id = mem_grow(h->id, &h->cap_id, t->n + 1, sizeof(*h->id));
	h->end = mem_grow(h->end, &h->cap_end, t->n_speech, sizeof(*h->end));
	if (h->drawn == NULL)
		h->drawn = mem_new(n_index * h->reps, sizeof(*h->drawn));
	for (uint32_t rep = 0; rep < h->reps; rep += PLACES_LANES) {
		uint32_t n =
		    h->reps - rep < PLACES_LANES ? h->reps - rep : PLACES_LANES;

		draw_lanes(h, b, n, sums);
		for (uint32_t k = 0; k < n; k++) {
			places_spectrum(&h->places, k, &h->work->spectrum);
			indices_of_sums(h->work, &sums[k], x);
			for (size_t i = 0; i < n_index; i++)
				h->drawn[i * h->reps + rep + k] = x[i];
		}
	}
}

/* Makes the mean of v the figure. */
static void
scale(double *v, size_t n, double figure)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += v[i];
	for (size_t i = 0; i < n; i++)
		v[i] *= figure * (double)n / sum;
}

void
indices_half(struct indices_half *h, const struct words *w,
    const struct words_text *t, const double *x, struct stat_interval *in)
{
	const struct indices *c = h->work->c;
	size_t len;
	const char *name = words_name(w, t, &len);
	struct places_text own = {.n = t->n, .n_speech = t->n_speech};
	struct boot b;

	find_units(h, t);
	own.unit = h->unit;
	own.n_unit = h->n_unit;
	for (size_t i = 0; i < c->n; i++)
		in[i] = (struct stat_interval){(double)NAN, (double)NAN};
	if (h->n_unit < 2)
		return;
	if (t->n > PLACES_MOST)
		die_data(NULL, 0,
		    "%.*s has more than 2^30 words, too many for intervals: "
		    "leave -B out",
		    (int)len, name);
	boot_open(&b, h->n_unit, h->seed, name, len);
	own.n_type = renumber(h, t, w->t.types.n);
	own.id = h->own;
	draw(h, &own, &b);
	for (size_t i = 0; i < c->n; i++) {
		double *v = h->drawn + i * h->reps;

		if (indices_scaled(c->index[i]))
			scale(v, h->reps, x[i]);
		in[i] =
		    boot_half_interval(v, h->reps, x[i], h->n_unit, h->level);
	}
	boot_close(&b);
}
