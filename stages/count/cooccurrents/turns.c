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
	t->place = mem_grow(t->place, &t->cap, t->n + 1, sizeof(*t->place));
	t->place[t->n++] = word << 1 | near;
	t->found |= near;
	return true;
}

/* The places of each word as a chain, from its last to its first. */
static void
chain(struct turns *t)
{
	t->back = mem_grow(t->back, &t->cap_back, t->n, sizeof(*t->back));
	t->n_here = 0;
	for (size_t i = 0; i < t->n; i++) {
		uint32_t word = t->place[i] >> 1;

		if (word >= t->n_word) {
			t->word = mem_grow(t->word, &t->cap_word,
			    (size_t)word + 1, sizeof(*t->word));
			memset(t->word + t->n_word, 0,
			    (word + 1 - t->n_word) * sizeof(*t->word));
			t->n_word = (size_t)word + 1;
		}
		if (t->word[word].head == 0) {
			t->word_here = mem_grow(t->word_here, &t->cap_here,
			    t->n_here + 1, sizeof(*t->word_here));
			t->word_here[t->n_here++] = word;
		}
		t->back[i] = t->word[word].head;
		t->word[word].head = (uint32_t)i + 1;
	}
}

/* The places that are near, twice round, so that each turn of the circle is 64
 * bits after 64 from some place on. */
static uint64_t
draw_mask(struct turns *t)
{
	size_t n = t->n / 32 + 3;
	uint64_t near = 0;

	t->mask = mem_grow(t->mask, &t->cap_mask, n, sizeof(*t->mask));
	memset(t->mask, 0, n * sizeof(*t->mask));
	for (size_t i = 0; i < t->n; i++)
		if ((t->place[i] & 1) != 0) {
			size_t j = i + t->n;

			near++;
			t->mask[i / 64] |= UINT64_C(1) << i % 64;
			t->mask[j / 64] |= UINT64_C(1) << j % 64;
		}
	return near;
}

/* Adds the turns that bring this place near. */
static void
add_turns(const struct turns *t, size_t place)
{
	const uint64_t *mask = t->mask + place / 64;
	unsigned by = place % 64;
	size_t n = t->n / 64 + 1;

	if (by == 0)
		for (size_t i = 0; i < n; i++)
			t->seen[i] |= mask[i];
	else
		for (size_t i = 0; i < n; i++)
			t->seen[i] |= mask[i] >> by | mask[i + 1] << (64 - by);
}

/* How many turns there are of those added. */
static uint64_t
count_turns(const struct turns *t)
{
	uint64_t last = t->seen[t->n / 64] &
	    ((UINT64_C(1) << t->n % 64) - 1); /* of the circle's end */
	uint64_t n = (uint64_t)__builtin_popcountll(last);

	for (size_t i = 0; i < t->n / 64; i++)
		n += (uint64_t)__builtin_popcountll(t->seen[i]);
	return n;
}

/* The share of the turns that bring one of the word's places near; NAN where
 * that is too long to tell.  Whether all do is asked now and then. */
static double
chance_near(struct turns *t, uint32_t word, uint64_t n_near)
{
	uint32_t at = t->word[word].head;
	size_t n = t->n / 64 + 1;
	size_t most = TURNS_STEPS / n;
	size_t done = 0;

	if (t->back[at - 1] == 0)
		return (double)n_near / (double)t->n;
	t->seen = mem_grow(t->seen, &t->cap_seen, n, sizeof(*t->seen));
	memset(t->seen, 0, n * sizeof(*t->seen));
	for (; at != 0; at = t->back[at - 1]) {
		if (done == most)
			return (double)NAN;
		add_turns(t, at - 1);
		done++;
		if ((done & (done - 1)) == 0 && count_turns(t) == t->n)
			return 1;
	}
	return (double)count_turns(t) / (double)t->n;
}

static bool
is_near(const struct turns *t, uint32_t word)
{
	uint32_t at = t->word[word].head;

	while (at != 0 && (t->place[at - 1] & 1) == 0)
		at = t->back[at - 1];
	return at != 0;
}

static void
take_speech(struct turns *t)
{
	uint64_t n_near;

	chain(t);
	n_near = draw_mask(t);
	t->n_speech++;
	for (size_t k = 0; k < t->n_here; k++) {
		uint32_t word = t->word_here[k];
		struct turns_word *w = &t->word[word];
		double chance = chance_near(t, word, n_near);
		bool near = is_near(t, word);

		w->head = 0;
		w->near += near;
		if (isnan(chance))
			continue;
		w->with++;
		w->hits += near;
		t->event = mem_grow(
		    t->event, &t->cap_event, t->n_event + 1, sizeof(*t->event));
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

struct turns_test
turns_look(const struct turns *t, uint32_t word)
{
	struct turns_test x = {0, (double)NAN};
	const struct turns_word *w;
	const double *p;
	double mean = 0;
	double least;
	double fewest;

	if (word >= t->n_word)
		return x;
	w = &t->word[word];
	p = t->chance + w->from;
	x.near = w->near;
	if (w->with < 2)
		return x;
	for (uint32_t i = 0; i < w->with; i++)
		mean += p[i];
	least = stat_sum_ge(p, w->with, w->with);
	fewest = stat_sum_le(p, w->with, 0);
	if (fmin(least, fewest) + M_LN2 > log(shown))
		return x;
	x.ln_p = w->hits < mean ? stat_sum_le(p, w->with, w->hits)
				: stat_sum_ge(p, w->with, w->hits);
	x.ln_p = fmin(0, x.ln_p + M_LN2);
	return x;
}

void
turns_free(struct turns *t)
{
	free(t->place);
	free(t->back);
	free(t->mask);
	free(t->seen);
	free(t->word_here);
	free(t->event);
	free(t->chance);
	free(t->word);
}
