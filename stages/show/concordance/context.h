/* context - places found in a stream of tokens and the text around them
 * (concordance.1).
 *
 * The left context is taken from a window; the right one grows with it. */
#ifndef CONTEXT_H
#define CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/respace.h"
#include "lib/stream/window.h"

/* What the keys of the places are made of. */
enum context_order {
	CONTEXT_TEXT, /* nothing: the order of the text */
	CONTEXT_LEFT, /* the forms to the left, the nearest first */
	CONTEXT_NODE, /* those of the node, then to the right */
	CONTEXT_RIGHT,
};

struct context_place {
	size_t speech; /* the caller's */
	uint64_t line;
	uint64_t sentence;
	struct buf left;
	struct buf node;
	struct buf right;
	struct buf key; /* forms, each with a 0x01 behind it */
	size_t missing; /* tokens that the right context still wants */
	struct respace spaces;
};

/* A queue in the order of the text. */
struct context {
	size_t size; /* tokens on each side; SIZE_MAX: all in the window */
	enum context_order order;
	struct context_place *place; /* place[from .. from + n - 1] */
	size_t from;
	size_t n;
	size_t cap;
};

void context_open(struct context *c, size_t size, enum context_order order);
/* The last span tokens of the window are a node: a new place. */
struct context_place *context_begin(
    struct context *c, const struct window *w, size_t span);
/* The last token of the window goes to the right contexts. */
void context_extend(struct context *c, const struct window *w);

/* Is there a first place, and whole? */
static inline bool
context_ready(const struct context *c)
{
	return c->n > 0 && c->place[c->from].missing == 0;
}

static inline const struct context_place *
context_first(const struct context *c)
{
	return &c->place[c->from];
}

/* Takes the first place out of the queue. */
static inline void
context_drop(struct context *c)
{
	c->from++;
	c->n--;
}

void context_free(struct context *c);

#endif
