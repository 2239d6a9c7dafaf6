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

/* What a token is besides its kind. */
enum scan_shape {
	SHAPE_PLAIN,
	SHAPE_INCLUSIVE, /* has endings of inclusive writing: élu·e·s */
	SHAPE_ARTICLE,   /* of a code, its letter and number: L. 121-1 */
	SHAPE_CLOSED,    /* an opening bracket whose end is not far */
};

struct token {
	uint32_t at; /* byte offset in the paragraph */
	uint32_t len;
	union {
		struct {
			uint8_t kind;
			uint8_t flags;
			bool glued;    /* no space before it */
			bool last : 1; /* ends its sentence */
			unsigned shape : 2;
			unsigned easy : 2; /* enum scan_easy */
		};
		uint32_t all; /* of these, to copy them */
	};
};

enum {
	SCAN_FRONT = 16 /* bytes in front of scan_map.low */
};

/* Where the form of a token is at hand. */
enum scan_easy {
	SCAN_HARD,     /* nowhere: scan_form() makes it */
	SCAN_EASY,     /* in the map, as long as the token */
	SCAN_EASY_APOS /* the same but for U+2019 at its end, which is ' */
};

/* Of 64 bytes, a bit behind the last letter of a word: */
struct scan_ends {
	uint64_t common;  /* one of the commonest */
	uint64_t capital; /* one that begins with a capital */
};

/* A text in small letters, and where its words are (scan_fast.c). */
struct scan_map {
	char *low; /* with bytes in front */
	size_t low_cap;
	struct scan_ends *ends;
	size_t cap;
	uint64_t stops; /* all bits: no abbreviation is long */
	uint32_t *edge; /* where plain letters begin and end, by turns */
	size_t edge_cap;
	size_t n_edge;
	size_t at; /* the first that is not done */
};

/* What was written otherwise than the rules have it. */
enum mend_kind {
	MEND_HYPHEN,     /* U+2010, U+2011 */
	MEND_SOFT,       /* U+00AD */
	MEND_APOSTROPHE, /* a sign that stands for one between letters */
	MEND_LIGATURE,   /* U+FB00 to U+FB06 */
	MEND_SPACED,     /* aujourd ' hui */
	MEND_ELISION,    /* l economie */
	MEND_INVERSION,  /* a-t'il */
	MEND_KINDS
};

/* A paragraph as the rules have it, and what was changed to get there. */
struct mend {
	struct buf text;
	struct buf written; /* as it was, without blanks that parted a word */
	uint32_t *at;       /* for each byte of text: its place in written */
	size_t cap;
	uint64_t n[MEND_KINDS]; /* of all paragraphs so far */
};

/* What the rule files say.  Words are in the counting form. */
struct rules {
	struct intern abbr; /* without the final full stop */
	uint8_t *abbr_type; /* by number: 'a' always, 'n' before a number,
			       'e' may end a sentence, 'i' a first name */
	size_t n_type;
	struct intern whole;    /* never split at apostrophe or hyphen */
	struct intern starters; /* words that often begin a sentence */
};

struct scan {
	const struct rules *rules;
	uint64_t abbr_len[32]; /* by lowest bits of the first byte, bit n: there
				  is an abbreviation of n bytes, 63 or more */
	struct scan_map map;
	struct token *tok;
	size_t n;
	size_t cap;
	bool slow;         /* no token the fast way: of short texts, in tests */
	bool narrow;       /* for tests: no wide instructions */
	bool apart;        /* forms of inclusive writing are not their base */
	bool marks;        /* the text has combining marks: give it in NFC */
	size_t rough_from; /* where what may need mending begins, if anything */
	size_t rough_to;   /* and where the last of it is; 0 if nothing is */
	size_t plain_to;   /* nothing is taken the fast way before it */
	struct buf form;
	struct buf nfc;
	struct mend mend;
	bool mended;          /* the paragraph is s->mend.text */
	uint64_t n_inclusive; /* of the text: forms given as their base */
	uint64_t n_bases;     /* of all paragraphs */
};

/* Loads abbreviations.txt, compounds.txt and starters.txt from the folder
 * dir, or from the bundled ones if dir is NULL. */
void rules_open(struct rules *r, const char *dir);
void rules_free(struct rules *r);

void scan_open(struct scan *s, const struct rules *r);
void scan_free(struct scan *s);
enum {
	SCAN_SLACK = 64
};
/* Makes SCAN_SLACK bytes behind a text, all NUL. */
static inline void
scan_slack(struct buf *b)
{
	buf_room(b, SCAN_SLACK);
	memset(b->s + b->len, 0, SCAN_SLACK);
}
/* The tokens of a paragraph, valid UTF-8, into s->tok[0..n-1].  text[len]
 * must be neither letter nor digit (LF or NUL), and SCAN_SLACK bytes behind
 * the text be readable. */
void scan_text(struct scan *s, const char *text, size_t len);
/* The same of a paragraph in NFC or not, of which is mended what can be; and
 * its sentences.  Returns the text that the tokens are places in. */
const char *scan_paragraph(struct scan *s, const char *text, size_t len);
/* The token as it was written, of a paragraph that was mended. */
const char *scan_written(
    const struct scan *s, const struct token *t, size_t *len);
/* Fills m from a text, of which what is around from..to may need mending; true
 * if anything was mended. */
bool mend_text(
    struct mend *m, const char *text, size_t len, size_t from, size_t to);
/* What was mended so far, as a note. */
void mend_note(const struct scan *s);

/* Writes the counting form of a token to to, which has room for SCAN_ROOM(len)
 * bytes, and returns its length: lower case, ' for ’, œu for oeu, no space
 * inside a number.  Reads up to 16 bytes behind the token. */
size_t scan_form(char *to, const char *text, const struct token *t);
/* Appends the base of a form of inclusive writing (élu·e·s, député(e)s), in
 * the plural if its last ending is one (élus), in the counting form; false if
 * it is none. */
bool inclusive_base(struct buf *out, const char *s, size_t len);
/* Is s an ending of inclusive writing that fits the base before it? */
bool inclusive_ending(
    const char *base, size_t base_len, const char *s, size_t len);
#define SCAN_ROOM(len) ((len)*2 + 16)

/* The form of a token that is not SCAN_HARD; *len gets its length. */
static inline const char *
scan_easy(const struct scan *s, const struct token *t, size_t *len)
{
	*len = t->len - (t->easy & SCAN_EASY_APOS);
	return s->map.low + SCAN_FRONT + t->at;
}

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
