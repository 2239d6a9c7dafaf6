#include "ties.h"

#include <math.h>
#include <stdlib.h>

#include "circle.h"
#include "lib/base/mem.h"
#include "turns.h"

/* Where a word stands: numbers of tokens. */
struct places {
	const size_t *at;
	size_t n;
};

struct work {
	const struct ties *t;
	size_t *first; /* by word: its places in all */
	size_t *all;
	struct circle circle;
	uint32_t *place; /* of a word in the circle */
	size_t cap;
	double *chance[2]; /* of a pair, by speech; the one pivot, the other */
};

void
ties_add(struct ties *t, uint32_t word)
{
	if (t->n == t->cap)
		t->token =
		    mem_grow(t->token, &t->cap, t->n + 1, sizeof(*t->token));
	t->at += t->reach > 0;
	t->token[t->n++] = (struct ties_token){t->at, word};
}

void
ties_pass(struct ties *t, uint64_t n)
{
	t->at += t->reach > 0 ? n : 0;
}

void
ties_bound(struct ties *t)
{
	t->at += t->reach + 1;
}

/* Of a speech, or of text outside. */
static size_t
first_of(const struct ties *t, size_t k)
{
	return k > 0 ? t->speech[k - 1].end : 0;
}

void
ties_end(struct ties *t, bool is_speech)
{
	ties_bound(t);
	if (t->n == first_of(t, t->n_speech))
		return;
	t->speech = mem_grow(
	    t->speech, &t->cap_speech, t->n_speech + 1, sizeof(*t->speech));
	t->speech[t->n_speech++] = (struct ties_speech){t->n, is_speech};
}

void
ties_free(struct ties *t)
{
	free(t->token);
	free(t->speech);
}

/* ---- the test ---- */

/* The places of the words that rows have. */
static void
list_places(struct work *w, const struct cooc *c)
{
	const struct ties *t = w->t;
	uint32_t n_word = c->words->n;
	bool *wanted = mem_new(n_word, sizeof(*wanted));
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		wanted[c->order[c->row[i].a]] = true;
		wanted[c->order[c->row[i].b]] = true;
	}
	w->first = mem_new((size_t)n_word + 2, sizeof(*w->first));
	for (size_t i = 0; i < t->n; i++)
		w->first[t->token[i].word + 2] += wanted[t->token[i].word];
	for (uint32_t k = 0; k < n_word; k++)
		w->first[k + 2] += w->first[k + 1];
	n = w->first[n_word + 1];
	w->all = mem_new(n, sizeof(*w->all));
	for (size_t i = 0; i < t->n; i++)
		if (wanted[t->token[i].word])
			w->all[w->first[t->token[i].word + 1]++] = i;
	free(wanted);
}

/* Marks what is within reach of the k-th place of the pivot, which is not in
 * the circle itself. */
static void
mark_near(struct work *w, size_t from, size_t to, size_t pivot, size_t k)
{
	const struct ties_token *v = w->t->token;
	const uint64_t at = v[pivot].at;
	size_t gone = k; /* places of the pivot before */

	for (size_t i = pivot; i-- > from && at - v[i].at <= w->t->reach;)
		if (v[i].word == v[pivot].word)
			gone--;
		else
			circle_mark(&w->circle, i - from - gone);
	gone = k + 1;
	for (size_t i = pivot + 1; i < to && v[i].at - at <= w->t->reach; i++)
		if (v[i].word == v[pivot].word)
			gone++;
		else
			circle_mark(&w->circle, i - from - gone);
}

/* The chance of a speech that one of the places is near the pivot. */
static double
look(struct work *w, size_t from, size_t to, struct places pivot,
    struct places other, bool *near)
{
	size_t k = 0;

	circle_begin(&w->circle, to - from - pivot.n);
	for (size_t i = 0; i < pivot.n; i++)
		mark_near(w, from, to, pivot.at[i], i);
	*near = false;
	for (size_t i = 0; i < other.n; i++) {
		while (k < pivot.n && pivot.at[k] < other.at[i])
			k++;
		w->place =
		    mem_grow(w->place, &w->cap, other.n, sizeof(*w->place));
		w->place[i] = (uint32_t)(other.at[i] - from - k);
		*near = *near || circle_is_marked(&w->circle, w->place[i]);
	}
	return circle_chance(&w->circle, w->place, other.n);
}

/* Takes those before `to` off the front. */
static struct places
take(struct places *p, size_t to)
{
	struct places x = {p->at, 0};

	while (x.n < p->n && p->at[x.n] < to)
		x.n++;
	p->at += x.n;
	p->n -= x.n;
	return x;
}

static struct places
places_of(const struct work *w, uint32_t word)
{
	return (struct places){
	    w->all + w->first[word], w->first[word + 1] - w->first[word]};
}

static void
test(struct work *w, struct cooc_row *r, uint32_t one, uint32_t other)
{
	const struct ties *t = w->t;
	struct places a = places_of(w, one);
	struct places b = places_of(w, other);
	size_t n = 0;
	size_t hits = 0;

	r->near = 0;
	for (size_t k = 0; k < t->n_speech && a.n > 0 && b.n > 0; k++) {
		size_t from = first_of(t, k);
		size_t to = t->speech[k].end;
		struct places x = take(&a, to);
		struct places y = take(&b, to);
		bool near;

		if (x.n == 0 || y.n == 0 || !t->speech[k].is)
			continue;
		w->chance[0][n] = look(w, from, to, x, y, &near);
		w->chance[1][n] = look(w, from, to, y, x, &near);
		r->near += near;
		if (isnan(w->chance[0][n] + w->chance[1][n]))
			continue;
		hits += near;
		n++;
	}
	r->ln_p_speech = turns_ln_p(w->chance[0], n, hits);
	if (!isnan(r->ln_p_speech)) {
		double x = turns_ln_p(w->chance[1], n, hits);

		r->ln_p_speech = isnan(x) ? x : fmax(x, r->ln_p_speech);
	}
}

void
ties_test(const struct ties *t, struct cooc *c)
{
	struct work w = {.t = t};

	list_places(&w, c);
	for (int k = 0; k < 2; k++)
		w.chance[k] = mem_new(t->n_speech, sizeof(*w.chance[k]));
	for (size_t i = 0; i < c->n; i++)
		test(&w, &c->row[i], c->order[c->row[i].a],
		    c->order[c->row[i].b]);
	free(w.first);
	free(w.all);
	free(w.place);
	free(w.chance[0]);
	free(w.chance[1]);
	circle_free(&w.circle);
}
