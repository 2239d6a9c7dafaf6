/* words - the distinct words of a stream, with all that depends on the word
 * alone: its atoms, the sums of its features, the tags it may have, its lemma
 * with each. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "feature.h"
#include "lib/base/mem.h"
#include "model.h"
#include "segment/common/reading.h"
#include "segment/common/speller.h"

struct word {
	struct atoms atoms;
	int16_t sum[WINDOW]
		   [TAGS]; /* for the tag of the word at -2 ... 2 of it */
	uint32_t may;
	bool letters; /* it has one */
};

/* A word with straight apostrophes, and its counting form. */
struct spelt {
	const char *word;
	size_t n_word;
	const char *form;
	size_t n_form;
};

/* Where words are looked up. */
struct words {
	const struct model *model;
	struct speller *speller; /* NULL: without a dictionary */
	size_t lone[WINDOW][32]; /* templates of one word, by its place */
	size_t n_lone[WINDOW];
	size_t joint[64]; /* the others */
	size_t n_joint;
	struct word edge[2]; /* before the first, behind the last */
	struct readings readings;
	struct buf tmp;
	struct buf form;
};

void words_open(struct words *ws, const struct model *m, struct speller *sp);
void words_close(struct words *ws);
/* word with straight apostrophes, and its counting form. */
struct word words_make(struct words *ws, const char *word, size_t n_word,
    const char *form, size_t n_form);
/* Does a sentence begin at a place: behind its i words, of which the last one,
 * if any, is before?  A sign at its head is no word. */
bool words_first(size_t i, const struct word *before);
/* What a dictionary has a form for, as a number; 0 is that it is not there. */
unsigned words_class(struct words *ws, const char *s, size_t len);
/* The lemma of a word with a tag, in to. */
void words_lemma(
    struct words *ws, struct buf *to, int tag, const struct spelt *w);

#endif
