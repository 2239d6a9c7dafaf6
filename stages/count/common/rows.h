/* rows - rows of a count table whose key is words, written by copying. */
#ifndef ROWS_H
#define ROWS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"

enum {
	ROWS_WIDE = 16
}; /* bytes copied at once */

struct rows {
	struct out *o;
	char *pool; /* the words by rank, escaped, a space behind each */
	size_t *at; /* word r is pool[at[r] .. at[r + 1]) */
	size_t longest;
	struct buf head; /* cells before the words, each with its tab */
	size_t room;     /* no row of this head is longer */
};

/* Appends a cell's text with the escapes of tables (\\t \\n \\\\). */
void rows_cell(struct buf *b, const char *s, size_t len);
/* Appends a word as it stands among others in a cell: entities undone, a space
 * or control character as a no-break space. */
void rows_plain(struct buf *b, const char *s, size_t len);
/* order[rank] is a word's number in words. */
void rows_open(struct rows *r, struct out *o, const struct intern *words,
    const uint32_t *order);
void rows_free(struct rows *r);
/* The rows to come have up to n words and begin with what is added to
 * r->head between these two. */
void rows_head(struct rows *r);
void rows_head_done(struct rows *r, size_t n);
void rows_margin(struct rows *r, uint64_t freq); /* no words */

/* Digits at to, at most 20; returns their end. */
static inline char *
rows_digits(char *to, uint64_t v)
{
	char d[20];
	size_t i = sizeof(d);

	if (v < 10) {
		*to = (char)('0' + v);
		return to + 1;
	}
	do {
		d[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v > 0);
	memcpy(to, d + i, sizeof(d) - i);
	return to + (sizeof(d) - i);
}

/* Copies len bytes; up to ROWS_WIDE more are read and written. */
static inline char *
rows_copy(char *to, const char *s, size_t len)
{
	return out_copy(to, s, len, ROWS_WIDE);
}

static inline void
rows_put(struct rows *r, const uint32_t *rank, size_t n, uint64_t freq)
{
	char *begin = out_room(r->o, r->room);
	char *to = rows_copy(begin, r->head.s, r->head.len);

	for (size_t k = 0; k < n; k++) {
		size_t from = r->at[rank[k]];

		to = rows_copy(to, r->pool + from, r->at[rank[k] + 1] - from);
	}
	to[-1] = '\t'; /* where the last word's space was */
	to = rows_digits(to, freq);
	*to++ = '\n';
	r->o->b.len += (size_t)(to - begin);
}

#endif
