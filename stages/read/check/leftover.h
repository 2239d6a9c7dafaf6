/* leftover - what should not be left in a text: lost characters, controls,
 * wrong decoding, markup, lost spaces, cut words; and its capitals. */
#ifndef LEFTOVER_H
#define LEFTOVER_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

enum leftover_kind {
	LEFT_LOST,       /* U+FFFD, or a ? between small letters, no address */
	LEFT_CONTROL,    /* but tabs */
	LEFT_MOJIBAKE,   /* UTF-8 that was read as windows-1252 */
	LEFT_MARKUP,     /* <br>, &nbsp;, <!-- */
	LEFT_UNSPACED,   /* LEFT_RUN letters without a space */
	LEFT_GLUED,      /* fin.Nous */
	LEFT_HYPHEN,     /* exem- ple, or a small letter and - at the end */
	LEFT_SIGN,       /* hyphens U+2010, U+2011, soft */
	LEFT_APOSTROPHE, /* signs that look like one, between letters */
	LEFT_LIGATURE,   /* U+FB00 to U+FB06 */
	LEFT_KINDS
};

enum {
	LEFT_RUN = 60
};

/* Of one speech; all zero is a fresh one. */
struct leftover {
	uint64_t n[LEFT_KINDS];
	uint64_t line[LEFT_KINDS];     /* of the first */
	struct buf sample[LEFT_KINDS]; /* the first with what is around it */
	uint64_t letters;              /* with case */
	uint64_t capitals;
};

void leftover_clear(struct leftover *t);
/* A paragraph, entities undone; a NUL behind it. */
void leftover_scan(
    struct leftover *t, const char *s, size_t len, uint64_t line);
void leftover_free(struct leftover *t);

#endif
