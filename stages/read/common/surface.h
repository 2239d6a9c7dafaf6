/* surface - words that another tool cut: clean text, kind and counting form,
 * worked out once per distinct word. */
#ifndef SURFACE_H
#define SURFACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clean.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/scan.h"
#include "lib/table/intern.h"

/* Texts are as a token stream writes them: NFC, & < > as entities. */
struct surface_word {
	const char *s; /* the text, repaired as clean.h does */
	const char *form;
	uint32_t len;
	uint32_t form_len; /* blanks in a form are _ */
	char kind;         /* by the scanner: of the words that it sees in it
			      the first in the order w u n s p */
	bool digits;       /* has figures */
	bool repaired;
};

struct surface {
	bool entities; /* the input writes & < > as entities */
	struct intern raw;
	struct surface_word *w; /* by number in raw */
	size_t cap;
	struct rules rules;
	struct scan scan;
	struct clean clean;
	struct intern texts; /* keeps what w points to */
	struct buf plain;
	struct buf form;
};

void surface_open(struct surface *t, bool entities);
void surface_free(struct surface *t);
void surface_new(struct surface *t, uint32_t id);

/* What is known of the value s, which is in a line of in.h, or followed by 16
 * readable bytes; lives until the next call. */
static inline const struct surface_word *
surface_get(struct surface *t, const char *s, size_t len)
{
	uint32_t n = t->raw.n;
	uint32_t id = intern_add(&t->raw, s, len);

	if (id == n)
		surface_new(t, id);
	return &t->w[id];
}

/* The kind of a word whose UD class is known: PUNCT is p, SYM is s, NUM with
 * figures n; else, and for addresses, the scanner's. */
char surface_kind(const struct surface_word *w, const char *upos, size_t len);

#endif
