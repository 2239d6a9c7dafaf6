/* spelling - other spellings of a form (lib/lang/fr/dictionary.h). */
#ifndef SPELLING_H
#define SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"

/* Which one is wanted. */
struct spelling {
	struct buf *tmp; /* for them */
	bool (*is)(void *of, const char *form, size_t len);
	void *of;
	bool lemma; /* with those that are for lemmas only */
};

/* Is one by the spelling of 1990, or at the head of the word, wanted? */
bool spelling_other(const struct spelling *s, const char *form, size_t len);
/* One with accents that are left out: with one of them first, then with more,
 * of which all are é unless the word is in capitals.  Not of very short and
 * very long ones. */
bool spelling_accents(
    const struct spelling *s, const char *form, size_t len, bool capitals);

#endif
