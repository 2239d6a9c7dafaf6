/* columns - the columns that a filter of token streams writes: those that come
 * in, and one or two of its own behind them or at their places. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"

enum {
	COLUMNS_NEW = VRT_COLUMNS, /* in out[]: the first of its own */
	COLUMNS_OWN = 2,
	COLUMNS_SLACK = 32,
	COLUMNS_ONE = 16
};

struct columns {
	const char *own[COLUMNS_OWN];
	size_t n_own;
	const char *name[VRT_COLUMNS];
	size_t out[VRT_COLUMNS]; /* columns of the stream, or COLUMNS_NEW + k */
	size_t n_out;
	bool append; /* the line as it comes, and its own */
};

/* What stands in a column of its own, as the stream writes it; COLUMNS_SLACK
 * bytes can be read from s on. */
struct columns_text {
	const char *s;
	size_t len;
};

/* One more column of its own, before columns_choose(). */
void columns_own(struct columns *c, const char *name);
/* Chooses the columns, all or those of -o (list, changed in place), and
 * writes the header. */
void columns_choose(struct columns *c, struct vrt *v, struct out *o, char *list,
    const struct opt_page *page);

/* Tokens are short: COLUMNS_SLACK bytes at once, which the slack of the reader
 * allows too. */
static inline void
columns_short(struct out *o, const char *s, size_t len)
{
	(void)out_copy(out_room(o, len + COLUMNS_SLACK), s, len, COLUMNS_SLACK);
	o->b.len += len;
}

/* A token's line: bytes that can be read behind it, COLUMNS_SLACK, and the ends
 * of its columns. */
struct columns_line {
	const char *s;
	size_t len;
	const uint32_t *tab;
};

/* Writes a token with columns of its own. */
static inline void
columns_put_at(const struct columns *c, const struct columns_line *line,
    struct out *o, const struct columns_text *own)
{
	if (c->append) {
		columns_short(o, line->s, line->len);
		for (size_t i = 0; i < COLUMNS_OWN && i < c->n_own; i++) {
			out_ch(o, '\t');
			columns_short(o, own[i].s, own[i].len);
		}
		out_ch(o, '\n');
		return;
	}
	for (size_t i = 0; i < c->n_out; i++) {
		size_t k = c->out[i];
		size_t from =
		    k == 0 || k >= COLUMNS_NEW ? 0 : line->tab[k - 1] + 1;

		if (i > 0)
			out_ch(o, '\t');
		if (k >= COLUMNS_NEW)
			columns_short(o, own[k - COLUMNS_NEW].s,
			    own[k - COLUMNS_NEW].len);
		else
			columns_short(o, line->s + from, line->tab[k] - from);
	}
	out_ch(o, '\n');
}

/* Writes the token of the last event. */
static inline void
columns_put(const struct columns *c, const struct vrt *v, struct out *o,
    const struct columns_text *own)
{
	const struct columns_line line = {v->line, v->len, v->tab};

	columns_put_at(c, &line, o, own);
}

/* Room for the lines of a batch and for columns of its own that are no longer
 * than COLUMNS_ONE or another column of their line. */
static inline char *
columns_room(struct out *o, const struct vrt_batch *b)
{
	size_t len = b->place[b->line[b->n - 1].end + b->n_col - 1] + 1;

	return out_room(o, 2 * len + b->n * (COLUMNS_ONE + 2) + COLUMNS_SLACK);
}

/* Writes a token of a batch at p, where there is room, with one column of its
 * own; behind it. */
static inline __attribute__((always_inline)) char *
columns_put_line(const struct columns *c, const struct vrt_batch *b,
    const struct vrt_line *line, char *p, const struct columns_text *own)
{
	size_t len;
	const char *s;

	if (c->append) {
		s = vrt_batch_line(b, line, &len);
		p = out_copy(p, s, len, COLUMNS_SLACK);
		*p++ = '\t';
		p = out_copy(p, own->s, own->len, COLUMNS_ONE);
		*p++ = '\n';
		return p;
	}
	for (size_t i = 0; i < c->n_out; i++) {
		s = own->s;
		len = own->len;
		if (c->out[i] < COLUMNS_NEW)
			s = vrt_batch_col(b, line, c->out[i], &len);
		p = out_copy(p, s, len, COLUMNS_ONE);
		*p++ = '\t';
	}
	p[-1] = '\n';
	return p;
}

#endif
