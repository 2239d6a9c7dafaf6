/* lang - the language that the programs are built for, and its data files.
 *
 * A build has one language; what is specific to it stands in this folder and
 * in the folders fr of pipeline/rules, pipeline/stoplists,
 * pipeline/themes and pipeline/weights. */
#ifndef LANG_H
#define LANG_H

#include <stdbool.h>
#include <stddef.h>

/* For messages. */
#define LANG_NAME "French"

enum lang_file {
	LANG_ABBREVIATIONS, /* of tokenise (rules.5) */
	LANG_COMPOUNDS,
	LANG_STARTERS,
	LANG_STEMS,     /* stems that replace Snowball's */
	LANG_LEMMAS,    /* of words that a dictionary has wrong */
	LANG_TAGS,      /* weights of tag */
	LANG_SYLLABLES, /* of words that the rule has wrong */
	LANG_DEBATES,   /* what a room does, who speaks */
	LANG_STOPLIST,  /* words of grammar */
	LANG_ADDRESSES, /* words of address and protocol */
	LANG_THEMES,    /* the dictionary of themes */
	LANG_FILES
};

/* Path of a data file of the language, the caller's to free; found as
 * data_path() finds it. */
char *lang_path(enum lang_file file);
/* Is a name within the folder of data that of the file?  Is it of one in the
 * same folder? */
bool lang_is_file(const char *name, enum lang_file file);
bool lang_is_beside(const char *name, enum lang_file file);
/* The same for a file of rules, in dir where the user gave one (option -R),
 * else the bundled one. */
char *lang_rule(const char *dir, enum lang_file file);
/* What a word is in a greeting, beside those of the list of addresses. */
enum lang_greeting {
	LANG_NO_GREETING,
	LANG_GREETING_HEAD, /* madame, messieurs, chers: one makes a greeting */
	LANG_GREETING_LINK  /* le, et, mes: may stand in one */
};
enum lang_greeting lang_greeting(const char *form, size_t len);
/* The tag of the language. */
const char *lang_code(void);
/* Is a language tag, "fr" or "fr-FR", or a name, "French", of this language? */
bool lang_is(const char *tag);
/* The word of the language for an English one that a program itself writes into
 * a report; the same if there is none.  (Those of the report scripts stand in
 * pipeline/labels.) */
const char *lang_label(const char *english);

/* Formulas of reading ease with the coefficients of the language; asl: words by
 * sentences, asw: syllables by words.
 * Kandel & Moles (1958).  R: 209 - 1.15 * asl - 68 * asw */
double lang_ease_kandel_moles(double asl, double asw);
/* What the Python package textstat has for French, without a source.
 * R: 207 - 1.015 * asl - 73.6 * asw */
double lang_ease_textstat(double asl, double asw);

#endif
