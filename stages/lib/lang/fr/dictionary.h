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

#endif
