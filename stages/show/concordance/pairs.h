/* pairs - which words are looked for in which speech: the first rows of each
 * speech in a table (concordance.1). */
#ifndef PAIRS_H
#define PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/stream/vrt.h"
#include "lib/table/intern.h"
#include "lib/table/tsv.h"

struct pairs_term {
	uint32_t word; /* in words */
	uint32_t next; /* 1 + another of the speech; 0: none */
	uint64_t n;    /* lines so far */
};

struct pairs {
	struct intern speeches;
	struct intern words;
	uint32_t *first; /* by speech: 1 + a term */
	uint32_t *last;
	uint32_t *n_of;
	size_t cap_first;
	size_t cap_last;
	size_t cap_n_of;
	struct pairs_term *term;
	size_t n;
	size_t cap;
	const char
	    *classes; /* the caller's: of the words (tokens.h), or NULL */
	size_t pos;   /* their column */
	/* the speech under way */
	uint32_t speech; /* UINT32_MAX: none of the table */
	uint64_t signs;  /* of its words: most others have none of them */
};

/* Reads the columns part and ngram: the first `most` words of each part, of
 * the rows whose column S is above 0 if there is one; words of the table listed
 * (lib/table/types.h), or NULL, are passed over. */
void pairs_read(
    struct pairs *p, struct tsv *t, uint64_t most, const char *listed);
void pairs_free(struct pairs *p);
/* At the beginning of a speech; NULL: outside. */
void pairs_enter(struct pairs *p, const char *speech);
/* Is the word of this column looked for here, and has it fewer lines than
 * limit? It has one more then. */
bool pairs_take(
    struct pairs *p, const struct vrt *v, size_t col, uint64_t limit);

#endif
