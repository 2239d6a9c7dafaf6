/* respace - text from tokens, with the spaces that French puts between them.
 *
 * None behind an apostrophe, before a clitic (-t-il), before , . and closing
 * brackets and behind opening ones; a no-break space before ; : ! ? % and
 * currencies and inside « »; else a space. */
#ifndef RESPACE_H
#define RESPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

enum respace_gap {
	RESPACE_NONE,
	RESPACE_SPACE,
	RESPACE_NBSP,
};

/* All zero stands at the beginning of a text. */
struct respace {
	bool begun;
	bool quoted;            /* inside a pair of " */
	enum respace_gap after; /* what the last token wants behind it */
	bool cry;               /* it was ? or ! */
};

/* What a token asks for, whatever stands before it: the same for each of a
 * form. */
struct respace_wish {
	uint8_t before; /* enum respace_gap */
	uint8_t after;
	bool cry;
	bool quote;
};

struct respace_wish respace_wish(const char *w, size_t len);
/* What stands before a token that asks for this, behind those given before. */
enum respace_gap respace_take(struct respace *r, struct respace_wish wish);
/* What stands before the token w, plain text, behind those given before. */
enum respace_gap respace_next(struct respace *r, const char *w, size_t len);
/* The same, and appends the gap, if to is not empty, and the token. */
void respace_put(struct respace *r, struct buf *to, const char *w, size_t len);

/* Does the text end with an apostrophe (l’), behind which no space stands? */
bool respace_is_elided(const char *s, size_t len);

/* " inside is closing: the state that follows a token. */
static inline bool
respace_quoted(bool quoted, const char *w, size_t len)
{
	return len == 1 && *w == '"' ? !quoted : quoted;
}

#endif
