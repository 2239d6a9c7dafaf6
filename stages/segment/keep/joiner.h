/* joiner - tokens kept back while an expression may run through them. */
#ifndef JOINER_H
#define JOINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/stream/vrt.h"
#include "phrase.h"

struct joiner_row {
	struct buf line;
	uint32_t tab[VRT_COLUMNS + 1];
};

struct joiner {
	struct phrase phrase;
	struct joiner_row row[PHRASE_WORDS];
	uint32_t word[PHRASE_WORDS];
	size_t n;   /* rows kept back */
	size_t col; /* the column that is matched */
	int kind;   /* the column, -1 if there is none */
	struct joiner_row joined;
};

/* fold: see phrase_open(); col and kind are set by the caller. */
void joiner_open(struct joiner *j, bool fold);
/* Keeps the token of the last event back; its value of the column is the
 * phrase_word() word. */
void joiner_push(struct joiner *j, const struct vrt *v, uint32_t word);
/* Must the first token wait for another? */
static inline bool
joiner_waits(const struct joiner *j)
{
	return j->n == 0 ||
	    (j->n < j->phrase.max && j->word[j->n - 1] != UINT32_MAX);
}
/* Takes the first token out, or the longest expression that begins there as
 * one token: its columns joined by _ (not behind an apostrophe or before a
 * hyphen), its kind w.  Gives how many tokens it was; *r lives until the next
 * call. */
size_t joiner_take(struct joiner *j, size_t n_col, const struct joiner_row **r);
void joiner_free(struct joiner *j);

#endif
