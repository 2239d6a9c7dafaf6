/* context - what the word before says of the next one: a noun follows an
 * article, a verb its subject (lemmatise.1). */
#ifndef CONTEXT_H
#define CONTEXT_H

#include "reading.h"

/* What a token makes of the context. */
enum step {
	STEP_NONE, /* punctuation, other conjunctions */
	STEP_JOIN,
	STEP_ARTICLE,
	STEP_DET,
	STEP_SUBJECT,
	STEP_STRONG,
	STEP_OBJECT,
	STEP_EN,
	STEP_HAVE,
	STEP_BE,
	STEP_NOT,
	STEP_ADVERB,
	STEP_PREP,
	STEP_NOUN,
	STEP_ADJ,
	STEP_VERB,
	STEP_PAST,
	N_STEPS
};

enum context context_next(enum context c, enum step s);
/* The step of a form (NUL behind) that is read as r. */
enum step context_step(const struct reading *r, const char *form);
/* How well a reading fits: 0 well, 2 not. */
int context_level(enum context c, const struct reading *r);

#endif
