/* collect - the text of a study as numbers of its words, for the page
 * (explore.1). */
#ifndef COLLECT_H
#define COLLECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
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
};

struct collect {
	struct collect_word *word;
	size_t n_word;
	size_t cap_word;
	uint64_t *code; /* words, by number times COLLECT_SPACES, and marks */
	size_t n_code;
	size_t cap_code;
	struct intern kinds; /* of paragraphs */
	struct buf speeches; /* rows: id, source */
	uint64_t n_speech;
	uint64_t n_outside; /* tokens outside speeches, which are left out */
	bool cut;           /* it was too large, and is not whole */
};

/* Reads token streams; column is what the study counts.  Gives up where there
 * are more than most codes. */
void collect_read(struct collect *c, const char *column, size_t most,
    char **files, int n_files);
/* Numbers go by frequency from here on: the commonest word first, then by
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
