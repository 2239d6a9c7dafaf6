/* reinert_cut - where a text is cut into segments of about the same size, at
 * the best punctuation mark near it, as IRaMuTeQ 0.8 does (classes.1). */
#ifndef CUT_H
#define CUT_H

#include <stdbool.h>
#include <stddef.h>

enum {
	CUT_OVER = 15, /* how far over the size a segment may go */
};

/* Weight of the end behind a token, in hundredths: that of . ? ! and the
 * ellipsis, of : ; and , or of any other token.  s is plain text; only
 * punctuation has a mark. */
unsigned cut_weight(const char *s, size_t len, bool punctuation);

/* How many of the n tokens, of these weights, are the next segment: up to the
 * token with the largest weight / (|i - size| + 1), i from 0 to size + 15, of
 * equal ones the last; all of them if there are no more than size + 15. */
size_t cut_next(const unsigned *weight, size_t n, size_t size);

#endif
