/* pack - bytes as they stand in the page: packed by zlib, in base64; sums. */
#ifndef PACK_H
#define PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

/* Appends the bytes, packed (RFC 1950, at a fixed level) and in base64 by
 * lines. */
void pack_bytes(struct buf *to, const struct buf *from);
/* The same, or false as soon as it is sure that more than most bytes would be
 * appended (a few more may have been). */
bool pack_within(struct buf *to, const struct buf *from, size_t most);
/* Appends the SHA-256 of the bytes in base64. */
void pack_sum(struct buf *to, const struct buf *from);

#endif
