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
/* What somebody writes between two tests, in French or English. */
bool words_is_and(const char *s, size_t len);

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

/* ---- what files write around a text: keys of header lines, columns of
 * tables, labels of a web page; folded is as slug_fold() writes it ---- */

/* "Publié le 3 octobre 2025": where a speech of a web dump begins; for
 * messages. */
#define WORDS_PUBLISHED "Publié le"
/* Before a place or the end of a span of time: à Lens, de 14h à 16h. */
#define WORDS_AT "à"

/* A table's column that tells the file of a text. */
#define WORDS_FILE "fichier"

/* The attribute (transcript.5) that a folded key stands for, or NULL. */
const char *words_attribute(const char *folded);
/* Is it a table's column of texts, by its name as an attribute? */
bool words_is_text(const char *name);

/* Does the line, not folded, begin as one that tells the day of publication? */
bool words_is_published(const char *s, size_t len);
/* Does the folded line begin as the name of a place: a canton, a town hall? */
bool words_is_place(const char *folded);
/* The section ("projet") that begins with the folded line, or NULL; ends_free
 * unless the line ends as a sentence does. */
const char *words_section(const char *folded, bool ends_free);
/* Bytes of "Par " and the article behind it, before a capital letter: "Par
 * Jean DURAND", "Par la Présidence du Conseil"; 0 if s begins otherwise. */
size_t words_by(const char *s, size_t len);

#endif
