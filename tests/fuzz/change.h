/* change - small changes of a file that know what its formats are made of:
 * lines, cells, tags and attributes, words and numbers. */
#ifndef CHANGE_H
#define CHANGE_H

#include "input.h"

/* Random numbers of one mutation: the same seed, the same change. */
struct chance {
	uint64_t state;
};

uint64_t chance_next(struct chance *c);
/* From 0 to n - 1; 0 if n is 0. */
size_t chance_below(struct chance *c, size_t n);

/* A word, number or run of bytes that programs may stumble over. */
const char *change_odd(struct chance *c, size_t *len);
const char *change_number(struct chance *c);
/* One change of the file; other, which may be the same, gives lines. */
void change_file(struct bytes *b, const struct bytes *other, struct chance *c);

#endif
