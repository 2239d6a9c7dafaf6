/* entries - the theme dictionary that comes out (themes.5), and what of the
 * other one it cannot hold. */
#ifndef ENTRIES_H
#define ENTRIES_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"

enum {
	ENTRIES_DEPTH = 64,
	ENTRIES_WORDS = 32 /* of an entry, as themes takes them */
};

enum loss {
	LOSS_WEIGHT,    /* other than 1 */
	LOSS_CONDITION, /* categories that depend on the words around */
	LOSS_PATTERN,   /* entries with signs that themes has not */
	LOSS_RULE,      /* entries that are rules of proximity */
	LOSS_LONG,      /* entries of too many words */
	LOSS_ORPHAN,    /* entries without a category that has a name */
	LOSS_SLASH,     /* names of categories with / */
	N_LOSSES
};

struct entries {
	struct out o;
	struct intern themes;
	char *
	    level[ENTRIES_DEPTH]; /* names from the top, as themes.5 has them */
	size_t depth;
	struct buf theme;
	struct buf text;
	uint64_t n;
	uint64_t lost[N_LOSSES];
};

void entries_open(struct entries *e);
/* Notes what came out and what was lost. */
void entries_close(struct entries *e);

/* The category at a depth, from 0 on, which ends those below; false if it is
 * too deep. */
bool entries_level(struct entries *e, size_t depth, const char *s, size_t len);
/* Cuts the path to a depth. */
void entries_cut(struct entries *e, size_t depth);
/* The path as a theme; lives until the next call. */
const char *entries_theme(struct entries *e);
/* Writes an entry, words between blanks, each as the exact form that it is or
 * as a pattern with *; or counts it among the lost. */
void entries_put(
    struct entries *e, const char *theme, const char *s, size_t len);

#endif
