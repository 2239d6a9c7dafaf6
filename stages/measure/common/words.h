/* words - the words of token streams, text by text, as numbers: for programs
 * that need a whole text, its sentences or the order of its words.
 *
 * A text is a speech, or all speeches of a part.  Single speeches are given as
 * they end; parts are held until the stream ends, at four bytes a word. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/stream/tokens.h"

/* A sentence; or a run of words outside <s>, if there is one. */
struct words_unit {
	size_t end; /* of its words */
	bool sentence;
};

struct words_text {
	uint32_t part; /* number of its name */
	uint32_t *id;  /* the words */
	size_t n;
	struct words_unit *unit;
	size_t n_unit;
	size_t *speech; /* ends of the speeches and the texts between, in
			   units */
	size_t n_speech;
	uint64_t speeches; /* speeches alone */
	/* inside */
	bool known;
	size_t cap;
	size_t cap_unit;
	size_t cap_speech;
};

/* What is drawn, where figures have intervals: speeches of a part, sentences of
 * a speech; or as -u says. */
enum words_drawn {
	WORDS_OF_ROW,
	WORDS_SENTENCES,
	WORDS_SPEECHES,
};

struct words_opts {
	const char *column; /* what is counted: form, stem ... */
	const char *by;     /* a text for each value of the attribute */
	bool whole;         /* all is one text */
	enum words_drawn drawn;
};

struct words {
	struct tokens t; /* the types, and the names of the texts as parts */
	/* inside */
	bool single;
	bool ended;
	uint64_t outside;        /* words outside sentences */
	struct words_text *now;  /* the text under way */
	struct words_text last;  /* the speech just read */
	struct words_text *text; /* those held, by part */
	size_t n_text;
	size_t cap_text;
	size_t given;
	uint32_t *rank;
	uint32_t *order;
};

static inline bool
words_by_speech(const struct words_opts *o)
{
	return o->drawn == WORDS_OF_ROW ? o->by != NULL || o->whole
					: o->drawn == WORDS_SPEECHES;
}

/* Opens the files as tokens_open() does. */
void words_open(
    struct words *w, const struct words_opts *o, char **files, int n);
/* The next text, or NULL; it lives until the next call.  Parts come in the
 * order of their names' bytes, behind single speeches in the order of the
 * stream; text outside speeches is the part NA. */
const struct words_text *words_next(struct words *w);
/* The name of a text: id, value of the attribute, or "all". */
const char *words_name(
    const struct words *w, const struct words_text *t, size_t *len);
/* The notes of tokens_note(), and on what has no sentence. */
void words_note(const struct words *w);
void words_close(struct words *w);

#endif
