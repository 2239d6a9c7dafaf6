#include "label.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "spot.h"

enum {
	N_PASSES = 3,
	NOWHERE = SPOT_WAYS
};

static const double pad = 0.6;     /* above and below a text */
static const double between = 2.5; /* words beside each other are two */

struct places {
	struct label *l;
	size_t n;
	uint32_t *chosen;  /* by label: its way */
	struct spot *spot; /* by label and way */
	struct spot_search search;
};

/* Are two labels, with their lines, in each other's way? */
static bool
clash(const struct label *a, const struct label *b)
{
	struct svg_box box = a->box;

	box.x -= between - pad;
	box.w += 2 * (between - pad);
	if (spot_overlap(&box, &b->box, pad))
		return true;
	if (a->led && spot_crosses(a->at, label_end(a), &b->box))
		return true;
	return b->led && spot_crosses(b->at, label_end(b), &a->box);
}

/* How many placed labels but `but` are in the way of label i; *which gets
 * one. */
static size_t
n_clashes(
    const struct places *s, size_t i, const struct label *l, size_t *which)
{
	size_t n = 0;

	for (size_t j = 0; j < s->n && n < 2; j++)
		if (j != i && s->l[j].placed && clash(l, &s->l[j])) {
			n++;
			*which = j;
		}
	return n;
}

static void
set(struct places *s, size_t i, uint32_t k)
{
	struct label *l = &s->l[i];

	l->box = s->spot[i * SPOT_WAYS + k].box;
	l->led = spot_is_led(k);
	l->right = spot_is_right(k);
	l->placed = true;
	s->chosen[i] = k;
}

/* The clearest way that nothing is in, cheaper than `than`; else NOWHERE. */
static uint32_t
best_way(const struct places *s, size_t i, double than)
{
	uint32_t best = NOWHERE;

	for (uint32_t k = 0; k < SPOT_WAYS; k++) {
		const struct spot *spot = &s->spot[i * SPOT_WAYS + k];
		struct label l = s->l[i];
		size_t which;

		if (!(spot->cost < than))
			continue;
		l.box = spot->box;
		l.led = spot_is_led(k);
		if (n_clashes(s, i, &l, &which) > 0)
			continue;
		best = k;
		than = spot->cost;
	}
	return best;
}

/* Puts label i where one other label gives way to it. */
static bool
push(struct places *s, size_t i)
{
	for (uint32_t k = 0; k < SPOT_WAYS; k++) {
		struct label old = s->l[i];
		size_t which = i;
		uint32_t other;

		if (!(s->spot[i * SPOT_WAYS + k].cost < HUGE_VAL))
			continue;
		set(s, i, k);
		if (n_clashes(s, i, &s->l[i], &which) == 1) {
			other = best_way(s, which, HUGE_VAL);
			if (other != NOWHERE) {
				set(s, which, other);
				return true;
			}
		}
		s->l[i] = old;
	}
	return false;
}

static void
try_label(struct places *s, size_t i, const char *text)
{
	uint32_t k;

	spot_find(&s->search, i, text, &s->spot[i * SPOT_WAYS]);
	k = best_way(s, i, HUGE_VAL);
	if (k != NOWHERE)
		set(s, i, k);
}

static bool
has_text(const struct label *l)
{
	return l->text != NULL && *l->text != '\0';
}

/* Those without a place get numbers, which are short. */
static void
number_rest(struct places *s)
{
	size_t number = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct label *l = &s->l[i];
		const double size = l->size;
		const bool bold = l->bold;
		struct buf b = {0};

		if (l->placed || !has_text(l))
			continue;
		l->size = SVG_SMALL;
		l->bold = false;
		buf_u64(&b, number + 1);
		buf_mem(&b, "", 0);
		try_label(s, i, b.s);
		if (l->placed)
			l->number = ++number;
		else {
			l->size = size;
			l->bold = bold;
		}
		buf_free(&b);
	}
}

void
label_place(struct label *l, size_t n, const struct label_area *area)
{
	struct places s = {
	    .l = l, .n = n, .search = {.l = l, .n = n, .area = area}};

	s.chosen = mem_new(n, sizeof(*s.chosen));
	s.spot = mem_new(n * SPOT_WAYS, sizeof(*s.spot));
	s.search.near = mem_new(n, sizeof(*s.search.near));
	for (size_t i = 0; i < n; i++)
		if (has_text(&l[i]))
			try_label(&s, i, l[i].text);
	for (int pass = 0; pass < N_PASSES; pass++)
		for (size_t i = 0; i < n; i++) {
			uint32_t k;

			if (!has_text(&l[i]) || (!l[i].placed && !push(&s, i)))
				continue;
			k = best_way(
			    &s, i, s.spot[i * SPOT_WAYS + s.chosen[i]].cost);
			if (k != NOWHERE)
				set(&s, i, k);
		}
	number_rest(&s);
	free(s.chosen);
	free(s.spot);
	free(s.search.near);
}
