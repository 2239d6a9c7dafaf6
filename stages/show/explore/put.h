/* put - the page of explore: what stands in its head, and its parts. */
#ifndef PUT_H
#define PUT_H

#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"

struct put_page {
	const char *lang;
	const char *title;
	const char *noscript; /* what is said where no script runs */
	struct buf style;
	struct buf script;
};

/* All files of a folder whose names end so, in the order of these. */
void put_sources(struct buf *to, const char *folder, const char *end);
/* The page up to where its parts stand. */
void put_head(struct out *o, const struct put_page *page);
/* A part: a name and packed bytes. */
void put_part(struct out *o, const char *name, const struct buf *packed);
void put_foot(struct out *o, const struct put_page *page);

#endif
