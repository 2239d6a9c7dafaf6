/* reading - what a form may be: lemmas and parts of speech.
 *
 * Parts of speech are those of Universal Dependencies (NOUN, VERB ...), or a
 * lexicon's own name where that is not known here. */
#ifndef READING_H
#define READING_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

struct reading {
	const char *lemma;
	const char *pos; /* "" is none */
	double freq;     /* 0 where nothing is known */
	int rank;        /* in grammar's order, the first one the least */
};

/* The readings of one form; all zero is none. */
struct readings {
	struct reading *r;
	size_t n;
	size_t cap;
};

/* Ranks; a source may put others between. */
enum {
	RANK_FUNCTION = 0, /* determiners, pronouns, prepositions ... */
	RANK_ADVERB = 100,
	RANK_INFINITIVE = 200,
	RANK_PARTICIPLE = 250, /* of a common verb, masculine singular */
	RANK_ADJECTIVE = 290,
	RANK_NOUN = 300,
	RANK_OTHER_PARTICIPLE = 400,
	RANK_VERB = 500,
	RANK_NAME = 600,
	RANK_UNKNOWN = 700
};

void readings_add(struct readings *rs, struct reading r);
void readings_free(struct readings *rs);
/* The one to take: that of the part of speech pos if there is one (pos may be
 * NULL), then the most frequent, the first in rank, the first given. */
const struct reading *readings_best(const struct readings *rs, const char *pos);
/* Have they more than one lemma? */
bool readings_differ(const struct readings *rs);

/* The part of speech that a tag of Lefff, Lexique, Morphalou, TreeTagger or
 * Universal Dependencies means; the tag itself if none is known. */
const char *reading_pos(const char *tag);
/* Rank of a part of speech; lemma tells an infinitive. */
int reading_rank(const char *pos, bool is_lemma);

/* Appends s with straight apostrophes. */
void reading_straight(struct buf *to, const char *s, size_t len);
/* Does it begin with a capital? */
bool reading_capital(const char *s, size_t len);

#endif
