/* whys - how the figures of the tables are made, for the page: what why(1)
 * tells of a table beside its numbers. */
#ifndef WHYS_H
#define WHYS_H

#include "lib/base/out.h"
#include "show/common/recipe.h"
#include "show/common/wording.h"

struct whys {
	struct recipes all;
	struct wording words;
	struct out rows;
};

/* Of the descriptions of the suite, in a language. */
void whys_open(struct whys *w, const char *lang);
/* A table that the page has: its name there and its file's. */
void whys_add(struct whys *w, const char *name, const char *file);
void whys_put(const struct whys *w, struct out *o);
void whys_close(struct whys *w);

#endif
