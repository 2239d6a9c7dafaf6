/* words - what is told, in the language of a report (why.1). */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

#include "lib/table/intern.h"

struct words {
	struct intern keys;
	char **text; /* by key */
	size_t cap;
};

/* Of FOLDER/LANG.tsv, whose first column is English; none where it is not
 * there. */
void words_open(struct words *w, const char *folder, const char *lang);
void words_close(struct words *w);
/* The text in that language, or as it is. */
const char *words_say(const struct words *w, const char *english);

#endif
