/* window - the tokens read last, as text (concordance.1). */
#ifndef WINDOW_H
#define WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/respace.h"

struct window_tok {
	size_t at; /* in text, entities undone */
	size_t len;
	bool gap;    /* tokens before it were taken out */
	bool quoted; /* it stands inside a pair of " */
};

struct window {
	size_t keep; /* this many are there at least; SIZE_MAX: all */
	struct window_tok *tok;
	size_t n;
	size_t cap;
	struct buf text;
	bool gap;
	bool quoted;
};

void window_open(struct window *w, size_t keep);
/* Adds a token as the stream writes it; older ones may be forgotten. */
void window_add(struct window *w, const char *raw, size_t len);
void window_gap(struct window *w);
void window_paragraph(struct window *w); /* quotation marks begin anew */
void window_clear(struct window *w);
/* Appends token i, with gap after a mark where tokens were taken out. */
void window_put(const struct window *w, size_t i, bool gap,
    struct respace *spaces, struct buf *to);
void window_put_gap(struct respace *spaces, struct buf *to);
void window_free(struct window *w);

#endif
