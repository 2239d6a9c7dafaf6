#include "twin.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

void
twins_open(struct twins *t, double least)
{
	*t = (struct twins){.least = least};
	intern_open(&t->whole);
	intern_open(&t->runs);
	t->often = mem_new(TWIN_COUNTERS, sizeof(*t->often));
}

/* The number of a hash in a table. */
static uint32_t
number(struct intern *t, uint64_t h)
{
	char s[2 * sizeof(h)] = {0};

	memcpy(s, &h, sizeof(h));
	return intern_add(t, s, sizeof(h));
}

size_t
twins_add(struct twins *t, size_t name, uint64_t hash, struct shingle *runs)
{
	uint32_t n = t->whole.n;
	uint32_t id = number(&t->whole, hash);
	struct sketch s;

	if (id < n)
		return t->first[id];
	t->first =
	    mem_grow(t->first, &t->cap_first, (size_t)id + 1, sizeof(size_t));
	t->first[id] = name;
	shingle_sketch(runs, &s);
	for (size_t i = 0; i < s.n; i++)
		t->often[s.h[i] % TWIN_COUNTERS]++;
	t->text = mem_grow(t->text, &t->cap, t->n + 1, sizeof(*t->text));
	t->text[t->n++] = (struct twin_text){.name = name, .sketch = s};
	return TWIN_NONE;
}

struct rare {
	uint64_t often;
	uint64_t h;
};

static int
by_rarity(const void *a, const void *b)
{
	const struct rare *x = a;
	const struct rare *y = b;

	if (x->often != y->often)
		return x->often < y->often ? -1 : 1;
	return (x->h > y->h) - (x->h < y->h);
}

/* The rarest hashes of a sketch, and how many. */
static size_t
find_rare(const struct twins *t, const struct sketch *s,
    struct rare r[SHINGLE_SKETCH])
{
	for (size_t i = 0; i < s->n; i++)
		r[i] =
		    (struct rare){t->often[s->h[i] % TWIN_COUNTERS], s->h[i]};
	if (s->n > 0)
		qsort(r, s->n, sizeof(*r), by_rarity);
	return sketch_differ(s, t->least);
}

struct nearest {
	size_t text;
	double jaccard;
	size_t left; /* texts still to look at */
};

/* The nearest of the texts before number k that share the run. */
static void
look(struct twins *t, size_t k, uint32_t run, struct nearest *res)
{
	for (size_t p = t->head[run]; p > 0 && res->left > 0;
	     p = t->post[p - 1].next) {
		size_t text = t->post[p - 1].text;
		struct twin_text *x = &t->text[text];
		double jaccard;

		if (x->asked == k + 1)
			continue;
		x->asked = k + 1;
		jaccard =
		    sketch_jaccard(&t->text[k].sketch, &x->sketch, t->least);
		if (res->text != TWIN_NONE)
			res->left--;
		if (jaccard < 0 || jaccard < res->jaccard ||
		    (jaccard <= res->jaccard && text > res->text))
			continue;
		res->jaccard = jaccard;
		res->text = text;
	}
}

static void
post(struct twins *t, size_t k, uint32_t run)
{
	t->post =
	    mem_grow(t->post, &t->cap_post, t->n_post + 1, sizeof(*t->post));
	t->post[t->n_post++] = (struct twin_post){k, t->head[run]};
	t->head[run] = t->n_post;
}

/* The number of a run, with a place for its list. */
static uint32_t
run_of(struct twins *t, uint64_t h)
{
	uint32_t n = t->runs.n;
	uint32_t id = number(&t->runs, h);

	t->head =
	    mem_grow(t->head, &t->cap_head, (size_t)id + 1, sizeof(*t->head));
	if (id == n)
		t->head[id] = 0;
	return id;
}

void
twins_near(struct twins *t, twins_each *each, void *arg)
{
	struct rare r[SHINGLE_SKETCH] = {{0, 0}};

	for (size_t k = 0; k < t->n; k++) {
		size_t n = find_rare(t, &t->text[k].sketch, r);
		struct nearest res = {TWIN_NONE, 0, TWIN_MORE};

		for (size_t i = 0; i < n; i++)
			look(t, k, run_of(t, r[i].h), &res);
		for (size_t i = 0; i < n; i++)
			post(t, k, run_of(t, r[i].h));
		if (res.text != TWIN_NONE)
			each(t->text[k].name, t->text[res.text].name,
			    res.jaccard, arg);
	}
}

void
twins_free(struct twins *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->text[i].sketch.h);
	free(t->text);
	free(t->first);
	free(t->often);
	free(t->head);
	free(t->post);
	intern_free(&t->whole);
	intern_free(&t->runs);
}
