/* reading - what a form may be: lemmas and parts of speech.
 *
 * Parts of speech are those of Universal Dependencies (NOUN, VERB ...), or a
 * lexicon's own name where that is not known here. */
#ifndef READING_H
#define READING_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

/* What the word before says (context.h). */
enum context {
	CONTEXT_NONE,   /* nothing */
	CONTEXT_JOIN,   /* and, or */
	CONTEXT_DET,    /* an article, an owner, an adjective behind one */
	CONTEXT_CLITIC, /* a subject, a negation, a weak pronoun */
	CONTEXT_HAVE,
	CONTEXT_BE,
	CONTEXT_NOT,
	CONTEXT_PREP,
	CONTEXT_NOUN,   /* or an adjective behind one */
	CONTEXT_PHRASE, /* the same, with a determiner before */
	CONTEXT_VERB,
	N_CONTEXTS
};

struct reading {
	const char *lemma;
	const char *pos; /* "" is none */
	double freq;     /* 0 where nothing is known */
	int rank;        /* in grammar's order, the first one the least */
	unsigned may;    /* what it may be at its place, a sum of MAY_... */
};

enum {
	MAY_DET = 1,
	MAY_ADP = 2,
	MAY_PRON = 4,
	MAY_CONJ = 8,
	MAY_ADV = 16,
	MAY_NUM = 32,
	MAY_ADJ = 64,
	MAY_NOUN = 128,
	MAY_INFINITIVE = 256,
	MAY_PAST = 512,
	MAY_PRESENT = 1024,
	MAY_FINITE = 2048,
	/* a verb of little use, or less common than what else the form is */
	MAY_RARE = 4096, /* finite */
	MAY_RARE_PAST = 8192,
	MAY_OTHER = 16384
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
/* Where a word stands: the part of speech that a tagger gave it (NULL: none),
 * and a level of each reading there, the least the best. */
struct reading_place {
	const char *pos;
	enum context context;
};
/* The one to take: that of the part of speech if there is one, then the best
 * level, the most frequent, the first in rank, the first given. */
const struct reading *readings_best(
    const struct readings *rs, const struct reading_place *at);
/* Have they more than one lemma? */
bool readings_differ(const struct readings *rs);

/* The part of speech that a tag of Lefff, Lexique, Morphalou, TreeTagger or
 * Universal Dependencies means; the tag itself if none is known. */
const char *reading_pos(const char *tag);
/* MAY_... of a part of speech; of a verb by its form, where nothing tells
 * more. */
unsigned reading_may(const char *pos, const char *form, bool is_lemma);
/* The same of a reading that is not the commonest of its form. */
unsigned reading_rare(unsigned may);
/* Rank of a part of speech; lemma tells an infinitive. */
int reading_rank(const char *pos, bool is_lemma);
/* 1 for a noun that is neither its form nor that without an ending of one
 * letter, which comes behind one that is: 0. */
int reading_far(const char *pos, const char *form, const char *lemma);

/* Appends s with straight apostrophes. */
void reading_straight(struct buf *to, const char *s, size_t len);
/* Does it begin with a capital? */
bool reading_capital(const char *s, size_t len);

#endif
