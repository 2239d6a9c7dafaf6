#include "context.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/form.h"

void
context_open(struct context *c, size_t size, enum context_order order)
{
	*c = (struct context){.size = size, .order = order};
}

/* Moves the queue to the front; the places done go behind it, so that their
 * buffers serve again. */
static void
make_room(struct context *c)
{
	struct context_place *done = mem_new(c->from, sizeof(*done));

	memcpy(done, c->place, c->from * sizeof(*done));
	memmove(c->place, c->place + c->from, c->n * sizeof(*done));
	memcpy(c->place + c->n, done, c->from * sizeof(*done));
	free(done);
	c->from = 0;
}

static void
empty(struct buf *b)
{
	b->len = 0;
	buf_mem(b, "", 0);
}

/* A place at the end of the queue. */
static struct context_place *
new_place(struct context *c)
{
	struct context_place *p;
	size_t old = c->cap;

	if (c->n == 0)
		c->from = 0;
	if (c->from > 0 && c->from + c->n == c->cap)
		make_room(c);
	c->place =
	    mem_grow(c->place, &c->cap, c->from + c->n + 1, sizeof(*c->place));
	if (c->cap > old)
		memset(c->place + old, 0, (c->cap - old) * sizeof(*c->place));
	p = &c->place[c->from + c->n++];
	empty(&p->left);
	empty(&p->node);
	empty(&p->right);
	empty(&p->key);
	p->missing = c->size;
	return p;
}

static void
add_key(struct buf *key, const struct window *w, size_t i)
{
	form_put(key, w->text.s + w->tok[i].at, w->tok[i].len);
	buf_mem(key, "\001", 1);
}

struct context_place *
context_begin(struct context *c, const struct window *w, size_t span)
{
	struct context_place *p = new_place(c);
	size_t node = w->n - span;
	size_t first = node > c->size ? node - c->size : 0;

	p->spaces = (struct respace){0};
	for (size_t i = first; i < node; i++)
		window_put(w, i, i > first, &p->spaces, &p->left);
	if (node > first && w->tok[node].gap)
		window_put_gap(&p->spaces, &p->left);
	for (size_t i = node; i < w->n; i++)
		window_put(w, i, false, &p->spaces, &p->node);
	if (c->order == CONTEXT_LEFT)
		for (size_t i = node; i > first; i--)
			add_key(&p->key, w, i - 1);
	if (c->order == CONTEXT_NODE)
		for (size_t i = node; i < w->n; i++)
			add_key(&p->key, w, i);
	return p;
}

void
context_extend(struct context *c, const struct window *w)
{
	size_t last = w->n - 1;

	for (size_t i = c->from; i < c->from + c->n; i++) {
		struct context_place *p = &c->place[i];

		if (p->missing == 0)
			continue;
		p->missing--;
		window_put(w, last, true, &p->spaces, &p->right);
		if (c->order == CONTEXT_RIGHT || c->order == CONTEXT_NODE)
			add_key(&p->key, w, last);
	}
}

void
context_free(struct context *c)
{
	for (size_t i = 0; i < c->cap; i++) {
		buf_free(&c->place[i].left);
		buf_free(&c->place[i].node);
		buf_free(&c->place[i].right);
		buf_free(&c->place[i].key);
	}
	free(c->place);
}
