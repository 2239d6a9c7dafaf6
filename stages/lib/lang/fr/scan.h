/* scan - French text to tokens: words, numbers, punctuation (tokenise.1).
 *
 * A scanner that looks at bytes and a few at a time ahead; what is knowledge
 * of words and not of characters comes from the rule files. */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* Kinds, as the column `kind` writes them. */
enum scan_kind {
	SCAN_WORD = 'w',
	SCAN_NUMBER = 'n',
	SCAN_PUNCT = 'p',
	SCAN_SYMBOL = 's',
	SCAN_ADDRESS = 'u', /* URL, e-mail, hashtag, mention */
};

enum {
	SCAN_UPPER = 1,    /* begins with a capital letter */
	SCAN_LOWER = 2,    /* begins with a small letter */
	SCAN_STOP = 4,     /* . ! ? ... and the like */
	SCAN_ABBR = 8,     /* ends with a full stop of its own */
	SCAN_MAYEND = 16,  /* and may end a sentence all the same (etc.) */
	SCAN_OPEN = 32,    /* opening bracket or quotation mark */
	SCAN_CLOSE = 64,   /* closing one */
	SCAN_ESCAPE = 128, /* may hold & < > */
};

struct token {
	uint32_t at; /* byte offset in the paragraph */
	uint32_t len;
	uint8_t kind;
	uint8_t flags;
	bool glued; /* no space before it */
	bool last;  /* ends its sentence (sentence.h) */
};

/* What the rule files say.  Words are in the counting form. */
struct rules {
	struct intern abbr; /* without the final full stop */
	uint8_t *abbr_type; /* by number: 'a' always, 'n' before a number,
			       'e' may end a sentence */
	size_t n_type;
	struct intern whole;    /* never split at apostrophe or hyphen */
	struct intern starters; /* words that often begin a sentence */
};

struct scan {
	const struct rules *rules;
	struct token *tok;
	size_t n;
	size_t cap;
	bool marks; /* the text has combining marks: give it in NFC */
	struct buf form;
};

/* Loads abbreviations.txt, compounds.txt and starters.txt from the folder
 * dir, or from the bundled ones if dir is NULL. */
void rules_open(struct rules *r, const char *dir);
void rules_free(struct rules *r);

void scan_open(struct scan *s, const struct rules *r);
void scan_free(struct scan *s);
enum {
	SCAN_SLACK = 32
};
/* The tokens of a paragraph, valid UTF-8, into s->tok[0..n-1].  text[len]
 * must be neither letter nor digit (LF or NUL), and SCAN_SLACK bytes behind
 * the text be readable. */
void scan_text(struct scan *s, const char *text, size_t len);

/* Writes the counting form of a token to to, which has room for SCAN_ROOM(len)
 * bytes, and returns its length: lower case, ' for ’, œu for oeu, no space
 * inside a number.  Reads up to 16 bytes behind the token. */
size_t scan_form(char *to, const char *text, const struct token *t);
#define SCAN_ROOM(len) ((len)*2 + 16)

/* Copies a token of any length, at least 16 bytes at a time. */
static inline size_t
scan_copy(char *to, const char *text, const struct token *t)
{
	memcpy(to, text + t->at, 16);
	if (t->len > 16)
		memcpy(to + 16, text + t->at + 16, t->len - 16);
	return t->len;
}

/* Sets last in the tokens of s that end a sentence; the last token of the
 * paragraph always does. */
void sentence_mark(struct scan *s, const char *text);

#endif
