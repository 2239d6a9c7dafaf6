/* pack - bytes as they stand in the page: packed by zlib, in base64; sums. */
#ifndef PACK_H
#define PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

/* Levels of zlib: the next one takes half as much again for 1.8 % less; numbers
 * of words hardly repeat, and at a low level they take .2 % more in two thirds
 * of the time. */
enum pack_level {
	PACK_NUMBERS = 1,
	PACK_TEXT = 5
};

/* Appends the bytes, packed (RFC 1950, PACK_TEXT) and in base64 by
 * lines. */
void pack_bytes(struct buf *to, const struct buf *from);
/* The same at a level, or false as soon as it is sure that more than most bytes
 * would be appended (a few more may have been). */
bool pack_within(
    struct buf *to, const struct buf *from, enum pack_level level, size_t most);
/* Appends the SHA-256 of the bytes in base64. */
void pack_sum(struct buf *to, const struct buf *from);

#endif
