/* chunks - a token stream as texts of equal size: the words of each part, in
 * their order, cut every so many. */
#ifndef CHUNKS_H
#define CHUNKS_H

#include <stddef.h>
#include <stdint.h>

#include "lib/stream/tokens.h"
#include "profiles.h"

struct chunks_opts {
	uint64_t size; /* words of a text */
	struct tokens_opts read;
};

/* Reads the files (standard input if n is 0).  Notes how many words were left
 * over. */
void chunks_read(
    struct profiles *p, const struct chunks_opts *o, char **files, int n);

#endif
