/* repeat - against a count by its definition: every segment with every other
 * one, over random texts. */
#include <stdlib.h>

#include "count/segments/repeat.h"
#include "lib/base/mem.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	MOST = 48,
	SEGMENTS = MOST * MOST,
	ROUNDS = 1500
};

struct segment {
	uint32_t at; /* first occurrence */
	uint32_t len;
	uint32_t freq;
	uint32_t parts;
	uint32_t parent; /* number, or SEGMENTS where it is free */
};

struct world {
	uint32_t s[MOST];
	uint32_t part[MOST];
	uint32_t n;
	uint32_t k;
	uint32_t n_part;
	struct segment seg[SEGMENTS];
	uint32_t n_seg;
};

static bool
is_at(const struct world *w, uint32_t at, const struct segment *g)
{
	if (at + g->len > w->n)
		return false;
	for (uint32_t i = 0; i < g->len; i++)
		if (w->s[at + i] != w->s[g->at + i])
			return false;
	return true;
}

static int
compare(const struct world *w, const struct segment *a, const struct segment *b)
{
	for (uint32_t i = 0; i < a->len && i < b->len; i++)
		if (w->s[a->at + i] != w->s[b->at + i])
			return w->s[a->at + i] < w->s[b->at + i] ? -1 : 1;
	return 0;
}

/* All segments of 2 words and more that occur twice and more. */
static void
list_segments(struct world *w)
{
	w->n_seg = 0;
	for (uint32_t at = 0; at < w->n; at++)
		for (uint32_t len = 1;
		     at + len <= w->n && w->s[at + len - 1] >= REPEAT_STOP;
		     len++) {
			struct segment g = {at, len, 0, 0, SEGMENTS};
			bool seen[MOST] = {false};
			bool first = true;

			for (uint32_t i = 0; i < w->n; i++)
				if (is_at(w, i, &g)) {
					first = first && i >= at;
					g.freq++;
					g.parts += !seen[w->part[i]];
					seen[w->part[i]] = true;
				}
			if (first && len >= 2 && g.freq >= 2)
				w->seg[w->n_seg++] = g;
		}
}

/* Does every occurrence of a lie within one of b? */
static bool
lies_in(const struct world *w, const struct segment *a, const struct segment *b)
{
	for (uint32_t p = 0; p < w->n; p++) {
		bool in = false;

		if (!is_at(w, p, a))
			continue;
		for (uint32_t d = 0; d + a->len <= b->len && d <= p; d++)
			in = in || is_at(w, p - d, b);
		if (!in)
			return false;
	}
	return true;
}

/* The longest, most frequent, first by its words. */
static bool
is_before(
    const struct world *w, const struct segment *a, const struct segment *b)
{
	if (a->len != b->len)
		return a->len > b->len;
	if (a->freq != b->freq)
		return a->freq > b->freq;
	return compare(w, a, b) < 0;
}

static void
find_parents(struct world *w)
{
	for (uint32_t i = 0; i < w->n_seg; i++) {
		struct segment *a = &w->seg[i];

		for (uint32_t j = 0; j < w->n_seg; j++) {
			const struct segment *b = &w->seg[j];

			if (b->len > a->len && lies_in(w, a, b) &&
			    (a->parent == SEGMENTS ||
				is_before(w, b, &w->seg[a->parent])))
				a->parent = j;
		}
	}
}

static bool
is_same(
    const struct world *w, const struct repeat_node *v, const struct segment *g)
{
	uint32_t at = 0;
	uint32_t parent = repeat_parent(v, g->len, &at);
	struct segment p = {at, parent, 0, 0, 0};

	if (v->size != g->freq || v->parts != g->parts)
		return false;
	if (g->parent == SEGMENTS)
		return parent == 0;
	return parent == w->seg[g->parent].len &&
	    compare(w, &p, &w->seg[g->parent]) == 0;
}

/* The same text in a file. */
static void
put_far(const struct world *w, struct far_text *t)
{
	*t = (struct far_text){.n = w->n, .k = w->k, .n_span = w->n};
	spool_open(&t->s, 1);
	spool_put(&t->s, w->s, w->n * sizeof(*w->s));
	t->span = mem_new(w->n, sizeof(*t->span));
	for (uint32_t i = 0; i < w->n; i++)
		t->span[i] = (struct far_span){i, w->part[i]};
}

/* Every segment of every node is one of the list, and they are as many. */
static bool
is_right(const struct world *w, uint32_t min, bool is_far)
{
	struct far_text far;
	struct repeat_text text = {.s = w->s,
	    .n = w->n,
	    .k = w->k,
	    .part = w->part,
	    .n_part = w->n_part};
	struct repeat r;
	uint32_t want = 0;
	uint32_t got = 0;
	bool right = true;

	put_far(w, &far);
	text.far = is_far ? &far : NULL;
	repeat_open(&r, &text, min);
	for (uint32_t i = 0; i < w->n_seg; i++)
		want += w->seg[i].freq >= min;
	for (uint32_t i = 0; i < r.n; i++) {
		struct repeat_node v = repeat_node(&r, i, true);

		for (uint32_t len = v.len; len > v.shorter && len > 1; len--) {
			uint32_t j = 0;
			struct segment g = {v.at, len, 0, 0, 0};

			while (j < w->n_seg &&
			    (w->seg[j].len != len ||
				compare(w, &g, &w->seg[j]) != 0))
				j++;
			got++;
			right =
			    right && j < w->n_seg && is_same(w, &v, &w->seg[j]);
		}
	}
	right = right && got == want && r.n_unknown == 0;
	repeat_free(&r);
	spool_close(&far.s);
	free(far.span);
	return right;
}

static void
make(struct world *w, struct stat_rng *rng, size_t round)
{
	uint32_t words = 1 + stat_rng_below(rng, 4);
	uint32_t cycle = 2 + stat_rng_below(rng, 12);
	uint32_t part = 0;

	w->n = 2 + stat_rng_below(rng, round % 8 == 0 ? MOST - 2 : 24);
	w->k = REPEAT_STOP + words;
	for (uint32_t i = 0; i + 1 < w->n; i++) {
		if (stat_rng_below(rng, round % 5 == 0 ? 40 : 9) == 0) {
			w->s[i] = 1;
			part += stat_rng_below(rng, 2);
		} else if (round % 3 == 0 && i >= cycle)
			w->s[i] = w->s[i - cycle];
		else
			w->s[i] = REPEAT_STOP + stat_rng_below(rng, words);
		w->part[i] = part % 3;
	}
	w->s[w->n - 1] = 0;
	w->part[w->n - 1] = 0;
	w->n_part = 3;
}

int
main(void)
{
	static struct world w;
	struct stat_rng rng;
	size_t bad = 0;
	size_t bad_far = 0;
	size_t n_covered = 0;

	stat_rng_open(&rng, 1, "repeat", 6);
	for (size_t i = 0; i < ROUNDS; i++) {
		make(&w, &rng, i);
		list_segments(&w);
		find_parents(&w);
		for (uint32_t k = 0; k < w.n_seg; k++)
			n_covered += w.seg[k].parent < SEGMENTS &&
			    w.seg[w.seg[k].parent].freq < w.seg[k].freq;
		bad += !is_right(&w, 2, false) || !is_right(&w, 3, false);
		if (i % 4 == 0)
			bad_far +=
			    !is_right(&w, 2, true) || !is_right(&w, 3, true);
	}
	is_u64(bad, 0, "segments, freq, parts and parents of random texts");
	is_u64(bad_far, 0, "the same of texts in files");
	ok(n_covered > 1000, "many with a parent at several places of it");
	return done();
}
