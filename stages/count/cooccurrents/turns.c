#include "turns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "stat_sum.h"

static const double shown = 0.05; /* a p that could be looked at */

bool
turns_add(struct turns *t, uint32_t word, bool near)
{
	if (t->n == TURNS_PLACES)
		return false;
	if (t->n == t->cap)
		t->place =
		    mem_grow(t->place, &t->cap, t->n + 1, sizeof(*t->place));
	t->place[t->n++] = word << 1 | near;
	t->found |= near;
	return true;
}

static void
make_words(struct turns *t, size_t n)
{
	t->word = mem_grow(t->word, &t->cap_word, n, sizeof(*t->word));
	memset(t->word + t->n_word, 0, (n - t->n_word) * sizeof(*t->word));
	t->head = mem_grow(t->head, &t->cap_head, n, sizeof(*t->head));
	memset(t->head + t->n_word, 0, (n - t->n_word) * sizeof(*t->head));
	t->n_word = n;
}

/* The places of each word as a chain, from its last to its first. */
static void
chain(struct turns *t)
{
	t->back = mem_grow(t->back, &t->cap_back, t->n, sizeof(*t->back));
	t->word_here =
	    mem_grow(t->word_here, &t->cap_here, t->n, sizeof(*t->word_here));
	t->n_here = 0;
	for (size_t i = 0; i < t->n; i++) {
		uint32_t word = t->place[i] >> 1;

		if (word >= t->n_word)
			make_words(t, (size_t)word + 1);
		t->word_here[t->n_here] = word;
		t->n_here += t->head[word] == 0;
		t->back[i] = t->head[word];
		t->head[word] = (uint32_t)i + 1;
	}
}

static void
mark_all(struct turns *t)
{
	circle_begin(&t->circle, t->n);
	for (size_t i = 0; i < t->n; i++)
		if ((t->place[i] & 1) != 0)
			circle_mark(&t->circle, i);
}

/* The share of the turns that bring one of the word's places near; NAN where
 * that is too long to tell.  And whether one is. */
static double
chance_near(struct turns *t, uint32_t word, bool *near)
{
	size_t n = 0;

	*near = false;
	for (uint32_t at = t->head[word]; at != 0; at = t->back[at - 1]) {
		t->of[n++] = at - 1;
		*near |= (t->place[at - 1] & 1) != 0;
	}
	return circle_chance(&t->circle, t->of, n);
}

static void
take_speech(struct turns *t)
{
	chain(t);
	mark_all(t);
	t->of = mem_grow(t->of, &t->cap_of, t->n, sizeof(*t->of));
	t->event = mem_grow(
	    t->event, &t->cap_event, t->n_event + t->n_here, sizeof(*t->event));
	t->n_speech++;
	for (size_t k = 0; k < t->n_here; k++) {
		uint32_t word = t->word_here[k];
		struct turns_word *w = &t->word[word];
		bool near;
		double chance = chance_near(t, word, &near);

		t->head[word] = 0;
		w->near += near;
		if (isnan(chance))
			continue;
		w->with++;
		w->hits += near;
		t->event[t->n_event++] = (struct turns_event){word, chance};
	}
}

void
turns_end(struct turns *t, bool is_speech)
{
	if (is_speech && t->found)
		take_speech(t);
	t->n = 0;
	t->found = false;
}

/* The chances of a word stand together, in the order of the speeches. */
void
turns_finish(struct turns *t)
{
	size_t *next = mem_new(t->n_word, sizeof(*next));
	size_t n = 0;

	t->chance = mem_new(t->n_event, sizeof(*t->chance));
	for (size_t k = 0; k < t->n_word; k++) {
		t->word[k].from = n;
		next[k] = n;
		n += t->word[k].with;
	}
	for (size_t i = 0; i < t->n_event; i++)
		t->chance[next[t->event[i].word]++] = t->event[i].chance;
	free(next);
}

/* Whether all events, or none, have a p that could be looked at: mostly the
 * first few say so. */
static bool
could_show(const double *p, size_t n)
{
	const double bar = log(shown);
	double all = 0;
	double none = 0;
	size_t i = 0;

	for (; i < n && fmin(all, none) + M_LN2 > bar; i++) {
		all += log(p[i]);
		none += log(1 - p[i]);
	}
	return !(fmin(all, none) + M_LN2 > bar);
}

double
turns_ln_p(const double *p, size_t n, size_t hits)
{
	double mean = 0;
	double ln;

	if (n < 2 || !could_show(p, n))
		return (double)NAN;
	for (size_t i = 0; i < n; i++)
		mean += p[i];
	ln = (double)hits < mean ? stat_sum_le(p, n, hits)
				 : stat_sum_ge(p, n, hits);
	return fmin(0, ln + M_LN2);
}

struct turns_test
turns_look(const struct turns *t, uint32_t word)
{
	const struct turns_word *w;

	if (word >= t->n_word)
		return (struct turns_test){0, (double)NAN};
	w = &t->word[word];
	return (struct turns_test){
	    w->near, turns_ln_p(t->chance + w->from, w->with, w->hits)};
}

void
turns_free(struct turns *t)
{
	free(t->place);
	free(t->back);
	free(t->of);
	circle_free(&t->circle);
	free(t->word_here);
	free(t->event);
	free(t->chance);
	free(t->word);
	free(t->head);
}
