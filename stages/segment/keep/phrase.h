/* phrase - multiword expressions and the longest match (keep.1). */
#ifndef PHRASE_H
#define PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"

enum {
	PHRASE_WORDS = 32
};

struct phrase_end {
	bool ends;  /* an expression ends here */
	char *form; /* its joined form, entities done, or NULL */
};

struct phrase {
	struct intern words;
	struct intern edges;    /* (node, word) to node - 1; 0 is the root */
	struct phrase_end *end; /* by node */
	size_t cap;
	size_t max; /* words of the longest */
	bool fold;  /* written as text, matched in the counting form */
};

void phrase_open(struct phrase *p, bool fold);
/* Adds the expressions of a file, one a line, cut into tokens as tokenise
 * does; behind a tab the joined form (one word may have one too).  Exit 1
 * where the file breaks its format. */
void phrase_load(struct phrase *p, const char *path);
/* Number of a word, UINT32_MAX if no expression holds it. */
uint32_t phrase_word(const struct phrase *p, const char *s, size_t len);
/* May an expression begin with the word? */
bool phrase_starts(const struct phrase *p, uint32_t word);
/* Words of the longest expression that word[0..n-1] begins with, 0 if there
 * is none; *form is its joined form or NULL. */
size_t phrase_match(
    const struct phrase *p, const uint32_t *word, size_t n, const char **form);
void phrase_free(struct phrase *p);

#endif
