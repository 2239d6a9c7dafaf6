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
	/* for the tag of the word that has it at -2 ... 2, and at 0 where a
	 * sentence begins */
	int16_t sum[WINDOW + 1][TAG_SUMS];
	uint32_t kind; /* from 1 on: its class, shape and capital */
	uint32_t may;
	bool letters; /* it has one */
	bool opens;   /* a sign behind which a sentence may begin */
};

/* What the dictionary has a form for. */
struct found {
	const struct reading *r;
	size_t n;
};

/* Where words are looked up. */
struct words {
	const struct model *model;
	struct speller *speller; /* NULL: without a dictionary */
	/* Does a sentence begin behind a colon too?  So it does where it is
	 * said who speaks, which treebanks have too seldom to learn it from. */
	bool signs;
	size_t lone[WINDOW][32]; /* templates of one word, by its place */
	size_t n_lone[WINDOW];
	struct intern kinds;
	struct word edge[2];      /* before the first, behind the last */
	struct intern asked;      /* forms that the dictionary was asked for */
	struct readings readings; /* theirs, all */
	struct {
		uint32_t from; /* in readings */
		uint32_t n;
	} * answer; /* by number of the form */
	size_t cap_answer;
	struct buf tmp;
};

/* A place in a sentence, with the words around it. */
struct around {
	const struct word *word[WINDOW];
	struct window window;
};

/* A sum of weights as it is kept: two bytes, cut where they do not do. */
static inline int16_t
words_sum(int32_t sum)
{
	return (int16_t)(sum > INT16_MAX ? INT16_MAX
		: sum < INT16_MIN        ? INT16_MIN
					 : sum);
}

void words_open(struct words *ws, const struct model *m, struct speller *sp);
void words_close(struct words *ws);
struct word words_make(struct words *ws, const struct spelt *x);
/* Of a form; nothing without a dictionary.  Until the next call. */
struct found words_find(struct words *ws, const char *form, size_t len);
/* The same of a form that is most likely not there, which is not kept then. */
struct found words_try(struct words *ws, const char *form, size_t len);
/* Does a sentence begin at the place i? */
bool words_first(const struct word *const *w, size_t i);
/* The place i of a sentence of n words. */
struct around words_around(
    const struct words *ws, const struct word *const *w, size_t n, size_t i);

#endif
