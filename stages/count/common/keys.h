/* keys - byte strings to numbers 0, 1, 2 ... in order of first sight, in a
 * fifth of the memory of lib/table/intern.h: for tables that are built at every
 * start, where a fresh page of memory costs more than what is done to it. */
#ifndef KEYS_H
#define KEYS_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

struct keys_slot {
	uint32_t hash;
	uint32_t id1; /* number + 1; 0 is a free slot */
};

/* All zero is an empty one. */
struct keys {
	struct buf bytes; /* one string behind the other */
	uint32_t *end;    /* by number: where it ends in bytes */
	size_t cap_end;
	struct keys_slot *slot;
	size_t n_slot; /* a power of two, or 0 */
	uint32_t n;
};

void keys_free(struct keys *t);
/* INTERN_HEAD bytes can be read from s on, whatever len is. */
/* The number of s, given if it is new. */
uint32_t keys_add(struct keys *t, const char *s, size_t len);
/* The number of s, or UINT32_MAX. */
uint32_t keys_find(const struct keys *t, const char *s, size_t len);

#endif
