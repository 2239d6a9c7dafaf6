/* wording - what is told, in the language of a report (why.1). */
#ifndef WORDING_H
#define WORDING_H

#include <stddef.h>

#include "lib/table/intern.h"

struct wording {
	struct intern keys;
	char **text; /* by key */
	size_t cap;
};

/* Of FOLDER/LANG.tsv, whose first column is English; none where it is not
 * there. */
void wording_open(struct wording *w, const char *folder, const char *lang);
void wording_close(struct wording *w);
/* The text in that language, or as it is. */
const char *wording_say(const struct wording *w, const char *english);

#endif
