/* dendrogram - the tree of cluster(1) drawn in text, a line an item (tree.1).
 */
#ifndef DENDROGRAM_H
#define DENDROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/table/intern.h"
#include "lib/text/figure.h"

struct dendrogram_merge {
	uint32_t left; /* item 0 .. n - 1, or n + number of the merge */
	uint32_t right;
	uint32_t size;      /* items in it */
	double height;      /* NAN: the method has none */
	double left_length; /* of the branches down to them */
	double right_length;
	double support; /* share of resamples that have it, NAN: not told */
};

/* A node of less support is not drawn.  Of trees of parts that differ by chance
 * alone, two to six in a hundred have a node of that much (bench/null-maps.py).
 */
#define DENDROGRAM_HOLDS 0.9

struct dendrogram {
	struct intern names; /* of the items */
	struct dendrogram_merge *m;
	uint32_t n;   /* items */
	double least; /* support of a node that is drawn */
};

/* Reads the table of cluster(1) (NULL: standard input); exit 1 with file and
 * line where its rows are no tree. */
void dendrogram_read(struct dendrogram *t, const char *path, double least);
void dendrogram_free(struct dendrogram *t);
/* Where nodes and items stand in a drawing. */
struct dendrogram_layout {
	uint32_t n_node;
	double *place;   /* by node: from the root */
	double span;     /* the farthest one */
	uint32_t *first; /* by node: the line of its first item */
	uint32_t *item;  /* by line */
};

/* n is 2 at least.  A node that does not hold stands where the one above it
 * does. */
void dendrogram_lay(struct dendrogram_layout *l, const struct dendrogram *t);
void dendrogram_lay_free(struct dendrogram_layout *l);
bool dendrogram_holds(const struct dendrogram *t, uint32_t node);
/* Notes how many groups are not drawn. */
void dendrogram_tell(const struct dendrogram *t);
/* The root is at the left.  Nodes stand at their heights, where they have
 * some, else as far from the root as the branches to them are long; negative
 * lengths are drawn as 0.  What a node joins whose support is too little hangs
 * on the node above it; others have theirs, in percent, where there is room.
 * width: columns, 40 at least. */
void dendrogram_put(struct out *o, const struct dendrogram *t, size_t width,
    enum figure_style style);

#endif
