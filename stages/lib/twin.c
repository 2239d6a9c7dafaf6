#include "twin.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

void
twins_open(struct twins *t, double least)
{
	*t = (struct twins){.least = least};
	intern_open(&t->whole);
	intern_open(&t->runs);
}

/* The number of a hash in a table. */
static uint32_t
number(struct intern *t, uint64_t h)
{
	char s[2 * sizeof(h)] = {0};

	memcpy(s, &h, sizeof(h));
	return intern_add(t, s, sizeof(h));
}

/* The nearest of the texts that share a hash of the prefix; of several the
 * earliest. */
static void
find_near(struct twins *t, const struct sketch *s, struct twin *res)
{
	size_t prefix = sketch_prefix(t->least);

	for (size_t i = 0; i < s->n && i < prefix; i++) {
		uint32_t id = number(&t->runs, s->h[i]);

		if (id >= t->cap_head) {
			size_t old = t->cap_head;

			t->head = mem_grow(t->head, &t->cap_head,
			    (size_t)id + 1, sizeof(*t->head));
			memset(t->head + old, 0,
			    (t->cap_head - old) * sizeof(*t->head));
		}
		for (size_t p = t->head[id]; p > 0; p = t->post[p - 1].next) {
			struct twin_text *x = &t->text[t->post[p - 1].text];
			double jaccard;

			if (x->asked == t->n + 1)
				continue;
			x->asked = t->n + 1;
			jaccard = sketch_jaccard(s, &x->sketch, t->least);
			if (jaccard < 0 || jaccard < res->jaccard ||
			    (jaccard <= res->jaccard && x->name > res->near))
				continue;
			res->jaccard = jaccard;
			res->near = x->name;
		}
	}
}

static void
keep(struct twins *t, size_t name, const struct sketch *s)
{
	size_t prefix = sketch_prefix(t->least);

	for (size_t i = 0; i < s->n && i < prefix; i++) {
		uint32_t id = number(&t->runs, s->h[i]);

		t->post = mem_grow(
		    t->post, &t->cap_post, t->n_post + 1, sizeof(*t->post));
		t->post[t->n_post++] = (struct twin_post){t->n, t->head[id]};
		t->head[id] = t->n_post;
	}
	t->text = mem_grow(t->text, &t->cap, t->n + 1, sizeof(*t->text));
	t->text[t->n++] = (struct twin_text){.name = name, .sketch = *s};
}

struct twin
twins_add(struct twins *t, size_t name, uint64_t hash, struct shingle *runs)
{
	struct twin res = {TWIN_NONE, TWIN_NONE, 0};
	struct sketch s;
	uint32_t n = t->whole.n;
	uint32_t id = number(&t->whole, hash);

	if (id < n) {
		res.same = t->first[id];
		return res;
	}
	t->first =
	    mem_grow(t->first, &t->cap_first, (size_t)id + 1, sizeof(size_t));
	t->first[id] = name;
	shingle_sketch(runs, &s);
	find_near(t, &s, &res);
	keep(t, name, &s);
	return res;
}

void
twins_free(struct twins *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->text[i].sketch.h);
	free(t->text);
	free(t->first);
	free(t->head);
	free(t->post);
	intern_free(&t->whole);
	intern_free(&t->runs);
}
