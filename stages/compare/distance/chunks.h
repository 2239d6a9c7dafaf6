/* chunks - a token stream as texts of equal size: the words of each part, in
 * their order, cut every so many. */
#ifndef CHUNKS_H
#define CHUNKS_H

#include <stddef.h>
#include <stdint.h>

#include "profiles.h"

struct chunks_opts {
	uint64_t size;      /* words of a text */
	const char *attr;   /* that makes the parts */
	const char *column; /* NULL: stem, else form */
};

/* Reads the files (standard input if n is 0); words are the tokens of kind w,
 * all if there is no column kind.  Notes how many words were left over. */
void chunks_read(
    struct profiles *p, const struct chunks_opts *o, char **files, int n);

#endif
