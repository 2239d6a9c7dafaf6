/* speakers - the names of speakers as a table gives them: variant, name. */
#ifndef SPEAKERS_H
#define SPEAKERS_H

#include <stddef.h>

#include "lib/table/intern.h"

/* All zero is an empty table. */
struct speakers {
	struct intern variant;
	char **name; /* by number of the variant */
	size_t cap;
};

/* Reads the table (TSV with a header line): its first column holds what the
 * texts write, the second the name; further columns are not looked at.  Exit 1
 * for one column only, an empty variant, or one given two names. */
void speakers_open(struct speakers *t, const char *path);
/* The name for a variant, "" if it is said to be none; NULL if the table does
 * not hold it. */
const char *speakers_find(
    const struct speakers *t, const char *variant, size_t len);
void speakers_free(struct speakers *t);

#endif
