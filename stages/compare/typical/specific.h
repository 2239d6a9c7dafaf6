/* specific - the words that are specific to each part, as the table of
 * specificities tells them (typical.1). */
#ifndef SPECIFIC_H
#define SPECIFIC_H

#include <stdint.h>

#include "lib/table/intern.h"

struct specific_word {
	uint32_t part;
	uint32_t term;
	double s;
	uint64_t seen; /* the last sentence that had it: the caller's */
};

struct specific {
	struct intern parts;
	struct intern terms;
	struct specific_word *word; /* by term, then part */
	size_t n;
	size_t cap;
	size_t *from;         /* by term: its first word; one more behind */
	struct intern listed; /* inside */
};

/* Reads the rows of a table of specificities, or of keyness, whose target is
 * the part 1 and whose reference is 2, whose q is most or less, single words
 * alone, without those of the table listed (lib/table/types.h), or NULL; exit 1
 * where the table was not tested by speech, or has a word of a part twice. */
void specific_read(
    struct specific *k, const char *path, double most, const char *listed);
void specific_free(struct specific *k);
/* The term as a word of the part, or NULL. */
struct specific_word *specific_find(
    struct specific *k, uint32_t part, uint32_t term);

#endif
