/* tenses - the tenses of the verbs of a sentence, counted (stats.1, Tenses). */
#ifndef TENSES_H
#define TENSES_H

#include <stddef.h>
#include <stdint.h>

#include "lib/lang/fr/tense.h"
#include "measure/common/tally.h"

/* The sentence under way; all zero is an empty one. */
struct tenses {
	struct tense_word *w;
	enum tense *tense;
	size_t n;
	size_t cap_w;
	size_t cap_tense;
	uint64_t n_untold; /* verbs whose tense is not told */
};

/* A token of it. */
void tenses_add(struct tenses *t, struct tense_word w);
/* At its end, or where it is too long: counts. */
void tenses_end(struct tenses *t, struct tally *to);
void tenses_free(struct tenses *t);

#endif
