/* labels - the words of a page in a language (page.5). */
#ifndef LABELS_H
#define LABELS_H

#include <stddef.h>

#include "lib/table/intern.h"

struct labels {
	char *file; /* for messages */
	struct intern keys;
	char **text; /* by key */
	size_t cap;
};

/* Reads "key: text" lines; a line that begins with a blank goes on with the
 * text above.  Exit 1 for another line, or a key that comes twice. */
void labels_read(struct labels *l, const char *path);
void labels_free(struct labels *l);
/* The text of a key, lines parted by line ends; NULL if there is none. */
const char *labels_find(const struct labels *l, const char *key);

#endif
