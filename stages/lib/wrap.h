/* wrap - hard-wrapped lines joined into paragraphs (option -j of readers). */
#ifndef WRAP_H
#define WRAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mem.h"

/* The paragraph so far; all zero is an empty one. */
struct wrap {
	struct buf text;
	uint64_t line; /* where it began */
	bool soft;     /* the last line broke a word with U+00AD */
};

/* Does the line, before it is cleaned, end with a soft hyphen? */
bool wrap_soft(const char *s, size_t len);
/* Adds a clean line that is not empty.  A hyphen at the end of the line before
 * joins without a space and stays, a soft one joins and goes. */
void wrap_add(
    struct wrap *w, uint64_t line, const char *s, size_t len, bool soft);
void wrap_clear(struct wrap *w);

#endif
