/* clean - text hygiene of the readers: what is repaired, by which rule, how
 * often.
 *
 * A line comes back in NFC without blanks (no-break ones too) at its ends.
 * Controls that windows-1252 left behind become the signs that they were, but
 * go beside the sign itself (an apostrophe, "oe"); soft hyphens and zero-width
 * characters go, but soft hyphens around a t, l, d or à alone (a-t-il) become
 * hyphens; letters of mathematical alphabets and ligatures of type (ff, fi, fl,
 * st) become plain ones; tabs and stray line ends become spaces, other controls
 * go.  Kinds of space inside the line stay, and U+FFFD, which stands for a
 * letter that is lost, does. */
#ifndef CLEAN_H
#define CLEAN_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"

enum clean_kind {
	CLEAN_BOM,
	CLEAN_CR,
	CLEAN_CR_ONLY, /* line ends of CR alone: clean_file() */
	CLEAN_C1,
	CLEAN_CONTROL,
	CLEAN_TAB,
	CLEAN_SOFT,
	CLEAN_ZERO,
	CLEAN_MATH,
	CLEAN_LIGATURE, /* U+FB00 to U+FB06 */
	CLEAN_NFC,
	/* kept: */
	CLEAN_NBSP,   /* U+00A0 */
	CLEAN_NARROW, /* U+202F */
	CLEAN_SPACE,  /* other kinds of space */
	CLEAN_LOST,   /* U+FFFD */
	CLEAN_KINDS
};

/* All zero is a fresh one. */
struct clean {
	uint64_t n[CLEAN_KINDS];
	uint64_t c1[32]; /* which of them: U+0080 + k */
	struct buf a;
	struct buf b;
};

/* *s, *len become the clean line: a part of the given one, or text that lives
 * until the next call. */
void clean_line(struct clean *c, char **s, size_t *len);
/* What the reader of the file itself repaired; call it before in_close(). */
void clean_file(struct clean *c, const struct in *in);
/* "repaired: 41 C1 controls (41 U+0092), 3 soft hyphens" as a note, if anything
 * was; what is kept but wrong, too. */
void clean_note(const struct clean *c);
void clean_free(struct clean *c);

#endif
