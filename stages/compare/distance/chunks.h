/* chunks - a token stream as texts of equal size: the words of each part, in
 * their order, cut every so many.
 *
 * By units no text goes from one speech to the next but where speeches are too
 * short for one: these are put together, in their order, until they are long
 * enough, and make a unit; a longer speech is one by itself. */
#ifndef CHUNKS_H
#define CHUNKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/stream/tokens.h"
#include "profiles.h"

struct chunks_opts {
	uint64_t size; /* words of a text */
	bool units;
	size_t most; /* of units, evenly chosen: texts, about; 0: all */
	struct tokens_opts read;
};

/* Reads the files (standard input if n is 0).  Notes how many words were left
 * over.  Returns the column that is counted. */
const char *chunks_read(
    struct profiles *p, const struct chunks_opts *o, char **files, int n);

#endif
