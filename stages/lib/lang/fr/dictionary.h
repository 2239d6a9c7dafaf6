/* dictionary - the French dictionary of hunspell, which says of each word what
 * it is (package hunspell-fr). */
#ifndef DICTIONARY_H
#define DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>

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
	bool rare; /* a verb that the dictionary marks as little used */
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

#endif
