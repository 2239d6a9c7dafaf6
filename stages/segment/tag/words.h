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

/* Other spellings of a word, of which the dictionary has none. */
enum {
	UNSPELT_OTHER = 1,   /* spelling_other() */
	UNSPELT_ACCENTS = 2, /* spelling_accents() */
	UNSPELT_CAPITALS = 4 /* the same for capitals */
};

struct word {
	struct row own[2]; /* for its own tag; where a sentence begins */
	const struct beside *beside;
	uint32_t may;
	uint32_t near[2]; /* of these, as own (score.h) */
	uint32_t verb;    /* VERB, AUX: what it may be before -il */
	bool letters;     /* it has one */
	bool opens;       /* a sign behind which a sentence may begin */
	bool joined;      /* a pronoun joined to its verb, as -il is */
	uint8_t unspelt;  /* UNSPELT_... */
	struct atoms atoms;
};

/* What words say of the tag of one that has them at -2, -1, 1, 2: many say the
 * same, of which nothing but their class is known. */
struct beside {
	struct row sum[2 * AROUND];
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
	struct intern besides;
	struct {
		struct beside *is;
	} * beside; /* by number */
	size_t cap_beside;
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
