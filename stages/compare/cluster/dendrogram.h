/* dendrogram - a tree drawn in text, a line an item. */
#ifndef DENDROGRAM_H
#define DENDROGRAM_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "stat_tree.h"

struct dendrogram {
	const struct stat_merge *m;
	uint32_t n;
	char *const *name;
	const char *unit; /* of the scale below it */
	size_t width;     /* columns, 40 at least */
};

/* The root is at the left.  Nodes stand at their heights, where they have
 * some, else as far from the root as the branches to them are long; negative
 * lengths are drawn as 0. */
void dendrogram_put(struct out *o, const struct dendrogram *t);

#endif
