/* filename - metadata in file names: {speaker}_{date:%d_%m_%Y}. */
#ifndef FILENAME_H
#define FILENAME_H

#include <stdbool.h>
#include <stddef.h>

#include "attrs.h"

enum {
	FILENAME_PIECES = 64,
	FILENAME_NAME = 1024
};

struct piece {
	char *name; /* attribute; "" is thrown away; NULL: literal text */
	char *text; /* the literal, or the date's format ("" if none) */
	size_t len; /* of text */
};

struct filename {
	struct piece piece[FILENAME_PIECES];
	size_t n;
	size_t n_slash; /* folders that it looks at */
};

/* Exit 2 if the pattern cannot be read. */
void filename_open(struct filename *p, const char *text);
/* Sets the attributes that the path gives; false if it does not fit.  The
 * path is looked at without its extension, and without the folders before
 * those of the pattern. */
bool filename_read(
    const struct filename *p, const char *path, struct attrs *to);
void filename_free(struct filename *p);

/* The part of the path that names the text: behind the last slash, without
 * its last extension. */
const char *filename_stem(const char *path, size_t *len);

#endif
