#include "window.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "vrt.h"

enum {
	SPARE = 4096
};

void
window_open(struct window *w, size_t keep)
{
	*w = (struct window){.keep = keep};
}

/* Forgets all but the last keep tokens. */
static void
forget(struct window *w)
{
	size_t n = w->n - w->keep;
	size_t at = w->keep > 0 ? w->tok[n].at : w->text.len;

	memmove(w->tok, w->tok + n, w->keep * sizeof(*w->tok));
	w->n = w->keep;
	w->text.len -= at;
	memmove(w->text.s, w->text.s + at, w->text.len);
	for (size_t i = 0; i < w->n; i++)
		w->tok[i].at -= at;
}

void
window_add(struct window *w, const char *raw, size_t len)
{
	struct window_tok *t;

	if (w->keep < SIZE_MAX - SPARE && w->n > w->keep + SPARE)
		forget(w);
	if (w->n == w->cap)
		w->tok = mem_grow(w->tok, &w->cap, w->n + 1, sizeof(*w->tok));
	t = &w->tok[w->n++];
	t->at = w->text.len;
	t->gap = w->gap;
	t->quoted = w->quoted;
	w->gap = false;
	if (memchr(raw, '&', len) != NULL)
		vrt_plain(&w->text, raw, len);
	else
		buf_mem(&w->text, raw, len);
	t->len = w->text.len - t->at;
	w->quoted = respace_quoted(w->quoted, w->text.s + t->at, t->len);
}

void
window_gap(struct window *w)
{
	w->gap = true;
}

void
window_paragraph(struct window *w)
{
	w->quoted = false;
}

void
window_clear(struct window *w)
{
	w->n = 0;
	w->text.len = 0;
	w->gap = false;
}

void
window_put_gap(struct respace *spaces, struct buf *to)
{
	static const char mark[] = "[\xE2\x80\xA6]";

	respace_put(spaces, to, mark, sizeof(mark) - 1);
}

void
window_put(const struct window *w, size_t i, bool gap, struct respace *spaces,
    struct buf *to)
{
	const struct window_tok *t = &w->tok[i];

	if (gap && t->gap)
		window_put_gap(spaces, to);
	spaces->quoted = t->quoted;
	respace_put(spaces, to, w->text.s + t->at, t->len);
}

void
window_free(struct window *w)
{
	free(w->tok);
	buf_free(&w->text);
}
