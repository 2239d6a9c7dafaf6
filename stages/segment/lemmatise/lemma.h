/* lemma - the lemma of one word: the table of function words, then a lexicon
 * or hunspell, by the rules of lemmatise.1. */
#ifndef LEMMA_H
#define LEMMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon.h"
#include "lib/base/mem.h"
#include "segment/common/context.h"
#include "segment/common/reading.h"
#include "segment/common/speller.h"

/* A word as it is written (NULL if nobody knows), its form, and the part of
 * speech that a tagger gave it (NULL: none).  NUL behind each. */
struct lemma_word {
	const char *word;
	const char *form;
	const char *pos;
};

struct lemma {
	const char *s; /* lives until the next lemmas_find() */
	const char *pos;
	enum step step;
	bool known;
	bool ambiguous;
};

struct lemmas {
	struct lexicon table; /* function words; empty without */
	struct lexicon lexicon;
	struct speller speller;
	bool has_table;
	bool from_file; /* lexicon is open, else speller */
	struct readings small;
	struct readings capital;
	const struct readings *found; /* one of them, or NULL */
	struct lemma fixed;           /* without: whatever stands before it */
	struct buf name;              /* the word, apostrophes straight */
	struct buf part;
	struct buf res;
};

/* dictionary: a file of hunspell (.aff, .dic), a lexicon with its layout
 * (lexicon.h), or NULL for hunspell's French one. */
void lemmas_open(struct lemmas *l, const char *table, const char *dictionary,
    const char *layout);
void lemmas_close(struct lemmas *l);
/* Looks a word up; lemmas_choose() then tells which of its lemmas stands in a
 * context. */
void lemmas_find(struct lemmas *l, const struct lemma_word *w);
struct lemma lemmas_choose(
    const struct lemmas *l, const struct lemma_word *w, enum context c);

#endif
