/* collect - the text of a study as numbers of its words, for the page
 * (explore.1). */
#ifndef COLLECT_H
#define COLLECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/respace.h"
#include "lib/table/intern.h"

/* What stands among the words; a word's number is COLLECT_MARKS more and up. */
enum collect_mark {
	COLLECT_END,       /* of a speech */
	COLLECT_SENTENCE,  /* begins */
	COLLECT_PARAGRAPH, /* begins; its line and the number of its kind follow
			    */
	COLLECT_GAP,       /* so many tokens, which follow, were taken out */
	COLLECT_MARKS
};

enum {
	COLLECT_SPACES = 3 /* what may stand before a word (respace.h) */
};

/* A word as it is written, what is counted of it, its kind of token. */
struct collect_word {
	char *row; /* cells of a table */
	uint64_t freq;
	struct respace_wish wish;
};

/* One that is kept. */
struct collect_speech {
	char *row; /* id, source */
	uint64_t number;
	size_t from; /* its codes */
	size_t to;
};

/* What does not fit goes evenly: every second speech is kept, then every
 * fourth, and so on, from the first. */
struct collect {
	struct collect_word *word;
	size_t n_word;
	size_t cap_word;
	uint64_t *code; /* words, by number times COLLECT_SPACES, and marks */
	size_t n_code;
	size_t cap_code;
	struct intern kinds; /* of paragraphs */
	struct collect_speech *speech;
	size_t n_speech;
	size_t cap_speech;
	uint64_t n_all;     /* speeches of the study */
	uint64_t step;      /* kept are those whose number it divides */
	uint64_t n_outside; /* tokens outside speeches, which are left out */
};

/* What the study counts: of words of other classes, if there are some, nothing
 * (tokens_classes()). */
struct collect_what {
	const char *column;
	const char *classes;
};

/* Reads token streams.  Where there are more than most codes, speeches go. */
void collect_read(struct collect *c, const struct collect_what *what,
    size_t most, char **files, int n_files);
/* Every second one of the speeches that are kept goes, or the last one. */
void collect_thin(struct collect *c);
/* Numbers go by frequency in what is kept: the commonest word first, then by
 * bytes. */
void collect_rank(struct collect *c);
void collect_free(struct collect *c);

/* The table of the words, of the speeches, of the kinds of paragraphs, and the
 * codes as bytes, seven bits each, the least first, the eighth telling that
 * more follow. */
void collect_put_words(const struct collect *c, struct buf *to);
void collect_put_speeches(const struct collect *c, struct buf *to);
void collect_put_kinds(const struct collect *c, struct buf *to);
void collect_put_codes(const struct collect *c, struct buf *to);

#endif
