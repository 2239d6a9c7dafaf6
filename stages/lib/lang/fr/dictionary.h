/* dictionary - what French word lists that people have say of a word: the
 * dictionary of hunspell (package hunspell-fr), and lexicons. */
#ifndef DICTIONARY_H
#define DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* For messages. */
#define DICTIONARY_NAME "French dictionary of hunspell"
#define DICTIONARY_PACKAGE "hunspell-fr-classical"

/* Its files in a folder, "/" before and .aff and .dic left out; NULL behind. */
extern const char *const dictionary_files[];

/* What it says of a word in one line. */
struct dictionary_word {
	const char *stem; /* in the line, the last one; NULL if there is none */
	size_t len;
	const char *pos; /* of Universal Dependencies, X if it is not known */
	bool noun;       /* or may be one */
	bool verb;
	/* a verb whose auxiliary the dictionary leaves open, as it does for
	 * most verbs of little use, and for fonder and tuer */
	bool rare;
	bool participle;
	bool present; /* a participle too */
	bool infinitive;
	bool singular;
	int age; /* of a verb: 0 être and avoir, 1 the third group, 2 the
		  * second, 3 the first */
};

struct dictionary_word dictionary_read(const char *line);
/* Does a form end as past participles in the masculine singular do (écrit,
 * reçu, nommé)? */
bool dictionary_past(const char *form, size_t len);

/* Letters that stand for others where a word is written without the accents of
 * its capitals (Etat, REALITE) or of its letters, or by the spelling of 1990
 * (maitre, évènement, renouvèle): to is the dictionary's, NULL behind the last.
 */
struct dictionary_spelling {
	const char *to;
	int32_t from;
	uint8_t most; /* so many of them and of others in a word */
	bool head;    /* at the head of a word only */
	bool accent;  /* left out, against the spelling of today */
	bool lemma;   /* for the lemma of a word only, not for what it may be */
};
enum {
	DICTIONARY_CHANGES = 3
};
extern const struct dictionary_spelling dictionary_spellings[];

/* Is a form in the feminine by its end, and its lemma, of an adjective, not? */
bool dictionary_feminine(const char *form, size_t len, const char *lemma);

/* What a verb's form may be by its end, a sum of these. */
enum {
	DICTIONARY_PAST = 1,
	DICTIONARY_PRESENT = 2, /* participle */
	DICTIONARY_FINITE = 4
};
unsigned dictionary_verb(const char *form, size_t len);

/* What a word of grammar says of the one behind it. */
enum dictionary_role {
	DICTIONARY_PLAIN,   /* nothing of its own */
	DICTIONARY_ARTICLE, /* le, la, leur: or a pronoun before a verb */
	DICTIONARY_SUBJECT, /* je, il, qui, ne, se: a verb follows */
	DICTIONARY_STRONG,  /* nous, elle: a verb, but not behind chez */
	DICTIONARY_OBJECT,  /* lui, y */
	DICTIONARY_EN,
	DICTIONARY_HAVE,
	DICTIONARY_BE,
	DICTIONARY_NOT,       /* pas, jamais */
	DICTIONARY_JOIN,      /* et, ou */
	DICTIONARY_BEFORE_DE, /* lors, auprès */
	DICTIONARY_LEADING,   /* grand: an adjective before its noun */
	DICTIONARY_TOUT
};
enum dictionary_role dictionary_role(const char *form, size_t len);

/* ---- lexicons: files of forms with their lemmas ---- */

/* Those that a layout is known of, and the line's head behind which the table
 * of the one with a preamble begins; for messages. */
#define LEXICONS_NAMES "lefff, lexique, morphalou"
#define LEXICONS_HEAD "GRAPHIE"
#define LEXICONS_PREAMBLE "Morphalou 3"

/* The columns (form, lemma, part of speech, frequency: a number or a name
 * each, with commas between) of a lexicon by its name, or NULL; *preamble if
 * lines up to the header are no data and a lemma stands at its first form
 * only. */
const char *lexicons_layout(const char *name, bool *preamble);
/* The part of speech of Universal Dependencies that a lexicon's tag means, or
 * NULL. */
const char *lexicons_pos(const char *tag);
/* Is it one of the classes of Universal Dependencies? */
bool lexicons_is_class(const char *tag, size_t len);
/* Which of them the part of speech of a token is, or means; NULL if none. */
const char *lexicons_class(const char *pos, size_t len);

#endif
