/* words - closed lists of French words that programs ask for. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* ---- words of a text, as their counting form ---- */

enum words_person {
	WORDS_OTHER,
	WORDS_FIRST_SINGULAR, /* je, mon, moi-même */
	WORDS_FIRST_PLURAL    /* nous, notre */
};
/* Of a pronoun or possessive; WORDS_OTHER if it is none of the first. */
enum words_person words_person(const char *form);

/* ---- words around a hyphen at a line's end, in small letters ---- */

/* Is the hyphen behind this word, or before this one, likely its own (demi-,
 * -vous) and no cut in a word? */
bool words_is_head(const char *s, size_t len);
bool words_is_tail(const char *s, size_t len);
/* The word between two hyphens: vis-à-vis. */
bool words_is_link(const char *s, size_t len);
/* A word cut at a line's end, for messages. */
#define WORDS_CUT "gouverne-ment"
/* Does it follow half a word with a hyphen, as in "pré- et post-"? */
bool words_joins(const char *s, size_t len);

/* ---- words of titles and names, as slug_fold() writes them ---- */

/* Can a speech's title do without it (le, de, pour)? */
bool words_is_grammar(const char *s, size_t len);
/* Is it a civility as it is written before a name: m., mme, docteur? */
bool words_is_civility(const char *s, size_t len);
/* Is it no part of a name but what stands before it: monsieur, maitre?  Short
 * ones may be initials (m, me, la) and count as the first word only. */
bool words_is_title(const char *s, size_t len, bool first);
/* Are two names the same but for final e of words, as of women's names and
 * offices? */
bool words_same_but_gender(const char *a, const char *b);

/* ---- words of names, as written ---- */

/* A word that begins with a small letter: de, du, von; with an apostrophe or
 * not. */
bool words_is_particle(const char *s, size_t len);
/* Bytes of d' or l' at the head of a word, 0 if there are none. */
size_t words_elided(const char *s, size_t len);

#endif
