/* tense - tenses and moods of French verbs: from a form and its infinitive, and
 * where a form is of several, from the words around it (stats.1, Tenses). */
#ifndef TENSE_H
#define TENSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tense {
	TENSE_NONE, /* no verb, or none that is told */
	TENSE_PRESENT,
	TENSE_IMPERFECT,
	TENSE_PAST_SIMPLE,
	TENSE_FUTURE,
	TENSE_CONDITIONAL,
	TENSE_SUBJUNCTIVE,
	TENSE_IMPERATIVE,
	TENSE_PERFECT,    /* the present of an auxiliary before a participle */
	TENSE_PLUPERFECT, /* its imperfect */
	TENSE_INFINITIVE, /* and what is not finite */
	TENSE_PARTICIPLE,
	TENSES
};

/* What a word says by itself, a sum of bits. */
struct tense_word {
	uint32_t may;   /* of which tenses a verb may be, a bit each */
	uint32_t roles; /* what it says of the verbs around */
};

/* Of a word by its counting form, its lemma and its part of speech (of
 * Universal Dependencies). */
struct tense_word tense_word(
    const char *form, const char *lemma, const char *pos);
/* Is it one of a verb? */
bool tense_is_verb(const struct tense_word *w);
/* The tenses of the words of a sentence. */
void tense_tell(const struct tense_word *w, size_t n, enum tense *tense);

/* inside: the forms of verbs; bits of the tenses that a form of a verb may be,
 * 0 where it is no form of it. */
uint32_t tense_forms(const char *form, const char *infinitive);
#define TENSE_BIT(tense) (1u << (tense))

#endif
