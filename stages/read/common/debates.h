/* debates - words of the record of a debate (rules/fr/debates.tsv): what a room
 * does, how those who speak are called. */
#ifndef DEBATES_H
#define DEBATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* Kinds of the file, as bits: a word may be of several. */
enum {
	DEBATES_NOISE = 1,
	DEBATES_CAPITAL = 2, /* Noise */
	DEBATES_DEGREE = 4,
	DEBATES_JOIN = 8,
	DEBATES_BENCH = 16,
	DEBATES_WHERE = 32,
	DEBATES_SHOUT = 64,
	DEBATES_SUBJECT = 128,
	DEBATES_ACT = 256,
	DEBATES_CIVILITY = 512,
	DEBATES_ARTICLE = 1024,
	DEBATES_OFFICE = 2048,
	DEBATES_ROOM = 4096,
	DEBATES_LINK = 8192,
	DEBATES_INITIAL = 16384,
	DEBATES_STOP = 32768,
	DEBATES_BEHALF = 65536,
	DEBATES_ADDRESS = 131072,
	DEBATES_KIN = 262144,
	DEBATES_PLACE = 524288
};

/* What stands between two words, beside blanks. */
enum {
	DEBATES_DOT = 1,
	DEBATES_COMMA = 2,
	DEBATES_BREAK = 4, /* a dash, a semicolon */
	DEBATES_COLON = 8,
	DEBATES_MARK = 16, /* ! or ? */
	DEBATES_OTHER = 32 /* quotes, brackets, any other sign */
};

enum {
	DEBATES_WORDS = 96, /* of a text that is looked at */
	DEBATES_BYTES = 640
};

/* All zero is none. */
struct debates {
	struct intern phrase; /* folded */
	uint32_t *kind;       /* by its number */
	uint32_t *begins;     /* kinds of those that begin with this word */
	size_t cap;
	size_t cap_begins;
	size_t longest; /* words of a phrase */
};

struct debates_word {
	size_t at; /* bytes in the text */
	size_t end;
	size_t fold; /* in words.fold */
	size_t fold_end;
	uint8_t before; /* signs between it and the word before */
};

/* A text as its words; all zero is a fresh one. */
struct debates_words {
	const char *s;
	size_t len;
	struct debates_word w[DEBATES_WORDS];
	size_t n;
	uint8_t behind; /* signs behind the last word */
	bool cut;       /* there are more words, or bytes */
	struct buf fold;
};

void debates_open(struct debates *d);
void debates_free(struct debates *d);
void debates_split(struct debates_words *w, const char *s, size_t len);
void debates_words_free(struct debates_words *w);
/* Words, from word i on, of the longest phrase of one of the kinds; 0 if there
 * is none. */
size_t debates_match(const struct debates *d, const struct debates_words *w,
    size_t i, int kinds);
/* Can the text begin with a phrase of one of the kinds, by its first word? */
bool debates_begins(const struct debates *d, struct debates_words *w,
    const char *s, size_t len, int kinds);
/* Is the word, as written, one where a sentence goes on? */
bool debates_stops(
    const struct debates *d, const struct debates_words *w, size_t i);
/* The signs before word i, or behind the last one. */
static inline int
debates_gap(const struct debates_words *w, size_t i)
{
	return i < w->n ? w->w[i].before : w->behind;
}

#endif
